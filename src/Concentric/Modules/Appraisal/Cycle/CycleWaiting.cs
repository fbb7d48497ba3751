using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Cycle;

/// <summary>Years whose next move is the reader's.</summary>
internal sealed class CycleWaiting(AppDb db, CurrentActor actor, IStringLocalizer<AppraisalTexts> text) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingWork>> ForReaderAsync(CancellationToken cancellation)
    {
        var mine = CycleMoves.Forward.Where(move => actor.Can(move.Permission)).ToList();
        if (mine.Count == 0)
            return [];
        var cycles = await db.Set<AppraisalCycle>()
            .AsNoTracking()
            .Where(cycle => cycle.State != CycleState.Filed)
            .ToListAsync(cancellation);
        return
        [
            .. cycles
                .Where(cycle => mine.Exists(move => move.From == cycle.State && IsNext(move, cycle)))
                .Select(cycle => new WaitingWork(
                    text["Waiting.Cycle", cycle.Year, text["CycleState." + cycle.State].Value],
                    1,
                    FormattableString.Invariant($"/office/appraisal/{cycle.Year}/cycle")
                )),
        ];
    }

    /// <summary>In the recheck the meeting comes after the recheck is done.</summary>
    private static bool IsNext(CycleMove move, AppraisalCycle cycle) =>
        cycle.State != CycleState.Recheck || (move.Verb == CycleVerb.ConfirmRecheck) == (cycle.RecheckedBy is null);
}
