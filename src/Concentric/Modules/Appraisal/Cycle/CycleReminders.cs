using Concentric.Platform.Calendars;
using Concentric.Platform.Data;
using Concentric.Platform.Jobs;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Cycle;

/// <summary>
/// Reminds those who must act when the end of a stage is two working days away, and again when it has passed; each once. A second
/// node that runs it at the same moment fails at the cycle's version and sends nothing.
/// </summary>
public sealed class CycleReminders(
    AppDb db,
    CycleNotices notices,
    WorkingDays workingDays,
    CurrentCommittee committee,
    TimeProvider time
) : ICommitteeJob
{
    private const int DaysBefore = 2;

    public static string Name => "appraisal reminders";

    /// <summary>Every day, early in the morning.</summary>
    public static string Cron => "0 20 6 * * ?";

    public Task RunAsync(CancellationToken cancellation) => RemindAsync(committee.Today(time), cancellation);

    /// <param name="today">In the committee's zone.</param>
    public async Task RemindAsync(DateOnly today, CancellationToken cancellation = default)
    {
        var soon = workingDays.Calendar.After(today, DaysBefore);
        var cycles = await db.Set<AppraisalCycle>()
            .Where(cycle => cycle.DueOn != null && cycle.DueOn <= soon && cycle.State != CycleState.Filed)
            .ToListAsync(cancellation);
        foreach (var cycle in cycles.Where(cycle => cycle.IsToRemind(today, soon)))
        {
            await notices.RemindAsync(cycle, today, cancellation);
            cycle.Reminded(today);
            await db.SaveChangesAsync(cancellation);
        }
    }
}
