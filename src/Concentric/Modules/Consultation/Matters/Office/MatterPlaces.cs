using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Web.Tables;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>Places as filters have them: a place stands for itself and all below it.</summary>
internal static class MatterPlaces
{
    /// <summary>In the order of the tree, deeper ones further in.</summary>
    internal static IEnumerable<FilterOption> Options(IReadOnlyList<PlaceChoice> all) =>
        all.Select(place => new FilterOption(place.Slug, new string('\u3000', place.Depth) + place.Name));

    /// <summary>The places behind these slugs and those below them.</summary>
    internal static List<Guid> Below(IReadOnlyList<PlaceChoice> all, IReadOnlyList<string> slugs)
    {
        var tops = all.Where(place => slugs.Contains(place.Slug)).Select(place => place.Lineage).ToList();
        return
        [
            .. all.Where(place => tops.Exists(top => place.Lineage.StartsWith(top, StringComparison.Ordinal)))
                .Select(place => place.Id),
        ];
    }
}
