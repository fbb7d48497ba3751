using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>What a meeting decided about one member: whether a veto applies, or how long a leave was.</summary>
[RequirePermission(AppraisalPermissions.DecideCycle)]
public sealed class DecisionPage(
    CycleDesk desk,
    MemberStatements statements,
    DecisionMeetings meetings,
    IStringLocalizer<AppraisalTexts> text
) : AppPage, IDecisionFormPage
{
    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    /// <summary>Whether the veto applies.</summary>
    [BindProperty]
    public bool? Applies { get; set; }

    /// <summary>Months of leave in the year.</summary>
    [BindProperty]
    public int? Months { get; set; }

    /// <summary>The veto that is decided on; none for leave, or while nothing is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "veto")]
    public string? VetoId { get; set; }

    [BindProperty(SupportsGet = true, Name = "leave")]
    public bool IsLeave { get; set; }

    public CycleView View { get; private set; } = null!;

    public MemberStatement Member { get; private set; } = null!;

    public VetoRule? Veto { get; private set; }

    public Refusal? WhyNot { get; private set; }

    public IReadOnlyList<SelectListItem> Meetings { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Outcomes =>
        [
            new SelectListItem(text["Decision.Applies.Yes"], bool.TrueString),
            new SelectListItem(text["Decision.Applies.No"], bool.FalseString),
        ];

    public async Task<IActionResult> OnGetAsync(int year, Guid id, CancellationToken cancellation) =>
        await LoadAsync(year, id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int year, Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(year, id, cancellation) || (Veto is null && !IsLeave))
            return NotFound();
        var entered = await meetings.ReadAsync(Form, year, cancellation) with
        {
            Kind = IsLeave ? DecisionKind.LongLeave : DecisionKind.Veto,
            PersonId = id,
            VetoId = Veto?.Id,
            Applies = Applies == true,
            Months = Months ?? 0,
        };
        if (WhyNot is not null)
            Tell(WhyNot);
        if (!IsLeave && Applies is null)
            Tell(new Refusal("DecisionOutcomeMissing").At(nameof(Applies)));
        if (IsLeave && Months is null)
            Tell(new Refusal("DecisionMonths", MeetingDecision.MostMonths).At(nameof(Months)));
        foreach (var fault in MeetingDecision.Faults(entered, desk.Today))
            Tell(fault.Field == nameof(Months) ? fault : fault.At("Form." + fault.Field));
        if (!ModelState.IsValid)
            return Page();
        if (
            !await meetings.RecordAsync(
                View.Cycle,
                earlier => MeetingDecision.Record(View.Cycle, entered, earlier, desk.Today, desk.Doer),
                cancellation
            )
        )
        {
            Tell(new Refusal("CycleStale"));
            return Page();
        }

        Flash("Decision.Recorded");
        return GoTo(FormattableString.Invariant($"/office/appraisal/{year}/cycle"));
    }

    private async Task<bool> LoadAsync(int year, Guid id, CancellationToken cancellation)
    {
        if (await desk.ViewAsync(year, cancellation) is not { } view)
            return false;
        if (await statements.OfPersonAsync(view.Sheet, id, cancellation) is not { } member)
            return false;
        (View, Member, WhyNot) = (view, member, view.Cycle.WhyNotDecide());
        Veto = view.Sheet.Vetoes.FirstOrDefault(rule => rule.Id == VetoId);
        Meetings = await meetings.ChoicesAsync(year, cancellation);
        return VetoId is null || Veto is not null;
    }
}
