using Concentric.Modules.Consultation.Matters;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Sessions.Office;

/// <summary>Plans a session.</summary>
[RequirePermission(MatterPermissions.HoldSessions)]
public sealed class NewSessionPage(
    AppDb db,
    SessionDesk desk,
    SessionActs acts,
    SessionChoices choices,
    CurrentCommittee committee
) : SessionFormPage(desk, acts, choices, committee)
{
    public async Task OnGetAsync(Guid? place, Guid? matter, CancellationToken cancellation)
    {
        Input.PlaceId = place;
        if (
            matter is { } chosen
            && await db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == chosen, cancellation) is { } told
        )
            Take(told);
        await LoadChoicesAsync(cancellation);
        if (Input.RoomId is null && Rooms is [var only])
            Input.RoomId = Guid.Parse(only.Value);
        Input.Members = [.. Members.Select(member => Guid.Parse(member.Value))];
    }

    /// <summary>What is known of a matter that a session is planned for. Its own title may name people; the cleared one may be shown.</summary>
    private void Take(Matter matter)
    {
        Input.Matters = [matter.Id];
        Input.Title = matter.IsPublic ? matter.PublicTitle : null;
        Input.RoomId = matter.RoomId;
        Input.Day = matter.PlannedFor >= Desk.Today ? matter.PlannedFor : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadChoicesAsync(cancellation);
        if (Act == PlaceChosen)
        {
            ModelState.Clear();
            Input.Members = [.. Members.Select(member => Guid.Parse(member.Value))];
            return Page();
        }

        if (await EnteredAsync(cancellation) is not { } details)
            return Page();
        var session = CouncilSession.Plan(details, await Desk.CouncilOfAsync(details, cancellation), Desk.Doer);
        db.Add(session);
        await PlanAsync(session, cancellation);
        await Acts.SaveAsync(session, cancellation);
        Flash("Session.WasPlanned");
        return GoTo($"/office/consultation/sessions/{session.Id}");
    }
}
