using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Demo;

/// <summary>Opens the demo world's rooms, councils, workstations, studios and contact points.</summary>
internal sealed class DemoOpening(PlaceDesk desk, CouncilComposition composition, DemoPlacesPlan plan)
{
    private int people;

    /// <summary>Adds everything to the next save.</summary>
    /// <returns>The workstations' places and heads.</returns>
    internal async Task<List<(Place Place, Guid? Head)>> OpenAsync(CancellationToken cancellation)
    {
        var places = await desk.Db.Set<Place>().OrderBy(place => place.Lineage).ToListAsync(cancellation);
        var posted = (
            await desk
                .Db.Set<Deployment>()
                .Where(row => row.State == DeploymentState.Standing)
                .OrderBy(row => row.Role == DeploymentRole.Head ? 0 : 1)
                .ThenBy(row => row.Id)
                .ToListAsync(cancellation)
        ).ToLookup(row => row.PlaceId);
        var about = plan.Places.SelectMany(top => top.Below).ToDictionary(place => place.Name, place => place.About);
        List<(Place, Guid?)> workstations = [];
        foreach (var (at, place) in places.Index())
        {
            if (place.ParentId is null)
            {
                var head = posted[place.Id].First(row => row.Role == DeploymentRole.Head);
                desk.Open(
                    place,
                    VenueKind.Workstation,
                    Alike(plan.Stations, place, at, null, (head.MembershipId, head.MemberName))
                );
                workstations.Add((place, head.MembershipId));
                continue;
            }

            desk.Open(place, VenueKind.Room, Alike(plan.Rooms, place, at, about.GetValueOrDefault(place.Name), null));
            Seat(place, posted[place.Id].FirstOrDefault());
        }

        foreach (var studio in plan.Studios)
            OpenAt(places, posted, VenueKind.Studio, studio);
        foreach (var point in plan.ContactPoints)
            OpenAt(places, posted, VenueKind.ContactPoint, point);
        return workstations;
    }

    private void OpenAt(List<Place> places, ILookup<Guid, Deployment> posted, VenueKind kind, DemoVenueAt planned)
    {
        var place = places.Single(one => one.Slug == planned.At);
        var member = posted[place.Id].Last();
        desk.Open(
            place,
            kind,
            new VenueDetails
            {
                Name = Named(planned.Name, member.MemberName),
                About = planned.About,
                OpenedOn = plan.Stations.OpenedOn,
                MembershipId = member.MembershipId,
                MemberName = member.MemberName,
            }
        );
    }

    private VenueDetails Alike(DemoVenues alike, Place place, int at, string? about, (Guid Id, string Name)? member) =>
        new()
        {
            Name = Named(alike.Name, place.Name),
            About = about ?? Named(alike.About, place.Name),
            Address = Named(alike.Address, place.Name),
            Meets = alike.Meets[at % alike.Meets.Count],
            OpenedOn = alike.OpenedOn,
            // Begins with a zero after the area code, so that it cannot ring anywhere.
            PublicPhone = string.Create(CultureInfo.InvariantCulture, $"{plan.AreaCode}-00{at:00000}"),
            MembershipId = member?.Id,
            MemberName = member?.Name,
        };

    private void Seat(Place place, Deployment? member)
    {
        var (council, step) = ConsultationCouncil.Found(
            place,
            new CouncilDetails
            {
                Name = Named(plan.Councils.Name, place.Name),
                // Now and then a council's own rule asks for a vote.
                Vote = people % 5 == 0 ? VoteThreshold.TwoThirds : null,
                SpeakingMinutes = 5,
                LeastConcerned = 3,
                TermFrom = plan.Councils.TermFrom,
                TermUntil = plan.Councils.TermUntil,
            },
            desk.Doer
        );
        desk.Db.AddRange(council, step);
        foreach (var kind in composition.Seated)
        {
            var isMember = kind.Id == "deputies-and-members" && member is not null;
            var details = new SeatDetails
            {
                SeatKind = kind.Id,
                Name = isMember ? member!.MemberName : Invent(),
                MembershipId = isMember ? member!.MembershipId : null,
                Post = plan.Councils.Posts.GetValueOrDefault(kind.Id),
                From = plan.Councils.TermFrom,
            };
            var (seat, taken) = CouncilSeat.Take(council, details, composition, desk.Doer);
            desk.Db.AddRange(seat, taken);
        }
    }

    private string Invent()
    {
        var surnames = plan.Councils.Surnames;
        people++;
        return surnames[people * 7 % surnames.Length] + plan.Councils.Given[people * 5 % plan.Councils.Given.Count];
    }

    private static string Named(string pattern, string name) => string.Format(CultureInfo.InvariantCulture, pattern, name);
}
