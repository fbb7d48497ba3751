using Concentric.Modules.Appraisal.Cycle;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Rules.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Statements;

/// <summary>Tells whether a year still goes on: until it is over, or its members are asked to check, points are those so far and nobody has a grade.</summary>
public sealed class RunningYear(AppDb db, CurrentCommittee committee, TimeProvider time)
{
    public async Task<bool> IsRunningAsync(RuleSheet sheet, int year, CancellationToken cancellation) =>
        committee.Today(time) <= sheet.To
        // An appraisal that is opened early still collects what counts: a grade would be told of half a year.
        && !await db.Set<AppraisalCycle>()
            .AnyAsync(
                cycle => cycle.Year == year && cycle.State != CycleState.Open && cycle.State != CycleState.Collecting,
                cancellation
            );
}
