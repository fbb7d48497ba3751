using System.Globalization;
using Concentric.Modules.Appraisal.Duties;
using Concentric.Modules.Appraisal.Objections;
using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Concentric.Platform.Ledger;
using Concentric.Rules.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Demo;

/// <summary>The first committee's objections, one in each state; one that was granted has its record corrected.</summary>
public sealed class ObjectionsDemo(DataFolder data) : IDemoPart
{
    private const string Office = "office";
    private const string Secretary = "secretary";
    private const string Chair = "chair";

    public int Order => 68;

    public async Task BuildAsync(DemoCommittee world, CancellationToken cancellation)
    {
        if (!world.IsFirst)
            return;
        var before = world.Clock.Now;
        var plan = data.ReadYaml<DemoObjectionsPlan>("demo/objections.yaml");
        foreach (var planned in plan.Objections)
            await TellAsync(world, planned, plan.Meeting, before.Year);
        world.Clock.Now = before;
    }

    private static async Task TellAsync(DemoCommittee world, DemoObjection planned, string meeting, int year)
    {
        var day = DemoObjection.Day(year + 1, planned.On);
        world.At(day, 20);
        var id = await RaiseAsync(world, planned, year);
        if (planned.End == ObjectionState.Withdrawn)
            await ActAsync(world, planned.Account, id, (objection, desk) => objection.Withdraw(desk.Doer));
        if (planned.Answer is { } answer)
        {
            world.At(day.AddDays(1), 10);
            var granted = planned.End == ObjectionState.Granted;
            var until = await DayAsync(world, year, cycle => cycle.ObjectionDays);
            await ActAsync(
                world,
                Office,
                id,
                (objection, desk) => objection.Answer(granted, answer, until, desk.Doer),
                isTold: true
            );
        }

        if (planned.Appeal is { } appeal)
        {
            world.At(day.AddDays(1), 21);
            var due = await DayAsync(world, year, cycle => cycle.SecondAnswerDays);
            await ActAsync(world, planned.Account, id, (objection, desk) => objection.Appeal(appeal, due, desk.Today, desk.Doer));
        }

        if (planned.Decision is { } decision)
        {
            world.At(day.AddDays(7), 17);
            var granted = planned.End == ObjectionState.GrantedOnAppeal;
            await ActAsync(
                world,
                Chair,
                id,
                (objection, desk) => objection.Decide(granted, meeting, desk.Today, decision, desk.Doer),
                isTold: true
            );
        }

        if (planned.Kind is not null)
            await MakeUpForAsync(world, planned, id, year);
    }

    private static async Task<Guid> RaiseAsync(DemoCommittee world, DemoObjection planned, int year)
    {
        var id = Guid.Empty;
        await world.DoAsAsync(
            planned.Account,
            "objection",
            async services =>
            {
                var (db, desk) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<ObjectionDesk>());
                var seat = await SeatAsync(services, desk, year);
                var lines = await db
                    .Facts.Standing()
                    .Where(fact => fact.SubjectId == seat.MembershipId && planned.Facts.Contains(fact.Kind))
                    .OrderBy(fact => fact.Index)
                    .ToListAsync();
                var entered = new NewObjection
                {
                    Year = year,
                    FactId = lines.MinBy(fact => planned.Facts.IndexOf(fact.Kind))?.Id,
                    What = planned.What,
                    HappenedOn = planned.HappenedOn is { } happened ? DemoObjection.Day(year, happened) : null,
                    Words = planned.Words,
                };
                var (objection, faults) = await desk.RaiseAsync(entered, seat, [], CancellationToken.None);
                RefusedException.ThrowIf(faults.FirstOrDefault());
                id = objection!.Id;
            }
        );
        return id;
    }

    private static async Task<ObjectorSeat> SeatAsync(IServiceProvider services, ObjectionDesk desk, int year)
    {
        var members = services.GetRequiredService<MembersApi>();
        var seats = await members.HeldBetweenAsync(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), desk.Actor.PersonId);
        return new ObjectorSeat(seats[^1].PersonId, seats[^1].MembershipId, seats[^1].Name);
    }

    private static Task ActAsync(
        DemoCommittee world,
        string account,
        Guid id,
        Action<Objection, ObjectionDesk> act,
        bool isTold = false
    ) =>
        world.DoAsAsync(
            account,
            "objection",
            async services =>
            {
                var (db, desk) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<ObjectionDesk>());
                var objection = await db.Set<Objection>().Include(row => row.Steps).SingleAsync(row => row.Id == id);
                act(objection, desk);
                if (isTold)
                    desk.TellMember(objection);
                await db.SaveChangesAsync();
            }
        );

    private static async Task<DateOnly> DayAsync(DemoCommittee world, int year, Func<CycleRules, int> days)
    {
        var day = default(DateOnly);
        await world.DoAsync(
            "days",
            async services => day = await services.GetRequiredService<ObjectionDesk>().DayAfterAsync(year, days)
        );
        return day;
    }

    /// <summary>What was missing is registered by its office, confirmed by a second person, and named in the objection.</summary>
    private static async Task MakeUpForAsync(DemoCommittee world, DemoObjection planned, Guid id, int year)
    {
        world.At(DemoObjection.Day(year + 1, planned.On).AddDays(2), 9);
        var record = Guid.Empty;
        await world.DoAsAsync(
            Office,
            "duty",
            async services =>
            {
                var (db, desk) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<ObjectionDesk>());
                var objection = await db.Set<Objection>().SingleAsync(row => row.Id == id);
                var duty = DutyRecord.Register(planned.DetailsOf(objection, year), desk.Today, desk.Doer);
                db.Add(duty);
                await db.SaveChangesAsync();
                record = duty.Id;
            }
        );
        await world.DoAsAsync(
            Secretary,
            "duty",
            async services => RefusedException.ThrowIf(await services.GetRequiredService<DutyConfirming>().ConfirmAsync(record))
        );
        await world.DoAsAsync(
            Office,
            "objection",
            async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                var objection = await db.Set<Objection>().SingleAsync(row => row.Id == id);
                objection.Link(
                    await db
                        .Facts.Standing()
                        .SingleAsync(fact => fact.SourceId == record && fact.SourceType == DutyRecord.SourceType)
                );
                await db.SaveChangesAsync();
            }
        );
    }
}

/// <summary><c>data/demo/objections.yaml</c>.</summary>
public sealed class DemoObjectionsPlan
{
    public string Meeting { get; set; } = "";
    public List<DemoObjection> Objections { get; set; } = [];
}

/// <summary>One objection of the demo world and how far it has come.</summary>
public sealed class DemoObjection
{
    public string Account { get; set; } = "";

    /// <summary>Kinds of fact, the most wanted first; none where a record is missing.</summary>
    public List<string> Facts { get; set; } = [];

    /// <summary>Month and day.</summary>
    public string On { get; set; } = "";
    public string? What { get; set; }
    public string? HappenedOn { get; set; }
    public string Words { get; set; } = "";
    public string? Answer { get; set; }
    public string? Appeal { get; set; }
    public string? Decision { get; set; }
    public ObjectionState End { get; set; }

    /// <summary>As what the missing record is registered afterwards, and by whom.</summary>
    public string? Kind { get; set; }
    public string Office { get; set; } = "";

    /// <summary>The missing record as its office registers it.</summary>
    internal DutyDetails DetailsOf(Objection objection, int year) =>
        new()
        {
            Kind = Kind!,
            Title = What!,
            OccurredOn = Day(year, HappenedOn!),
            Office = Office,
            Members =
            [
                new DutyMember
                {
                    MembershipId = objection.MembershipId,
                    PersonId = objection.PersonId,
                    Name = objection.MemberName,
                },
            ],
        };

    internal static DateOnly Day(int year, string monthAndDay) =>
        DateOnly.ParseExact($"{year}-{monthAndDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
