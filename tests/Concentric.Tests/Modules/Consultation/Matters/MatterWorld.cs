using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Platform.Messages;
using Concentric.Platform.Search;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Matters;

/// <summary>A committee with a township, two villages in it, two handling units, and matters on their way.</summary>
public sealed class MatterWorld
{
    public const string Office = "/office/consultation/matters";
    private const int Days = 20;

    private MatterWorld(Installation installation, TestCommittee committee) =>
        (Installation, Committee) = (installation, committee);

    public Installation Installation { get; }
    public TestCommittee Committee { get; }
    public Guid Township { get; private set; }
    public Guid Village { get; private set; }
    public Guid OtherVillage { get; private set; }
    public Guid WaterOffice { get; private set; }
    public Guid RoadOffice { get; private set; }

    /// <summary>Handles nothing yet.</summary>
    public Guid PowerOffice { get; private set; }

    public static async Task<MatterWorld> CreateAsync(Installation installation)
    {
        var world = new MatterWorld(installation, await TestCommittee.CreateAsync(installation));
        await world.Committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var doer = Doer.Of(services.GetRequiredService<CurrentActor>(), installation.Clock);
            Place Found(PlaceKind kind, string name, string slug, Place? parent)
            {
                var details = new PlaceDetails
                {
                    Kind = kind,
                    Name = name,
                    Latitude = 39.7m,
                    Longitude = 98.5m,
                };
                var (place, step) = Place.Found(details, slug, parent, doer);
                db.AddRange(place, step);
                return place;
            }

            var township = Found(PlaceKind.Township, "上坝镇", "shangba", null);
            world.Township = township.Id;
            world.Village = Found(PlaceKind.Village, "小沟村", "xiaogou", township).Id;
            world.OtherVillage = Found(PlaceKind.Village, "营尔村", "yinger", township).Id;
            Guid Unit(string name, string slug)
            {
                var (unit, step) = HandlingUnit.Found(new UnitDetails(name, Tasks: null), slug, doer);
                db.AddRange(unit, step);
                return unit.Id;
            }

            (world.WaterOffice, world.RoadOffice) = (Unit("水务局", "water-office"), Unit("交通局", "road-office"));
            world.PowerOffice = Unit("供电公司", "power-office");
            await db.SaveChangesAsync();
        });
        return world;
    }

    /// <summary>A matter of the village, with who sent it, brought to a state by the desk.</summary>
    public async Task<Guid> MatterAsync(
        MatterState state = MatterState.Collected,
        Guid? place = null,
        string title = "制种玉米灌不上水",
        string code = ""
    )
    {
        var id = await Committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var desk = services.GetRequiredService<MatterDesk>();
            var details = MatterLife.Details with { PlaceId = place ?? Village, Title = title };
            var digest = MatterTracking.Digest(code.Length > 0 ? code : MatterTracking.NewCode())!;
            var matter = Matter.Collect(details, digest, desk.Act());
            var seal = services.GetRequiredService<Concentric.Platform.PersonalData.PersonalDataSeal>();
            matter.BelongTo(MatterSubmitter.Of(new SubmitterDetails("陈玉兰", "13893712345", Email: null), seal));
            db.Add(matter);
            services
                .GetRequiredService<SearchIndex>()
                .Add(
                    MatterIntake.SearchKind,
                    matter.Id,
                    matter.Title,
                    matter.Text,
                    await desk.PlaceOfAsync(matter, CancellationToken.None),
                    matter.CollectedOn
                );
            await db.SaveChangesAsync();
            return matter.Id;
        });
        await LeadAsync(id, state);
        return id;
    }

    /// <summary>Leads a matter on by the shortest way.</summary>
    public async Task LeadAsync(Guid id, MatterState state)
    {
        if (state == MatterState.Rejected)
        {
            await DoAsync(id, MatterVerb.Reject, (matter, act) => matter.Reject("unclear", "看不明白在哪里。", act));
            return;
        }

        var today = DateOnly.FromDateTime(Installation.Clock.GetUtcNow().AddHours(8).DateTime);
        (MatterState To, MatterVerb Verb, Action<Matter, MatterAct> Do)[] way =
        [
            (MatterState.Accepted, MatterVerb.Accept, (_, _) => { }),
            (MatterState.Approved, MatterVerb.Approve, (matter, act) => matter.Approve(words: null, act)),
            (MatterState.Scheduled, MatterVerb.Schedule, (matter, act) => matter.Schedule(null, today.AddDays(7), null, act)),
            (MatterState.Announced, MatterVerb.Announce, (matter, act) => matter.Announce("周五下午三点，村议事室。", act)),
            (MatterState.InSession, MatterVerb.BeginSession, (matter, act) => matter.BeginSession(act)),
            (
                MatterState.Concluded,
                MatterVerb.Conclude,
                (matter, act) => matter.Conclude(MatterConclusion.Agreed, today, "修渠。", act)
            ),
            (MatterState.ResultDrafted, MatterVerb.DraftMinutes, (matter, act) => matter.DraftMinutes(act)),
            (MatterState.ResultSigned, MatterVerb.SignMinutes, (matter, act) => matter.SignMinutes(act)),
            (MatterState.Submitted, MatterVerb.Submit, (matter, act) => matter.Submit("镇党委", words: null, act)),
            (
                MatterState.Assigned,
                MatterVerb.Assign,
                (matter, act) => matter.Assign(WaterOffice, [RoadOffice], today.AddDays(Days), null, act)
            ),
            (MatterState.InProgress, MatterVerb.Receive, (matter, act) => matter.Receive(matter.Lead!, act)),
            (MatterState.Replied, MatterVerb.Reply, Reply),
            (MatterState.FeedbackSought, MatterVerb.SeekFeedback, (matter, act) => matter.SeekFeedback(act)),
            (MatterState.FeedbackGiven, MatterVerb.SettleFeedback, (matter, act) => matter.SettleFeedback(act)),
            (MatterState.Closed, MatterVerb.Close, (matter, act) => matter.Close(MatterOutcome.Solved, "支渠修好了。", act)),
        ];
        var now = await Now(id);
        var at = Array.FindIndex(way, stop => stop.To == now);
        foreach (var (to, verb, act) in way[(at + 1)..])
        {
            if (await Now(id) == state)
                break;
            if (verb == MatterVerb.SettleFeedback)
                await DoAsync(
                    id,
                    MatterVerb.GiveFeedback,
                    (matter, by) => matter.GiveFeedback(FeedbackGiver.Submitter, SatisfactionMark.Satisfied, null, by)
                );
            if (verb == MatterVerb.Accept)
                (await ActAsync(acts => acts.AcceptAsync(id))).Refusal.ShouldBeNull();
            else
                await DoAsync(id, verb, act);
            (await Now(id)).ShouldBe(to);
        }

        (await Now(id)).ShouldBe(state);
    }

    /// <summary>Does a deed as the system and expects that it is done.</summary>
    public async Task DoAsync(Guid id, MatterVerb verb, Action<Matter, MatterAct> act) =>
        (await ActAsync(acts => acts.DoAsync(id, new MatterDeed(verb, act)))).Refusal.ShouldBeNull();

    /// <summary>Its last day has come.</summary>
    public Task<int> DueTodayAsync(Guid id) =>
        Committee.InDbAsync(db =>
            db.Set<Matter>()
                .Where(row => row.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueOn, row => row.CollectedOn))
        );

    public Task<T> ActAsync<T>(Func<MatterActs, Task<T>> act) =>
        Committee.DoAsync(services => act(services.GetRequiredService<MatterActs>()));

    /// <summary>Text of the main part of a page.</summary>
    public static async Task<string> MainAsync(Visitor visitor, string path) =>
        (await visitor.GetPageAsync(path)).QuerySelector("main")!.TextContent;

    public Task<Matter> FindAsync(Guid id) =>
        Committee.DoAsync(async services =>
            (await services.GetRequiredService<MatterDesk>().FindAsync(id, MatterPermissions.Read, CancellationToken.None))!
        );

    public Task<List<Fact>> FactsAsync(Guid id, string kind) =>
        Committee.InDbAsync(db => db.Facts.Standing().Where(fact => fact.SourceId == id && fact.Kind == kind).ToListAsync());

    public Task<List<Message>> MessagesAsync(Visitor visitor) =>
        Committee.InDbAsync(db =>
            db.Set<Message>().Where(row => row.AccountId == visitor.AccountId).OrderBy(row => row.SentAt).ToListAsync()
        );

    private async Task<MatterState> Now(Guid id) =>
        await Committee.InDbAsync(db => db.Set<Matter>().Where(row => row.Id == id).Select(row => row.State).SingleAsync());

    private static void Reply(Matter matter, MatterAct act)
    {
        foreach (var other in matter.Current.Where(row => row.Role == HandlerRole.Other).ToList())
        {
            matter.Receive(other, act);
            matter.Reply(other, replyClass: null, "已经配合。", act);
        }

        matter.Reply(matter.Lead!, "A", "已经修好。", act);
    }
}
