using System.Globalization;
using Concentric.Modules.Consultation.Places.Import;
using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Demo;

/// <summary>
/// Each committee's tree of places, with rooms, councils, stations and handling units, and every member deployed: some to each township,
/// the others to the places below. The first has all of its district, the others a few.
/// </summary>
public sealed class PlacesDemo(DataFolder data, Pinyin pinyin, PlaceColumns columns) : IDemoPart
{
    private const string Office = "office";
    private const string StationAccount = "station";

    /// <summary>Members at a township or subdistrict, of whom the first heads the workstation.</summary>
    private const int AtTownship = 4;

    public int Order => 25;

    public async Task BuildAsync(DemoCommittee world, CancellationToken cancellation)
    {
        var before = world.Clock.Now;
        var plan = data.ReadYaml<DemoPlacesPlan>("demo/places.yaml");
        if (!world.IsFirst)
            plan = plan.ForElsewhere();
        world.At(Day(before.Year, plan.Deployment.From).AddDays(-20));
        await world.DoAsAsync(Office, "places", services => FoundAsync(services, plan, cancellation));
        await world.DoAsAsync(Office, "handling units", services => DemoUnits.FoundAsync(services, plan, cancellation));
        world.At(Day(before.Year, plan.Deployment.From), 9);
        if (plan.Deployment.WrongAt.Length > 0)
        {
            await world.DoAsAsync(Office, "deployment", services => MistakeAsync(services, plan, before.Year, cancellation));
            await world.DoAsAsync(Office, "withdrawal", services => WithdrawAsync(services, plan, cancellation));
        }

        world.At(Day(before.Year, plan.Deployment.From), 10);
        await world.DoAsAsync(Office, "deployments", services => DeployAsync(services, plan, before.Year, cancellation));
        world.At(Day(before.Year, plan.Deployment.From).AddDays(2), 10);
        await world.DoAsAsync(Office, "rooms and stations", services => OpenAsync(services, plan, cancellation));
        world.Clock.Now = before;
    }

    private async Task FoundAsync(IServiceProvider services, DemoPlacesPlan plan, CancellationToken cancellation)
    {
        var desk = services.GetRequiredService<PlaceDesk>();
        var slugs = new SlugMaker(
            pinyin,
            plan.Places.SelectMany(top => top.Below.Append(top)).Select(place => place.Slug).OfType<string>()
        );
        foreach (var top in plan.Places)
        {
            var above = Found(desk, top, top.Slug!, top.At, null);
            foreach (var (at, below) in top.Below.Index())
                Found(desk, below, below.Slug ?? slugs.For(below.Name), Around(top.At, at), above);
        }

        await desk.Db.SaveChangesAsync(cancellation);
    }

    private Place Found(PlaceDesk desk, DemoPlace planned, string slug, IReadOnlyList<decimal> at, Place? above)
    {
        var details = new PlaceDetails
        {
            Name = planned.Name,
            Kind = columns.KindByName(planned.Name),
            Latitude = at[0],
            Longitude = at[1],
        };
        var (place, step) = Place.Found(details, slug, above, desk.Doer);
        desk.Db.AddRange(place, step);
        return place;
    }

    /// <summary>A few hundred metres to two kilometres off, each in another direction.</summary>
    private static List<decimal> Around(List<decimal> centre, int place) =>
        [
            centre[0] + (place % 2 == 0 ? 0.0087m : -0.0113m) * (1 + place / 2),
            centre[1] + (place % 3 == 0 ? 0.0121m : -0.0094m) * (1 + place / 3),
        ];

    private static async Task DeployAsync(
        IServiceProvider services,
        DemoPlacesPlan plan,
        int year,
        CancellationToken cancellation
    )
    {
        var (db, deploying) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<Deploying>());
        var from = Day(year, plan.Deployment.From);
        var places = await db.Set<Place>().OrderBy(place => place.Lineage).ToListAsync(cancellation);
        var members = await MembersAsync(services, from, cancellation);
        var details = Details(plan, from);
        foreach (var (place, group) in Spread(places, members))
        {
            var isTop = place.ParentId is null;
            if (isTop)
                await deploying.AddAsync(place, group[..1], details with { Role = DeploymentRole.Head }, cancellation);
            await deploying.AddAsync(place, isTop ? group[1..] : group, details, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>One is entered at the wrong place …</summary>
    private static async Task MistakeAsync(
        IServiceProvider services,
        DemoPlacesPlan plan,
        int year,
        CancellationToken cancellation
    )
    {
        var from = Day(year, plan.Deployment.From);
        var place = await services.GetRequiredService<PlaceDesk>().FindAsync(plan.Deployment.WrongAt, cancellation);
        var members = await MembersAsync(services, from, cancellation);
        await services.GetRequiredService<Deploying>().RecordAsync(place!, [members[^1]], Details(plan, from), cancellation);
    }

    /// <summary>… and withdrawn before the lists are entered.</summary>
    private static async Task WithdrawAsync(IServiceProvider services, DemoPlacesPlan plan, CancellationToken cancellation)
    {
        var wrong = await services.GetRequiredService<AppDb>().Set<Deployment>().SingleAsync(cancellation);
        await services.GetRequiredService<Deploying>().WithdrawAsync(wrong, plan.Deployment.WrongBecause, cancellation);
    }

    private static DeploymentDetails Details(DemoPlacesPlan plan, DateOnly from) =>
        new()
        {
            From = from,
            Basis = plan.Deployment.Basis,
            Office = plan.Deployment.Office,
        };

    /// <summary>All who hold a seat; whoever has the account of a station head comes first.</summary>
    private static async Task<List<DeployedMember>> MembersAsync(
        IServiceProvider services,
        DateOnly day,
        CancellationToken cancellation
    )
    {
        var db = services.GetRequiredService<AppDb>();
        var head = await db
            .Accounts.Where(account => account.UserName == StationAccount)
            .Select(account => account.PersonId)
            .SingleOrDefaultAsync(cancellation);
        return
        [
            .. (await services.GetRequiredService<MembersApi>().ActiveOnAsync(day, cancellation))
                .OrderByDescending(seat => seat.PersonId == head)
                .Select(seat => new DeployedMember(seat.MembershipId, seat.PersonId, seat.Name)),
        ];
    }

    /// <summary>The townships take their few first, beginning with the one whose head signs in; the places below share the others.</summary>
    private static IEnumerable<(Place Place, DeployedMember[] Members)> Spread(List<Place> places, List<DeployedMember> members)
    {
        var tops = places.Where(place => place.ParentId is null).OrderByDescending(place => place.Slug == "yinda").ToList();
        var below = places.Where(place => place.ParentId is not null).ToList();
        foreach (var (at, top) in tops.Index())
            yield return (top, [.. members.Skip(at * AtTownship).Take(AtTownship)]);
        var others = members.Skip(tops.Count * AtTownship).ToList();
        foreach (var (at, place) in below.Index())
            yield return (place, [.. others.Where((_, number) => number % below.Count == at)]);
    }

    private static async Task OpenAsync(IServiceProvider services, DemoPlacesPlan plan, CancellationToken cancellation)
    {
        var venues = new DemoOpening(
            services.GetRequiredService<PlaceDesk>(),
            services.GetRequiredService<CouncilComposition>(),
            plan
        );
        var access = services.GetRequiredService<PlaceAccess>();
        foreach (var workstation in await venues.OpenAsync(cancellation))
            await access.HandOverAsync(workstation.Place, null, workstation.Head, cancellation);
        await services.GetRequiredService<AppDb>().SaveChangesAsync(cancellation);
    }

    private static DateOnly Day(int year, string day) =>
        DateOnly.ParseExact($"{year}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
