using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Appraisal.Cycle;

/// <summary>
/// 评价周期 (AppraisalCycle): one year's appraisal of a committee under one edition of a rule sheet, from its opening to the duty
/// files. Nothing is skipped; what a meeting decides is recorded, never computed.
/// </summary>
[ShownToPublic]
public sealed class AppraisalCycle : CommitteeEntity
{
    private AppraisalCycle() { }

    /// <summary>The year in which the sheet's span ends.</summary>
    [NamesInAudit]
    public int Year { get; private init; }

    /// <summary>The edition that judges the year, whatever is published later.</summary>
    public Guid SheetEditionId { get; private init; }
    public CycleState State { get; private set; } = CycleState.Open;

    /// <summary>The last day of the present stage, in the committee's zone; none where neither sheet nor office named one.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Who finished the recheck; nobody before.</summary>
    public Guid? RecheckedBy { get; private set; }

    /// <summary>The size of the ledger when the results were frozen: facts from this index on are not in them.</summary>
    public long? LedgerSize { get; private set; }
    public DateOnly? PublicisedOn { get; private set; }

    /// <summary>The last day of the publicity.</summary>
    public DateOnly? PublicUntil { get; private set; }

    /// <summary>The last day for objections to the publicised results.</summary>
    public DateOnly? ObjectionsUntil { get; private set; }

    /// <summary>The due days of which people have been reminded: two working days before, and afterwards.</summary>
    public DateOnly? RemindedBefore { get; private set; }
    public DateOnly? RemindedAfter { get; private set; }

    /// <summary>What was done, by whom and when; the first is the beginning.</summary>
    public List<CycleStep> Steps { get; private set; } = [];

    public bool IsFrozen => CycleMoves.Frozen.Contains(State);

    /// <summary>Whether decisions of meetings may still be recorded: what is frozen moves only by corrections.</summary>
    public Refusal? WhyNotDecide() =>
        State is CycleState.InitialReview or CycleState.Recheck ? null : new Refusal("CycleNotDeciding");

    /// <summary>The meeting decides on the quota of what has been rechecked and has no veto open.</summary>
    public Refusal? WhyNotDecideQuota(CycleOutlook seen) =>
        State != CycleState.Recheck ? new Refusal("CycleQuotaInRecheck")
        : RecheckedBy is null ? new Refusal("CycleNotRechecked")
        : seen.VetoesToDecide > 0 ? new Refusal("CycleVetoesOpen", seen.VetoesToDecide)
        : null;

    public static Refusal? WhyNotBegin(SheetEdition? edition, bool isThere) =>
        isThere ? new Refusal("CycleThere")
        : edition is not { State: SheetState.InForce } ? new Refusal("CycleNoSheet")
        : null;

    public static AppraisalCycle Begin(int year, SheetEdition? edition, bool isThere, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotBegin(edition, isThere));
        var cycle = new AppraisalCycle { Year = year, SheetEditionId = edition!.Id };
        cycle.Steps.Add(CycleStep.Of(CycleVerb.Begin, CycleState.Open, null, doer, null));
        return cycle;
    }

    /// <summary>Why the next stage cannot be entered by this verb, or by this person.</summary>
    public Refusal? WhyNot(CycleVerb verb, CycleOutlook seen) =>
        CycleMoves.Find(verb, State) is null
            ? new Refusal("CycleOtherState")
            : verb switch
            {
                CycleVerb.Review => seen.Today <= DueOn ? new Refusal("CycleSelfCheckRuns", DueOn.Value.ToString("O")) : null,
                CycleVerb.ConfirmRecheck => WhyNotConfirmRecheck(seen),
                CycleVerb.Approve => WhyNotApprove(seen),
                CycleVerb.FinishAppeals => WhyNotFinishAppeals(seen.OpenObjections, seen.Today),
                CycleVerb.Finalise => seen.Differences > 0 ? new Refusal("CycleDifferences", seen.Differences) : null,
                _ => null,
            };

    /// <summary>Why it cannot be done so: with these words and this day.</summary>
    public Refusal? WhyNot(CycleVerb verb, CycleOutlook seen, string? words, DateOnly? dueOn) =>
        WhyNot(verb, seen)
        ?? (
            words?.Length > CycleStep.LongestWords ? new Refusal("TooLong", CycleStep.LongestWords, words.Length).At("Words")
            : verb == CycleVerb.Return && string.IsNullOrWhiteSpace(words) ? new Refusal("CycleReturnReason").At("Words")
            : verb == CycleVerb.SubmitRecheck && seen.Unconfirmed > 0 && string.IsNullOrWhiteSpace(words)
                ? new Refusal("CycleUnconfirmed", seen.Unconfirmed).At("Words")
            : verb == CycleVerb.Approve && seen.Quota == QuotaStanding.None && string.IsNullOrWhiteSpace(words)
                ? new Refusal("CycleMeetingMissing").At("Words")
            : dueOn < seen.Today ? new Refusal("CycleDayPast").At("DueOn")
            : null
        );

    /// <summary>Objections have their days, and each has its end, before the results can be final.</summary>
    public Refusal? WhyNotFinishAppeals(int openObjections, DateOnly today) =>
        State != CycleState.Publicised ? new Refusal("CycleOtherState")
        : today <= PublicUntil ? new Refusal("CyclePublicityRuns", PublicUntil.Value.ToString("O"))
        : today <= ObjectionsUntil ? new Refusal("CycleObjectionsRun", ObjectionsUntil.Value.ToString("O"))
        : openObjections > 0 ? new Refusal("CycleObjectionsOpen", openObjections)
        : null;

    /// <summary>Objections to lines are taken all the year, and after the publicity has begun as long as the sheet says.</summary>
    public Refusal? WhyNotObject(DateOnly today) =>
        State is CycleState.AppealsHandled or CycleState.Final or CycleState.Filed ? new Refusal("CycleObjectionsClosed", Year)
        : State == CycleState.Publicised && today > ObjectionsUntil
            ? new Refusal("CycleObjectionsOver", ObjectionsUntil.Value.ToString("O"))
        : null;

    /// <summary>Moves one stage. Approving and publicising have verbs of their own.</summary>
    /// <param name="dueOn">The last day of the stage entered; none where nobody named one.</param>
    public void Move(CycleVerb verb, CycleOutlook seen, string? words, DateOnly? dueOn, Doer doer)
    {
        if (verb is CycleVerb.Approve or CycleVerb.Publicise)
            throw new ArgumentOutOfRangeException(nameof(verb));
        RefusedException.ThrowIf(WhyNot(verb, seen, words, dueOn));
        if (verb == CycleVerb.ConfirmRecheck)
            RecheckedBy = doer.AccountId;
        if (verb == CycleVerb.Return)
            RecheckedBy = null;
        Go(verb, words, verb == CycleVerb.ConfirmRecheck ? DueOn : dueOn, doer);
    }

    /// <summary>审定: from here on the results stand as they were at this size of the ledger.</summary>
    public void Approve(CycleOutlook seen, string? words, long ledgerSize, Doer doer)
    {
        RefusedException.ThrowIf(WhyNot(CycleVerb.Approve, seen, words, null));
        LedgerSize = ledgerSize;
        Go(CycleVerb.Approve, words, null, doer);
    }

    /// <summary>公示: the last days of the publicity and for objections, in the committee's zone.</summary>
    public void Publicise(CycleOutlook seen, string? words, DateOnly publicUntil, DateOnly objectionsUntil, Doer doer)
    {
        RefusedException.ThrowIf(WhyNot(CycleVerb.Publicise, seen, words, null));
        (PublicisedOn, PublicUntil, ObjectionsUntil) = (seen.Today, publicUntil, objectionsUntil);
        Go(CycleVerb.Publicise, words, publicUntil > objectionsUntil ? publicUntil : objectionsUntil, doer);
    }

    /// <summary>Whether the public may see the list: on the days of the publicity, and on no other.</summary>
    public bool IsPublic(DateOnly today) => PublicisedOn <= today && today <= PublicUntil;

    /// <summary>Whether it is time to remind of the end of the stage, once before and once after.</summary>
    /// <param name="today">In the committee's zone.</param>
    /// <param name="soon">The first day on which the end is near.</param>
    public bool IsToRemind(DateOnly today, DateOnly soon) =>
        DueOn is { } due
        && State != CycleState.Filed
        && (today > due ? RemindedAfter != due : soon >= due && RemindedBefore != due);

    public void Reminded(DateOnly today)
    {
        if (today > DueOn)
            RemindedAfter = DueOn;
        else
            RemindedBefore = DueOn;
    }

    private Refusal? WhyNotConfirmRecheck(CycleOutlook seen) =>
        RecheckedBy is not null ? new Refusal("CycleRechecked")
        : SubmittedBy == seen.AccountId ? new Refusal("CycleSecondPerson")
        : null;

    private Refusal? WhyNotApprove(CycleOutlook seen) =>
        RecheckedBy is null ? new Refusal("CycleNotRechecked")
        : RecheckedBy == seen.AccountId ? new Refusal("CycleSecondPerson")
        : seen.VetoesToDecide > 0 ? new Refusal("CycleVetoesOpen", seen.VetoesToDecide)
        : seen.Quota == QuotaStanding.Undecided ? new Refusal("CycleQuotaOpen")
        : seen.Quota == QuotaStanding.Stale ? new Refusal("CycleQuotaStale")
        : null;

    private Guid? SubmittedBy => Steps.Where(step => step.Verb == CycleVerb.SubmitRecheck).MaxBy(step => step.At)?.AccountId;

    private void Go(CycleVerb verb, string? words, DateOnly? dueOn, Doer doer)
    {
        (State, DueOn) = (CycleMoves.Find(verb, State)!.To, dueOn);
        Steps.Add(CycleStep.Of(verb, State, dueOn, doer, words));
    }
}

/// <summary>One thing done to a cycle, and the last day of what it led to.</summary>
public sealed class CycleStep : Step
{
    public const int LongestWords = 500;

    private CycleStep() { }

    private CycleStep(Doer doer, string? words)
        : base(doer, words) { }

    public Guid CycleId { get; private init; }
    public CycleVerb Verb { get; private init; }

    /// <summary>The state that it led to.</summary>
    public CycleState State { get; private init; }
    public DateOnly? DueOn { get; private init; }

    internal static CycleStep Of(CycleVerb verb, CycleState state, DateOnly? dueOn, Doer doer, string? words) =>
        new(doer, words)
        {
            Verb = verb,
            State = state,
            DueOn = dueOn,
        };
}
