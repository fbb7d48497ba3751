using Concentric.Modules.Appraisal.Duties;
using Concentric.Modules.Appraisal.Objections;
using Concentric.Modules.Appraisal.Results;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Modules.Meetings;
using Concentric.Platform;
using Concentric.Platform.Calendars;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Rules.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Cycle;

/// <summary>A cycle with what it must know of its surroundings.</summary>
public sealed record CycleView(AppraisalCycle Cycle, SheetEdition Edition, RuleSheet Sheet, CycleOutlook Seen)
{
    /// <summary>Everybody's statement; derived only in the stages that need it.</summary>
    public IReadOnlyList<MemberStatement> Statements { get; init; } = [];

    /// <summary>The size of the ledger that the statements come from: what is confirmed meanwhile is in none of them.</summary>
    public long LedgerSize { get; init; }
    public QuotaProposal? Proposal { get; init; }

    /// <summary>The meeting's decisions that stand.</summary>
    public IReadOnlyList<MeetingDecision> Decisions { get; init; } = [];
    public IReadOnlyList<ResultDifference> Differences { get; init; } = [];

    public MeetingDecision? QuotaDecision => Decisions.FirstOrDefault(row => row.Kind == DecisionKind.Quota);

    /// <summary>Vetoes whose condition the facts meet and no meeting has decided.</summary>
    public IEnumerable<(MemberStatement Member, VetoRule Veto)> VetoesToDecide =>
        Statements.SelectMany(one => one.Statement.ToBeDecided.Select(veto => (one, veto.Veto)));
}

/// <summary>Finds the year's cycle with all it must know, and moves it. The caller saves.</summary>
public sealed class CycleDesk(
    AppDb db,
    SheetShelf shelf,
    MemberStatements statements,
    Rescoring rescoring,
    MeetingsApi meetings,
    CycleNotices notices,
    WorkingDays workingDays,
    CurrentCommittee committee,
    CurrentActor actor,
    TimeProvider time
)
{
    public DateOnly Today => committee.Today(time);

    public Doer Doer => Doer.Of(actor, time);

    public CurrentActor Actor => actor;

    public Task<AppraisalCycle?> FindAsync(int year, CancellationToken cancellation = default) =>
        db.Set<AppraisalCycle>()
            .Include(row => row.Steps.OrderBy(step => step.At).ThenBy(step => step.Id))
            .SingleOrDefaultAsync(row => row.Year == year, cancellation);

    public async Task<CycleView?> ViewAsync(int year, CancellationToken cancellation = default)
    {
        if (await FindAsync(year, cancellation) is not { } cycle)
            return null;
        var edition = (await shelf.FindAsync(cycle.SheetEditionId, cancellation))!;
        var sheet = shelf.SoundSheetOf(edition);
        var decisions = await db.Set<MeetingDecision>()
            .Include(row => row.Choices)
            .Where(row => row.CycleId == cycle.Id && row.ReplacedAt == null)
            .OrderBy(row => row.RecordedAt)
            .ToListAsync(cancellation);
        var view = new CycleView(cycle, edition, sheet, new CycleOutlook(Today, actor.AccountId)) { Decisions = decisions };
        return cycle.State switch
        {
            CycleState.Collecting => view with { Seen = await CountUnconfirmedAsync(view, cancellation) },
            CycleState.InitialReview or CycleState.Recheck => await JudgedAsync(view, cancellation),
            CycleState.Approved or CycleState.Publicised or CycleState.AppealsHandled => await ComparedAsync(view, cancellation),
            _ => view,
        };
    }

    public async Task<Refusal?> WhyNotBeginAsync(int year, CancellationToken cancellation = default) =>
        AppraisalCycle.WhyNotBegin(
            await shelf.InForceOfYearAsync(year, cancellation),
            await db.Set<AppraisalCycle>().AnyAsync(row => row.Year == year, cancellation)
        );

    public async Task BeginAsync(int year, CancellationToken cancellation = default)
    {
        var isThere = await db.Set<AppraisalCycle>().AnyAsync(row => row.Year == year, cancellation);
        db.Add(AppraisalCycle.Begin(year, await shelf.InForceOfYearAsync(year, cancellation), isThere, Doer));
    }

    /// <summary>The last day of what a move leads to, as the sheet has it; none where it fixes none.</summary>
    public DateOnly? DayAfter(CycleMove move, RuleSheet sheet) =>
        move.Days is { } days ? workingDays.Calendar.After(Today, days(sheet.Cycle)) : null;

    /// <summary>Moves the cycle, with all that belongs to the move: frozen results, days, messages.</summary>
    public async Task MoveAsync(
        CycleView view,
        CycleVerb verb,
        string? words,
        DateOnly? dueOn,
        CancellationToken cancellation = default
    )
    {
        var (cycle, sheet) = (view.Cycle, view.Sheet);
        switch (verb)
        {
            case CycleVerb.Approve:
                Approve(view, words);
                break;
            case CycleVerb.Publicise:
                var objections = workingDays.Calendar.After(Today, sheet.Cycle.ObjectionDays);
                cycle.Publicise(view.Seen, words, DayAfter(CycleMoves.Find(verb, cycle.State)!, sheet)!.Value, objections, Doer);
                break;
            default:
                var day = CycleMoves.Find(verb, cycle.State) is { } move ? DayAfter(move, sheet) ?? dueOn : null;
                cycle.Move(verb, view.Seen, words, day, Doer);
                break;
        }

        if (verb == CycleVerb.AskSelfCheck)
            await notices.AskSelfCheckAsync(cycle, sheet, cancellation);
    }

    private void Approve(CycleView view, string? words)
    {
        view.Cycle.Approve(view.Seen, words, view.LedgerSize, Doer);
        var choices = view.QuotaDecision?.Choices.ToDictionary(choice => choice.PersonId) ?? [];
        db.AddRange(
            view.Statements.Select(one =>
                AppraisalResult.Freeze(view.Cycle, one, choices.GetValueOrDefault(one.PersonId), view.LedgerSize)
            )
        );
    }

    /// <summary>How many facts the ledger has.</summary>
    private async Task<long> LedgerSizeAsync(CancellationToken cancellation = default) =>
        await db.Facts.MaxAsync(fact => (long?)fact.Index, cancellation) + 1 ?? 0;

    /// <summary>Records of the year that wait for their confirmation, wherever they are kept.</summary>
    private async Task<CycleOutlook> CountUnconfirmedAsync(CycleView view, CancellationToken cancellation)
    {
        var (from, to) = (view.Sheet.From, view.Sheet.To);
        return view.Seen with
        {
            UnconfirmedMeetings = await meetings.CountUnconfirmedAsync(from, to, cancellation),
            UnconfirmedDuties = await db.Set<DutyRecord>()
                .CountAsync(
                    row =>
                        (row.State == DutyState.Reported || row.State == DutyState.Registered)
                        && row.OccurredOn >= from
                        && row.OccurredOn <= to,
                    cancellation
                ),
        };
    }

    private async Task<CycleView> JudgedAsync(CycleView view, CancellationToken cancellation)
    {
        var size = await LedgerSizeAsync(cancellation);
        var all = await statements.AllAsync(view.Sheet, cancellation, size);
        var proposal = QuotaProposal.Of(view.Sheet, [.. all.Select(one => one.Statement)]);
        return view with
        {
            Statements = all,
            LedgerSize = size,
            Proposal = proposal,
            Seen = await CountUnconfirmedAsync(view, cancellation) with
            {
                VetoesToDecide = all.Sum(one => one.Statement.ToBeDecided.Count),
                Quota = StandingOf(proposal, view.QuotaDecision),
            },
        };
    }

    private async Task<CycleView> ComparedAsync(CycleView view, CancellationToken cancellation)
    {
        var size = await LedgerSizeAsync(cancellation);
        var differences = await rescoring.CompareAsync(view.Cycle, view.Sheet, cancellation, size);
        var open = await db.Set<Objection>().Where(row => row.Year == view.Cycle.Year).Open(db, Today).CountAsync(cancellation);
        return view with
        {
            Differences = differences,
            LedgerSize = size,
            Seen = view.Seen with { Differences = differences.Count(one => one.IsCorrectable), OpenObjections = open },
        };
    }

    private static QuotaStanding StandingOf(QuotaProposal? proposal, MeetingDecision? decision) =>
        proposal is null || proposal.Places.Count == 0 ? QuotaStanding.None
        : decision is null ? QuotaStanding.Undecided
        : decision
            .Choices.Select(choice => (choice.PersonId.ToString(), choice.Outcome))
            .ToHashSet()
            .SetEquals(proposal.Places.Select(place => (place.Member, place.Outcome)))
            ? QuotaStanding.Decided
        : QuotaStanding.Stale;
}
