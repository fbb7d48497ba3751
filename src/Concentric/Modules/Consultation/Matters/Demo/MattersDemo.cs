using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Demo;

/// <summary>
/// Each committee's year of consultation, in the first all that its account tells of, through the same desks that people use: matters come
/// in and are screened, sessions are held, what they agreed on is handed on, handled, replied to, judged, closed and visited again; and some
/// matters are still on their way on the day the world is built.
/// </summary>
public sealed class MattersDemo(DataFolder data) : IDemoPart
{
    /// <summary>Days that are entered at one sitting.</summary>
    private const int Sitting = 7;

    public int Order => 45;

    public async Task BuildAsync(DemoCommittee world, CancellationToken cancellation)
    {
        var before = world.Clock.Now;
        var plan = data.ReadYaml<DemoMattersPlan>("demo/matters.yaml");
        if (!world.IsFirst)
            plan = plan.ForElsewhere();
        var places = new List<StoryPlace>();
        await world.DoAsync("places", async services => places.AddRange(await PlacesAsync(services, cancellation)));
        var book = new StoryBook(plan, places);
        book.Write();
        var intake = new IntakeOfStories(world, plan);
        var talks = new TalksOfStories(world, plan);
        var handling = new HandlingOfStories(world, plan, book);
        var first = book.Stories.Min(story => story.Collected);
        var last = book.Stories.Max(story => story.Closed).AddDays(110);
        for (var day = first; day <= last; day = day.AddDays(Sitting))
        {
            var end = day.AddDays(Sitting);
            bool IsNow(DateOnly one) => day <= one && one < end;
            await intake.EnterAsync([.. book.Stories.Where(story => IsNow(story.Collected))], cancellation);
            foreach (var session in book.Sessions.Where(session => IsNow(session.Day)))
                await talks.HoldAsync(session, cancellation);
            await handling.GoOnAsync(IsNow, cancellation);
        }

        await new LivingMatters(world, plan, places).BringInAsync(cancellation);
        world.Clock.Now = before;
    }

    /// <summary>Villages, communities and the like, where there is a council to consult in.</summary>
    private static async Task<List<StoryPlace>> PlacesAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<AppDb>();
        var all = await services.GetRequiredService<PlaceChoices>().AllAsync(cancellation);
        var rooms = await db.Set<ConsultationRoom>().Select(room => new { room.Id, room.PlaceId }).ToListAsync(cancellation);
        var councils = await db.Set<ConsultationCouncil>()
            .Select(council => new
            {
                council.Id,
                council.PlaceId,
                council.Vote,
            })
            .ToListAsync(cancellation);
        return
        [
            .. all.Where(place => councils.Exists(council => council.PlaceId == place.Id))
                .Select(place => new StoryPlace(
                    place.Id,
                    place.Slug,
                    place.Name,
                    place.Kind is PlaceKind.Village or PlaceKind.Township,
                    rooms.Find(room => room.PlaceId == place.Id)?.Id,
                    councils.Find(council => council.PlaceId == place.Id)?.Id,
                    councils.Find(council => council.PlaceId == place.Id)?.Vote is not null,
                    all.First(top => place.Lineage.StartsWith(top.Lineage, StringComparison.Ordinal)).Name
                )),
        ];
    }
}
