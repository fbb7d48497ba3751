using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>One member above the threshold, with what the rule proposes and what the meeting decided.</summary>
public sealed record QuotaRow(Guid PersonId, string Name, QuotaPlace? Place, QuotaChoice? Choice);

/// <summary>What the meeting gave one member, as the form has it.</summary>
public sealed class QuotaChoiceForm
{
    public Guid PersonId { get; set; }
    public string? Grade { get; set; }
    public string? Reason { get; set; }
}

/// <summary>
/// 名额: who would be given the top grade by the sheet's quota and tie rule, and why; and what the meeting decided. In the order of
/// names: there is no ranking here either.
/// </summary>
[RequirePermission(AppraisalPermissions.Read, WholeCommittee = true)]
public sealed class QuotaPage(
    CycleDesk desk,
    DecisionMeetings meetings,
    NameOrder names,
    StatementWording wording,
    QuotaWording quotaWording
) : AppPage, IDecisionFormPage
{
    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    [BindProperty]
    public List<QuotaChoiceForm> Choices { get; set; } = [];

    public CycleView View { get; private set; } = null!;

    public IReadOnlyList<QuotaRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Meetings { get; private set; } = [];

    public GradeQuota? Quota => View.Sheet.Grades?.Quota;

    public bool MayDecide => desk.Actor.Can(AppraisalPermissions.DecideCycle);

    public StatementWording Wording => wording;

    public QuotaWording QuotaWording => quotaWording;

    public IReadOnlyList<SelectListItem> Grades =>
        [.. new[] { Quota!.Grade, Quota.OthersGet }.Select(grade => new SelectListItem(wording.Grade(View.Sheet, grade), grade))];

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancellation)
    {
        if (!await LoadAsync(year, cancellation))
            return NotFound();
        Choices = [.. Rows.Select(row => new QuotaChoiceForm { PersonId = row.PersonId, Grade = GradeShown(row) })];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, CancellationToken cancellation)
    {
        if (!MayDecide)
            return Forbid();
        if (!await LoadAsync(year, cancellation) || View.Proposal is not { } proposal || Quota is not { } quota)
            return NotFound();
        if (View.Cycle.WhyNotDecideQuota(View.Seen) is { } early)
        {
            Tell(early);
            return Page();
        }

        var entered = await meetings.ReadAsync(Form, year, cancellation) with { Kind = DecisionKind.Quota };
        var chosen = Rows.Where(row => row.Place is not null).Select(Read).ToList();
        foreach (var fault in MeetingDecision.Faults(entered, desk.Today))
            Tell(fault.At("Form." + fault.Field));
        if (MeetingDecision.WhyNotChoose(proposal, quota, chosen) is { } refusal)
            Tell(refusal);
        if (!ModelState.IsValid)
            return Page();
        if (
            !await meetings.RecordAsync(
                View.Cycle,
                earlier =>
                    MeetingDecision.RecordQuota(View.Cycle, View.Seen, entered, (proposal, quota, chosen), earlier, desk.Doer),
                cancellation
            )
        )
        {
            Tell(new Refusal("CycleStale"));
            return Page();
        }

        Flash("Quota.Recorded");
        return GoTo(FormattableString.Invariant($"/office/appraisal/{year}/cycle"));
    }

    private string? GradeShown(QuotaRow row) => row.Choice?.Grade ?? row.Place?.Grade;

    private QuotaChoice Read(QuotaRow row)
    {
        var given = Choices.Find(choice => choice.PersonId == row.PersonId);
        return new QuotaChoice
        {
            PersonId = row.PersonId,
            Name = row.Name,
            Outcome = row.Place!.Outcome,
            Proposed = row.Place.Grade,
            Grade = given?.Grade ?? "",
            Reason = string.IsNullOrWhiteSpace(given?.Reason) ? null : given.Reason.Trim(),
        };
    }

    private async Task<bool> LoadAsync(int year, CancellationToken cancellation)
    {
        if (await desk.ViewAsync(year, cancellation) is not { } view)
            return false;
        View = view;
        var choices = view.QuotaDecision?.Choices.ToDictionary(choice => choice.PersonId) ?? [];
        var places = view.Proposal?.Places.ToDictionary(place => Guid.Parse(place.Member));
        Rows = places is not null
            ?
            [
                .. view
                    .Statements.Where(one => places.ContainsKey(one.PersonId))
                    .Select(one => new QuotaRow(
                        one.PersonId,
                        one.Name,
                        places[one.PersonId],
                        choices.GetValueOrDefault(one.PersonId)
                    )),
            ]
            :
            [
                .. (await names.InOrderAsync(view.Sheet, choices.Values, one => one.PersonId, cancellation)).Select(
                    one => new QuotaRow(one.PersonId, one.Name, null, one)
                ),
            ];
        Meetings = await meetings.ChoicesAsync(year, cancellation);
        return true;
    }
}
