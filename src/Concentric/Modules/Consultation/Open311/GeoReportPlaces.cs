using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Rules.Formats.Open311;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Open311;

/// <summary>Finds the place that a request is about: as named, else by its address, else the nearest to its point.</summary>
internal sealed class GeoReportPlaces(AppDb db, PlaceChoices places)
{
    /// <summary>Kilometres: farther from every place, a point is outside the committee's area.</summary>
    private const double Farthest = 50;

    /// <summary>The place, or why none was found.</summary>
    internal async Task<(PlaceChoice? Place, GeoReportFault? Fault)> FindAsync(
        SentRequest request,
        CancellationToken cancellation
    )
    {
        var open = await places.OpenAsync(cancellation);
        if ((request.Attribute(GeoReportReading.PlaceAttribute) ?? request.AddressId) is { } slug)
        {
            return open.FirstOrDefault(place => place.Slug == slug) is { } named
                ? (named, null)
                : (null, new(GeoReportFault.BadRequest, "PlaceUnknown", slug));
        }

        if (Named(open, request.Address) is { } byAddress)
            return (byAddress, null);
        if (!request.HasPoint)
            return (null, new(GeoReportFault.BadRequest, "AddressUnknown"));
        var nearest = await NearestAsync(new GeoPoint(request.Latitude!.Value, request.Longitude!.Value), cancellation);
        return open.FirstOrDefault(place => place.Id == nearest) is { } found
            ? (found, null)
            : (null, new(GeoReportFault.BadRequest, "PointOutside"));
    }

    /// <summary>The deepest place whose name stands in the address; of several the longest name.</summary>
    private static PlaceChoice? Named(IEnumerable<PlaceChoice> open, string? address) =>
        address is null
            ? null
            : open.Where(place => address.Contains(place.Name, StringComparison.Ordinal))
                .OrderByDescending(place => place.Depth)
                .ThenByDescending(place => place.Name.Length)
                .FirstOrDefault();

    private async Task<Guid?> NearestAsync(GeoPoint point, CancellationToken cancellation)
    {
        var known = await db.Set<Place>()
            .Where(place => place.ClosedOn == null && place.Latitude != null && place.Longitude != null)
            .Select(place => new
            {
                place.Id,
                place.Latitude,
                place.Longitude,
            })
            .ToListAsync(cancellation);
        return known
            .Select(place => (place.Id, Distance: point.DistanceTo(new GeoPoint(place.Latitude!.Value, place.Longitude!.Value))))
            .Where(place => place.Distance <= Farthest)
            .OrderBy(place => place.Distance)
            .Select(place => (Guid?)place.Id)
            .FirstOrDefault();
    }
}
