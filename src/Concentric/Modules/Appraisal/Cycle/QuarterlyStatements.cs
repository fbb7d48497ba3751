using Concentric.Modules.Appraisal.Sheets;
using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Jobs;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Cycle;

/// <summary>
/// 季度结果单: in the first month after a quarter, everybody who held a seat at its end is told once that the own statement to date may
/// be looked at. Nothing is asked of anybody. The row that says so is saved with the message, so a second run tells nobody again.
/// </summary>
public sealed class QuarterlyStatements(
    AppDb db,
    SheetShelf shelf,
    MembersApi members,
    CycleNotices notices,
    CurrentCommittee committee,
    TimeProvider time
) : ICommitteeJob
{
    private const int AtOnce = 100;

    public static string Name => "quarterly statements";

    /// <summary>Every day, before the working day.</summary>
    public static string Cron => "0 40 6 * * ?";

    public Task RunAsync(CancellationToken cancellation) => TellAsync(committee.Today(time), cancellation);

    /// <param name="today">In the committee's zone.</param>
    public async Task TellAsync(DateOnly today, CancellationToken cancellation = default)
    {
        if (today.Month % 3 != 1)
            return;
        var end = new DateOnly(today.Year, today.Month, 1).AddDays(-1);
        var (year, quarter) = (end.Year, end.Month / 3);
        if (await shelf.InForceOfYearAsync(year, cancellation) is null)
            return;
        var told = await db.Set<QuarterNotice>()
            .Where(row => row.Year == year && row.Quarter == quarter)
            .Select(row => row.PersonId)
            .ToHashSetAsync(cancellation);
        var seats = await members.ActiveOnAsync(end, cancellation);
        var people = seats.Select(seat => seat.PersonId).Where(person => !told.Contains(person)).ToHashSet();
        foreach (var batch in (await notices.AccountsAsync(people, cancellation)).Chunk(AtOnce))
        {
            foreach (var (person, account) in batch)
            {
                notices.TellQuarter(account, year, quarter);
                db.Add(
                    new QuarterNotice
                    {
                        PersonId = person,
                        Year = year,
                        Quarter = quarter,
                        At = time.GetUtcNow(),
                    }
                );
            }

            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
    }
}
