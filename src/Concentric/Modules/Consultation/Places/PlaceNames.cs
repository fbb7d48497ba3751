using Concentric.Platform;

namespace Concentric.Modules.Consultation.Places;

/// <summary>
/// Places by what people type: the whole name, its beginning or a part of it, or the slug. Two villages of one name are told apart by the
/// place above: 银达镇·怀茂村.
/// </summary>
public sealed class PlaceNames
{
    private const char Below = '\u00B7';
    private const int MostTold = 5;
    private readonly IReadOnlyList<PlaceChoice> places;
    private readonly Dictionary<Guid, PlaceChoice> byId;
    private readonly HashSet<string> shared;

    /// <summary>What is compared; a list of thousands of rows asks for it again and again.</summary>
    private readonly Dictionary<Guid, (string Full, string Name, string Slug)> plain;

    /// <param name="all">The whole tree, for the names above.</param>
    /// <param name="offered">Those that may be chosen.</param>
    public PlaceNames(IReadOnlyList<PlaceChoice> all, IReadOnlyList<PlaceChoice> offered)
    {
        places = offered;
        byId = all.ToDictionary(place => place.Id);
        shared = all.GroupBy(place => PlaceName.Plain(place.Name))
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToHashSet();
        plain = offered.ToDictionary(
            place => place.Id,
            place => (PlaceName.Plain(NameOf(place)), PlaceName.Plain(place.Name), PlaceName.Plain(place.Slug))
        );
    }

    public IReadOnlyList<PlaceChoice> Offered => places;

    /// <summary>The name that means this place and no other.</summary>
    public string NameOf(PlaceChoice place) =>
        shared.Contains(PlaceName.Plain(place.Name)) && AboveOf(place) is { } above
            ? $"{above.Name}{Below}{place.Name}"
            : place.Name;

    public string? NameOf(Guid? id) => id is { } known && byId.TryGetValue(known, out var place) ? NameOf(place) : null;

    public PlaceChoice? AboveOf(PlaceChoice place) => place.ParentId is { } parent ? byId.GetValueOrDefault(parent) : null;

    /// <summary>The one place that was meant; or why there is none.</summary>
    public (PlaceChoice? Place, Refusal? Refusal) Find(string? typed) => Find(typed, places);

    /// <summary>The place that a list names in two columns: a village, and the township or street above it.</summary>
    /// <param name="typed">Nothing where the place above is itself meant.</param>
    /// <param name="above">Nothing where the list does not say it.</param>
    public (PlaceChoice? Place, Refusal? Refusal) Find(string? typed, string? above)
    {
        if (string.IsNullOrWhiteSpace(above))
            return Find(typed);
        var (top, refusal) = Find(above);
        if (top is null || string.IsNullOrWhiteSpace(typed))
            return (top, refusal);
        return Find(typed, [.. places.Where(place => place.Lineage.StartsWith(top.Lineage, StringComparison.Ordinal))]);
    }

    private (PlaceChoice? Place, Refusal? Refusal) Find(string? typed, IReadOnlyList<PlaceChoice> among)
    {
        var wanted = PlaceName.Plain(typed ?? "");
        if (wanted.Length == 0)
            return (null, new Refusal("MatterPlaceMissing"));
        foreach (var fits in Ways(wanted))
        {
            var found = among.Where(fits).Take(MostTold + 1).ToList();
            if (found.Count == 1)
                return (found[0], null);
            if (found.Count > 1)
                return (
                    null,
                    new Refusal("MatterPlaceUnclear", typed!.Trim(), string.Join(' ', found.Take(MostTold).Select(NameOf)))
                );
        }

        return (null, new Refusal("MatterPlaceNotFound", typed!.Trim()));
    }

    private IEnumerable<Func<PlaceChoice, bool>> Ways(string wanted) =>
        [
            place => plain[place.Id].Full == wanted,
            place => plain[place.Id].Name == wanted || plain[place.Id].Slug == wanted,
            place =>
                plain[place.Id].Full.StartsWith(wanted, StringComparison.Ordinal)
                || plain[place.Id].Slug.StartsWith(wanted, StringComparison.Ordinal),
            place => plain[place.Id].Full.Contains(wanted, StringComparison.Ordinal),
        ];
}
