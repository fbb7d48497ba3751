using Concentric.Modules.Consultation.Matters;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Sessions.Office;

/// <summary>Changes a session: all of it while it is to come, later only what is known of it.</summary>
[RequirePermission(MatterPermissions.HoldSessions)]
public sealed class EditSessionPage(
    AppDb db,
    SessionDesk desk,
    SessionActs acts,
    SessionChoices choices,
    CurrentCommittee committee,
    DisplayFormat format
) : SessionFormPage(desk, acts, choices, committee)
{
    [BindProperty]
    public int SeenVersion { get; set; }

    public CouncilSession Session { get; private set; } = null!;

    public override bool MayPlan => Session.IsToCome;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        Input = SessionForm.Of(Session, format, Zone);
        SeenVersion = Session.Version;
        await LoadChoicesAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        await LoadChoicesAsync(cancellation);
        if (Act == PlaceChosen)
        {
            ModelState.Clear();
            return Page();
        }

        if (Session.WhyNotChange() is { } refusal)
            Tell(refusal);
        if (await EnteredAsync(cancellation) is not { } details)
            return Page();
        db.ExpectVersion(Session, SeenVersion);
        var before = await Acts.ChangeAsync(Session, details, cancellation);
        if (MayPlan)
            await PlanAsync(Session, cancellation);
        if (before is null)
            await Acts.AnnounceAddedAsync(Session, cancellation);
        var told = before is null ? null : await Acts.MoveAsync(Session, before, cancellation);
        await Acts.SaveAsync(Session, cancellation);
        if (told is null)
            Flash("Session.Saved");
        else
            Flash(told.Unreached == 0 ? "Session.WasMoved" : "Session.WasMoved.Unreached", told.Told, told.Unreached);
        return GoTo($"/office/consultation/sessions/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await Desk.FindAsync(id, MatterPermissions.HoldSessions, cancellation) is not { } session)
            return false;
        Session = session;
        return true;
    }
}
