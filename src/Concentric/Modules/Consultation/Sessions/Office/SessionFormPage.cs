using Concentric.Platform;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Consultation.Sessions.Office;

/// <summary>The form of a session to come: new, or changed.</summary>
public abstract class SessionFormPage(SessionDesk desk, SessionActs acts, SessionChoices choices, CurrentCommittee committee)
    : AppPage
{
    /// <summary>The button, or the choice, that only renews the form.</summary>
    protected const string PlaceChosen = "Place";

    protected SessionDesk Desk => desk;
    protected SessionActs Acts => acts;
    protected TimeZoneInfo Zone => committee.TimeZone;

    [BindProperty]
    public SessionForm Input { get; set; } = new();

    [BindProperty]
    public string? Act { get; set; }

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Rooms { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Organisers => choices.Organisers();
    public IReadOnlyList<SelectListItem> Parts => choices.Parts();
    public IReadOnlyList<SelectListItem> Matters { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    /// <summary>Whether the agenda and the invitations can still be changed here.</summary>
    public virtual bool MayPlan => true;

    protected async Task LoadChoicesAsync(CancellationToken cancellation)
    {
        Places = await choices.PlacesAsync(cancellation);
        if (Input.PlaceId is null && Places is [var only])
            Input.PlaceId = Guid.Parse(only.Value);
        Rooms = await choices.RoomsAsync(Input.PlaceId, cancellation);
        Matters = await choices.MattersAsync(Input.PlaceId, SessionActs.OnAgenda, cancellation);
        Members = await choices.MembersAsync(Input.PlaceId, Input.Day ?? desk.Today, cancellation);
    }

    /// <summary>All that is wrong, told beside its field.</summary>
    protected async Task<SessionDetails?> EnteredAsync(CancellationToken cancellation)
    {
        var details = Input.ToDetails(Zone);
        foreach (var fault in details.Faults())
            Tell(fault.At("Input." + fault.Field));
        // A day that cannot be read has been told.
        if (
            details.PlannedFor is null
            && MayPlan
            && ModelState.GetFieldValidationState("Input.Day") != ModelValidationState.Invalid
        )
            Tell(new Refusal("SessionTimeMissing").At("Input.Day"));
        if (ModelState.IsValid && await desk.WhyNotPlaceAsync(details, cancellation) is { } outside)
            Tell(outside.At("Input.PlaceId"));
        return ModelState.IsValid ? details : null;
    }

    /// <summary>Puts the chosen matters on the agenda, those that were there before in their order, and invites the chosen members.</summary>
    protected async Task PlanAsync(CouncilSession session, CancellationToken cancellation)
    {
        var known = session.Agenda.Where(row => Input.Matters.Contains(row.MatterId)).ToList();
        var matters = await desk.MattersAsync(Input.Matters, cancellation);
        var entries = known
            .Select(row => new AgendaEntry(row.MatterId, row.Title))
            .Concat(
                Input
                    .Matters.Distinct()
                    .Where(id => known.TrueForAll(row => row.MatterId != id) && matters.ContainsKey(id))
                    .Select(id => new AgendaEntry(id, matters[id].PublicTitle ?? matters[id].Title))
            );
        await acts.SetAgendaAsync(session, [.. entries], Input.Day ?? desk.Today, cancellation);
        foreach (var person in session.People.Where(IsUninvited).ToList())
            session.Uninvite(person);
        session.Expect(await desk.MembersAsync(Input.Members, cancellation));
        session.Expect(await desk.SeatedAsync(session, cancellation));
    }

    private bool IsUninvited(SessionParticipant person) => person.MembershipId is { } seat && !Input.Members.Contains(seat);
}
