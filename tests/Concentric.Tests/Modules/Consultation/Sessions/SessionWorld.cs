using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Consultation.Sessions;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Tests.Modules.Members;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Sessions;

/// <summary>A village with its council and two members posted there, and another village beside it. Its clock stands at 10 May 2023.</summary>
internal sealed class SessionWorld
{
    public static readonly DateOnly Today = new(2023, 5, 10);
    public static readonly Doer Doer = new(
        Guid.CreateVersion7(),
        "王洁",
        new DateTimeOffset(2023, 5, 10, 1, 0, 0, TimeSpan.Zero)
    );

    public required TestCommittee Committee { get; init; }
    public Guid Village { get; private set; }
    public Guid OtherVillage { get; private set; }
    public Guid Council { get; private set; }

    /// <summary>Seats.</summary>
    public Guid Zhang { get; private set; }
    public Guid Li { get; private set; }

    public static async Task<SessionWorld> CreateAsync(
        Installation installation,
        VoteThreshold? vote = null,
        int leastConcerned = 0
    )
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var world = new SessionWorld { Committee = committee };
        (world.Zhang, world.Li) = (await committee.EnrolAsync("张三"), await committee.EnrolAsync("李四"));
        await committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var village = world.AddPlace(db, "沙滩村", "shatan");
            (world.Village, world.OtherVillage) = (village.Id, world.AddPlace(db, "东河村", "donghe").Id);
            var (council, founded) = ConsultationCouncil.Found(
                village,
                new CouncilDetails
                {
                    Name = "沙滩村协商议事会",
                    Vote = vote,
                    SpeakingMinutes = 3,
                    LeastConcerned = leastConcerned,
                    TermFrom = new DateOnly(2022, 1, 1),
                },
                Doer
            );
            db.AddRange(council, founded);
            world.Council = council.Id;
            var people = await services
                .GetRequiredService<SessionDesk>()
                .MembersAsync([world.Zhang, world.Li], CancellationToken.None);
            foreach (var member in people)
            {
                var (deployment, step) = Deployment.Record(
                    village,
                    new DeployedMember(member.MembershipId!.Value, member.PersonId!.Value, member.Name!),
                    new DeploymentDetails { From = new DateOnly(2022, 3, 1), Office = "office" },
                    Today,
                    Doer
                );
                db.AddRange(deployment, step);
            }

            await db.SaveChangesAsync();
        });
        return world;
    }

    private Place AddPlace(AppDb db, string name, string slug)
    {
        var (place, step) = Place.Found(new PlaceDetails { Kind = PlaceKind.Village, Name = name }, slug, parent: null, Doer);
        db.AddRange(place, step);
        return place;
    }

    public SessionDetails Details =>
        new()
        {
            Title = "制种玉米灌溉协商",
            PlaceId = Village,
            CouncilId = Council,
            Organiser = SessionOrganiser.Village,
            OrganiserName = "沙滩村村委会",
            MembersPart = "mediated",
            ConvenerName = "王书记",
            PlannedFor = new DateTimeOffset(2023, 5, 12, 7, 0, 0, TimeSpan.Zero),
        };

    /// <summary>A matter of the village that was accepted and approved.</summary>
    public Task<Guid> ApprovedAsync(string title = "制种玉米灌不上水", Guid? place = null, string? code = null) =>
        Committee.DoAsync(async services =>
        {
            var (db, desk) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<MatterDesk>());
            var matter = Matter.Collect(
                new MatterDetails
                {
                    Title = title,
                    Text = title + "，请大家商量。",
                    PlaceId = place ?? Village,
                    Topic = "water",
                },
                MatterTracking.Digest(code ?? MatterTracking.NewCode())!,
                desk.Act()
            );
            matter.Accept(await desk.NextNumberAsync(2023, CancellationToken.None), repeats: null, desk.Act());
            matter.Approve(words: null, desk.Act());
            db.Add(matter);
            await db.SaveChangesAsync();
            return matter.Id;
        });

    /// <summary>A session that is planned with these matters.</summary>
    public Task<Guid> PlannedAsync(params Guid[] matters) =>
        ActAsync(
            async (acts, db) =>
            {
                var council = await db.Set<ConsultationCouncil>().SingleAsync();
                var session = CouncilSession.Plan(Details, council, Doer);
                db.Add(session);
                var titles = await db.Set<Matter>().Where(row => matters.Contains(row.Id)).ToListAsync();
                await acts.SetAgendaAsync(
                    session,
                    [.. matters.Select(id => new AgendaEntry(id, titles.Single(row => row.Id == id).Title))],
                    Today.AddDays(2),
                    CancellationToken.None
                );
                return session.Id;
            }
        );

    /// <summary>A session that has ended: 张三 and eight residents were there, and the matters were agreed.</summary>
    public async Task<Guid> EndedAsync(params Guid[] matters)
    {
        var id = await PlannedAsync(matters);
        await WithAsync(id, (acts, session) => acts.BeginAsync(session, CancellationToken.None));
        await WithAsync(
            id,
            async (acts, session) =>
            {
                await Task.CompletedTask;
                session.AddPresent(
                    Guid.CreateVersion7(),
                    new SessionPerson(PresentAs.Member) { MembershipId = Zhang, Name = "张三" },
                    Doer.Now
                );
                session.Count(PresentAs.Resident, 8, Doer.Now);
                foreach (var matter in session.Agenda)
                {
                    session.TakeUp(matter, Doer);
                    session.AddPoint(matter, Guid.CreateVersion7(), PointKind.Agreement, "水务局出料，村里出工。", Doer);
                    session.Conclude(matter, MatterConclusion.Agreed, votes: null, Doer);
                    session.ReadBack(matter, Doer);
                }

                session.End(Doer);
            }
        );
        return id;
    }

    public Task WithAsync(Guid id, Func<SessionActs, CouncilSession, Task> work) =>
        Committee.DoAsync(async services =>
        {
            var session = await services
                .GetRequiredService<SessionDesk>()
                .FindAsync(id, MatterPermissions.HoldSessions, CancellationToken.None);
            await work(services.GetRequiredService<SessionActs>(), session!);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });

    public Task<CouncilSession> ReadAsync(Guid id) =>
        Committee.DoAsync(async services =>
            (
                await services
                    .GetRequiredService<SessionDesk>()
                    .FindAsync(id, MatterPermissions.HoldSessions, CancellationToken.None)
            )!
        );

    public Task<Matter> MatterAsync(Guid id) =>
        Committee.InDbAsync(db =>
            db.Set<Matter>().Include(row => row.Steps.OrderBy(step => step.Id)).SingleAsync(row => row.Id == id)
        );

    /// <summary>The facts that stand, by kind.</summary>
    public Task<ILookup<string, Fact>> StandingAsync() =>
        Committee.InDbAsync(async db => (await db.Facts.Standing().ToListAsync()).ToLookup(fact => fact.Kind));

    public Task<(CouncilSession? Session, IReadOnlyList<Concentric.Platform.Refusal> Faults)> EnterAsync(
        EnteredSession entered
    ) => Committee.DoAsync(services => services.GetRequiredService<SessionEntry>().EnterAsync(entered));

    private Task<T> ActAsync<T>(Func<SessionActs, AppDb, Task<T>> work) =>
        Committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var result = await work(services.GetRequiredService<SessionActs>(), db);
            await db.SaveChangesAsync();
            return result;
        });
}
