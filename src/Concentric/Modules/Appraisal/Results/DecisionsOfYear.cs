using Concentric.Modules.Appraisal.Cycle;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Rules.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>Reads what meetings decided about a year, and the final results of the years before it.</summary>
public sealed class DecisionsOfYear(AppDb db, CurrentCommittee committee)
{
    private static readonly CycleState[] Finished = [CycleState.Final, CycleState.Filed];

    /// <param name="personId">One person's only; all when null.</param>
    public async Task<DecidedYear> ReadAsync(int year, Guid? personId, CancellationToken cancellation = default)
    {
        var decisions = await (
            from decision in db.Set<MeetingDecision>().AsNoTracking()
            join cycle in db.Set<AppraisalCycle>() on decision.CycleId equals cycle.Id
            where cycle.Year == year && decision.ReplacedAt == null && decision.PersonId != null
            where personId == null || decision.PersonId == personId
            orderby decision.RecordedAt
            select decision
        ).ToListAsync(cancellation);
        var past = await (
            from result in db.Set<AppraisalResult>().AsNoTracking()
            join cycle in db.Set<AppraisalCycle>() on result.CycleId equals cycle.Id
            where cycle.Year < year && Finished.Contains(cycle.State)
            where personId == null || result.PersonId == personId
            select new { cycle.Year, Result = result }
        ).ToListAsync(cancellation);
        return new DecidedYear(
            decisions.ToLookup(row => row.PersonId!.Value),
            past.ToLookup(row => row.Result.PersonId, row => row.Result.AsPast(row.Year, IsSameTerm(row.Year, year)))
        );
    }

    /// <summary>Whether two years lie in one term of the committee, as far as the present term tells.</summary>
    private bool IsSameTerm(int earlier, int year) => earlier >= committee.Value.TermFrom == (year >= committee.Value.TermFrom);
}

/// <summary>What meetings decided about people in one year, and what they were given in the years before.</summary>
public sealed record DecidedYear(ILookup<Guid, MeetingDecision> Decisions, ILookup<Guid, PastYear> Past)
{
    /// <summary>The member with the decisions and the earlier years.</summary>
    public ScoredMember Add(Guid personId, ScoredMember member) =>
        member with
        {
            Vetoes = [.. Decisions[personId].Select(decision => decision.AsVeto).OfType<VetoDecision>()],
            LongLeaveMonths = Decisions[personId]
                .Where(decision => decision.Kind == DecisionKind.LongLeave)
                .Select(decision => decision.Months)
                .LastOrDefault(),
            Past = [.. Past[personId]],
        };

    /// <summary>A veto that a meeting looked at and did not apply is no longer to be decided.</summary>
    public Statement WithoutDeclined(Guid personId, Statement statement) =>
        statement.ToBeDecided.Count == 0
            ? statement
            : statement with
            {
                ToBeDecided =
                [
                    .. statement.ToBeDecided.Where(open =>
                        !Decisions[personId]
                            .Any(decision => decision.Kind == DecisionKind.Veto && decision.VetoId == open.Veto.Id)
                    ),
                ],
            };
}
