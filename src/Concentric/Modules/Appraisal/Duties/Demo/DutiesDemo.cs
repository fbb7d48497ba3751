using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Duties.Demo;

/// <summary>
/// The registered duties of the demo world's year: the office hands in what happened month by month, the secretary-general confirms
/// it, one record is corrected, and at the end some wait, one was returned and one was reported by a member.
/// </summary>
public sealed class DutiesDemo(DataFolder data) : IDemoPart
{
    private const string Office = "office";
    private const string Secretary = "secretary";

    public int Order => 61;

    public async Task BuildAsync(DemoCommittee world, CancellationToken cancellation)
    {
        var begin = world.Clock.Now;
        var plan = data.ReadYaml<DemoDutiesPlan>("demo/duties.yaml");
        IReadOnlyList<SeatHeld> seats = [];
        await world.DoAsync("duties", async services => seats = await SeatsAsync(services, begin.Year, cancellation));
        var duties = new DemoDuties(plan, seats);
        var things = new Dictionary<int, Guid>();
        Guid? corrected = null;
        foreach (var month in duties.All().GroupBy(record => record.Details.OccurredOn.Month))
        {
            var last = new DateOnly(begin.Year, month.Key, DateTime.DaysInMonth(begin.Year, month.Key));
            world.At(last, 16);
            var ids = await RegisterAsync(world, [.. month], things, last, cancellation);
            world.At(last, 17);
            await ConfirmAsync(world, ids, cancellation);
            corrected ??= ids[^1];
        }

        if (world.IsFirst)
        {
            await CorrectAsync(world, plan.Correction, corrected!.Value, cancellation);
            await LeaveOpenAsync(world, plan, duties, seats, cancellation);
        }

        world.Clock.Now = begin;
    }

    /// <summary>One seat of each person, as the picker would show them.</summary>
    private static async Task<IReadOnlyList<SeatHeld>> SeatsAsync(
        IServiceProvider services,
        int year,
        CancellationToken cancellation
    )
    {
        var day = new DateOnly(year, 1, 1);
        var held = await services.GetRequiredService<MembersApi>().HeldBetweenAsync(day, day, cancellation: cancellation);
        return [.. held.DistinctBy(seat => seat.PersonId)];
    }

    private static async Task<List<Guid>> RegisterAsync(
        DemoCommittee world,
        List<DemoRecord> records,
        Dictionary<int, Guid> things,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        List<Guid> ids = [];
        await DoAsync(
            world,
            Office,
            async (db, doer, _) =>
            {
                foreach (var (details, thing) in records)
                {
                    Guid? known = thing is { } number && things.TryGetValue(number, out var found) ? found : null;
                    var record = DutyRecord.Register(details, today, doer, known);
                    if (thing is { } key)
                        things.TryAdd(key, record.ThingId);
                    db.Add(record);
                    ids.Add(record.Id);
                }

                await db.SaveChangesAsync(cancellation);
            }
        );
        return ids;
    }

    private static Task ConfirmAsync(DemoCommittee world, List<Guid> ids, CancellationToken cancellation) =>
        DoAsync(
            world,
            Secretary,
            async (db, _, services) =>
            {
                var chosen = db.Set<DutyRecord>().Where(record => ids.Contains(record.Id));
                var (_, _, refusal) = await services.GetRequiredService<DutyConfirming>().ConfirmAllAsync(chosen, cancellation);
                RefusedException.ThrowIf(refusal);
            }
        );

    private static async Task CorrectAsync(
        DemoCommittee world,
        DemoDutyCorrection correction,
        Guid id,
        CancellationToken cancellation
    )
    {
        var day = new DateOnly(world.Clock.Now.Year, 12, 28);
        world.At(day, 9);
        List<Guid> ids = [];
        await DoAsync(
            world,
            Office,
            async (db, doer, _) =>
            {
                var wrong = await db.Set<DutyRecord>().Include(row => row.Members).SingleAsync(row => row.Id == id, cancellation);
                var details = wrong.ToDetails();
                details = details with { OccurredOn = details.OccurredOn.AddDays(-correction.Days) };
                var right = wrong.Correct(details, correction.Reason, wrong.Revision + 1, day, doer);
                db.Add(right);
                ids.Add(right.Id);
                await db.SaveChangesAsync(cancellation);
            }
        );
        world.At(day, 11);
        await ConfirmAsync(world, ids, cancellation);
    }

    /// <summary>What still waits at the end of the year.</summary>
    private static async Task LeaveOpenAsync(
        DemoCommittee world,
        DemoDutiesPlan plan,
        DemoDuties duties,
        IReadOnlyList<SeatHeld> seats,
        CancellationToken cancellation
    )
    {
        var day = new DateOnly(world.Clock.Now.Year, 12, 29);
        world.At(day, 15);
        var returned = Guid.Empty;
        await DoAsync(
            world,
            Office,
            async (db, doer, _) =>
            {
                var record = DutyRecord.Register(duties.Single(plan.Returned), day, doer);
                returned = record.Id;
                db.Add(record);
                db.AddRange(plan.Waiting.Select(duty => DutyRecord.Register(duties.Single(duty), day, doer)));
                await db.SaveChangesAsync(cancellation);
            }
        );
        await DoAsync(
            world,
            Secretary,
            async (db, doer, _) =>
            {
                var record = await db.Set<DutyRecord>().SingleAsync(row => row.Id == returned, cancellation);
                record.Return(plan.Returned.Reason, doer);
                await db.SaveChangesAsync(cancellation);
            }
        );
        await DoAsync(
            world,
            world.Plan.Accounts.First(account => account.Member).UserName,
            async (db, doer, services) =>
            {
                var own = services.GetRequiredService<CurrentActor>().PersonId;
                var seat = seats.First(held => held.PersonId == own);
                var details = duties.Single(plan.Reported) with { Members = [DemoDuties.MemberOf(seat, null)] };
                db.Add(DutyRecord.Report(details, day, doer));
                await db.SaveChangesAsync(cancellation);
            }
        );
    }

    private static Task DoAsync(DemoCommittee world, string userName, Func<AppDb, Doer, IServiceProvider, Task> work) =>
        world.DoAsAsync(
            userName,
            "duties",
            services =>
                work(
                    services.GetRequiredService<AppDb>(),
                    Doer.Of(services.GetRequiredService<CurrentActor>(), services.GetRequiredService<TimeProvider>()),
                    services
                )
        );
}
