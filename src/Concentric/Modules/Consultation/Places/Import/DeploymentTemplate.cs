using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>An empty list of deployed members to fill in, with the open places on a second sheet.</summary>
internal static class DeploymentTemplate
{
    internal static byte[] Make(DeploymentColumns columns, IReadOnlyList<PlaceChoice> places)
    {
        var above = places.ToDictionary(place => place.Id, place => place.Name);
        var offered = places.Select(place => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [columns.NameOf("above")] = place.ParentId is { } parent ? above.GetValueOrDefault(parent) : null,
            [columns.NameOf("place")] = place.Name,
        });
        return ListTemplate.Make(columns, columns.NameOf("name"), (columns.NameOf("place"), [.. offered]));
    }
}
