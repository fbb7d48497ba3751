using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Web.Forms;

namespace Concentric.Modules.Consultation.Matters.Intake;

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

    /// <param name="all">The whole tree, for the names above.</param>
    /// <param name="offered">Those that may be chosen.</param>
    public PlaceNames(IReadOnlyList<PlaceChoice> all, IReadOnlyList<PlaceChoice> offered)
    {
        places = offered;
        byId = all.ToDictionary(place => place.Id);
        shared = all.GroupBy(place => place.Name).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
    }

    public IReadOnlyList<PlaceChoice> Offered => places;

    /// <summary>The name that means this place and no other.</summary>
    public string NameOf(PlaceChoice place) =>
        shared.Contains(place.Name) && AboveOf(place) is { } above ? $"{above.Name}{Below}{place.Name}" : place.Name;

    public string? NameOf(Guid? id) => id is { } known && byId.TryGetValue(known, out var place) ? NameOf(place) : null;

    public PlaceChoice? AboveOf(PlaceChoice place) => place.ParentId is { } parent ? byId.GetValueOrDefault(parent) : null;

    /// <summary>The one place that was meant; or why there is none.</summary>
    public (PlaceChoice? Place, Refusal? Refusal) Find(string? typed)
    {
        var wanted = TypedText.HalfWidth(typed ?? "").Trim();
        if (wanted.Length == 0)
            return (null, new Refusal("MatterPlaceMissing"));
        foreach (var fits in Ways(wanted))
        {
            var found = places.Where(fits).Take(MostTold + 1).ToList();
            if (found.Count == 1)
                return (found[0], null);
            if (found.Count > 1)
                return (null, new Refusal("MatterPlaceUnclear", wanted, string.Join(' ', found.Take(MostTold).Select(NameOf))));
        }

        return (null, new Refusal("MatterPlaceNotFound", wanted));
    }

    private IEnumerable<Func<PlaceChoice, bool>> Ways(string wanted) =>
        [
            place => string.Equals(NameOf(place), wanted, StringComparison.OrdinalIgnoreCase),
            place => string.Equals(place.Name, wanted, StringComparison.OrdinalIgnoreCase) || place.Slug == wanted,
            place =>
                NameOf(place).StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
                || place.Slug.StartsWith(wanted, StringComparison.OrdinalIgnoreCase),
            place => NameOf(place).Contains(wanted, StringComparison.OrdinalIgnoreCase),
        ];
}
