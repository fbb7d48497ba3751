using Concentric.Modules.Consultation.Matters;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions.Office;

/// <summary>
/// A session that was held is written down afterwards: one form, several matters at once. A village that holds one a week has two
/// minutes for it.
/// </summary>
[RequirePermission(MatterPermissions.HoldSessions)]
public sealed class AfterwardsPage(
    SessionDesk desk,
    SessionEntry entry,
    SessionChoices choices,
    IStringLocalizer<ConsultationTexts> text
) : AppPage
{
    private const string PlaceChosen = "Place";
    private const string More = "More";
    private const string Keep = "Keep";
    private const int FirstRows = 2;

    private static readonly MatterState[] Offered = [MatterState.Collected, MatterState.Accepted, .. SessionActs.OnAgenda];

    [BindProperty]
    public AfterwardsForm Input { get; set; } = new();

    /// <summary>Which button; none saves and confirms.</summary>
    [BindProperty]
    public string? Act { get; set; }

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Matters { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Topics => choices.Topics();
    public IReadOnlyList<SelectListItem> Organisers => choices.Organisers();
    public IReadOnlyList<SelectListItem> Parts => choices.Parts();

    /// <summary>Whether the council of the place votes.</summary>
    public bool AsksForVote { get; private set; }
    public int LeastConcerned { get; private set; }

    public IReadOnlyList<SelectListItem> Conclusions =>
        [
            .. Enum.GetValues<AfterwardsResult>()
                .Select(result => new SelectListItem(
                    result == AfterwardsResult.Adjourned ? text["AgendaState.Adjourned"] : text["MatterConclusion." + result],
                    result.ToString()
                )),
        ];

    public async Task OnGetAsync(Guid? place, CancellationToken cancellation)
    {
        Input.PlaceId = place;
        Input.HeldOn = desk.Today;
        Input.Rows = [.. Enumerable.Range(0, FirstRows).Select(_ => new AfterwardsRow())];
        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Act is PlaceChosen or More)
        {
            ModelState.Clear();
            if (Act == More && Input.Rows.Count < CouncilSession.MostMatters)
                Input.Rows.Add(new AfterwardsRow());
            return Page();
        }

        if (!ModelState.IsValid)
            return Page();
        var filled = Input.Rows.Index().Where(row => row.Item.IsFilled).ToList();
        var entered = Input.ToEntered(filled.ConvertAll(row => row.Item), text["Session.EnteredAfterwards"], Act != Keep);
        var (session, faults) = await entry.EnterAsync(entered, cancellation);
        if (session is null)
        {
            foreach (var fault in faults)
                Tell(Input.At(fault, filled.ConvertAll(row => row.Index)));
            return Page();
        }

        Flash(Act == Keep ? "Session.WasKept" : "Session.WasEntered", session.Matters.Count);
        return GoTo($"/office/consultation/sessions/{session.Id}");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Places = await choices.PlacesAsync(cancellation);
        if (Input.PlaceId is null && Places is [var only])
            Input.PlaceId = Guid.Parse(only.Value);
        Matters = await choices.MattersAsync(Input.PlaceId, Offered, cancellation);
        Members = await choices.MembersAsync(Input.PlaceId, Input.HeldOn ?? desk.Today, cancellation);
        if (Input.PlaceId is not { } place)
            return;
        var council = await desk.CouncilOfAsync(new SessionDetails { PlaceId = place }, cancellation);
        (AsksForVote, LeastConcerned) = (council?.AsksForVote == true, council?.LeastConcerned ?? 0);
        Input.Organiser ??= SessionOrganiser.Village;
    }
}
