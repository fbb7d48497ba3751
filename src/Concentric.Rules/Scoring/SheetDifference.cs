namespace Concentric.Rules.Scoring;

/// <summary>What became of a part, or of one of its rules.</summary>
public enum SheetChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>
/// One difference between two editions: a part that came or went, or one rule of a part that is in both.
/// </summary>
/// <param name="Part">The part as the later edition has it; as the earlier one had it when it went.</param>
/// <param name="Before">The rule as it was; null when the part or the rule is new.</param>
/// <param name="After">The rule as it is; null when the part or the rule went.</param>
public sealed record SheetChange(SheetChangeKind Kind, SheetPart Part, SheetFacet? Before, SheetFacet? After)
{
    /// <summary>The rule that changed; null when the whole part came or went.</summary>
    public SheetFacet? Facet => After ?? Before;
}

/// <summary>版本比较: what a later edition of a sheet rules otherwise than an earlier one. Notes, order and layout of the text do not matter.</summary>
public static class SheetDifference
{
    public static IReadOnlyList<SheetChange> Between(RuleSheet earlier, RuleSheet later)
    {
        var (before, after) = (Keyed(SheetParts.Of(earlier)), Keyed(SheetParts.Of(later)));
        var changes = new List<SheetChange>();
        foreach (var (key, part) in after)
        {
            if (before.TryGetValue(key, out var old))
                changes.AddRange(Changed(old, part));
            else
                changes.Add(new(SheetChangeKind.Added, part, null, null));
        }

        changes.AddRange(
            before
                .Where(pair => !after.ContainsKey(pair.Key))
                .Select(pair => new SheetChange(SheetChangeKind.Removed, pair.Value, null, null))
        );
        return [.. changes.OrderBy(change => change.Part.Area)];
    }

    private static IEnumerable<SheetChange> Changed(SheetPart old, SheetPart part)
    {
        var (before, after) = (Keyed(old.Facets), Keyed(part.Facets));
        foreach (var (key, facet) in after)
        {
            var was = before.GetValueOrDefault(key);
            if (was is null || !IsSame(was.Value, facet.Value))
                yield return new(SheetChangeKind.Changed, part, was, facet);
        }

        foreach (var (key, facet) in before)
        {
            if (!after.ContainsKey(key))
                yield return new(SheetChangeKind.Changed, part, facet, null);
        }
    }

    /// <summary>Items keep their name wherever they stand; a draft with mistakes may have a name twice, so the n-th meets the n-th.</summary>
    private static Dictionary<(string, string, int), SheetPart> Keyed(IEnumerable<SheetPart> parts) =>
        Numbered(parts, part => (part.Place is null ? part.Area.ToString() : nameof(SheetArea.Item), part.Id));

    private static Dictionary<(string, string, int), SheetFacet> Keyed(IEnumerable<SheetFacet> facets) =>
        Numbered(facets, facet => (facet.Code, facet.Of ?? ""));

    private static Dictionary<(string, string, int), T> Numbered<T>(IEnumerable<T> all, Func<T, (string, string)> nameOf)
    {
        var numbered = new Dictionary<(string, string, int), T>();
        foreach (var one in all)
        {
            var (first, second) = nameOf(one);
            var number = 0;
            while (!numbered.TryAdd((first, second, number), one))
                number++;
        }

        return numbered;
    }

    private static bool IsSame(object before, object after) =>
        (before, after) switch
        {
            (IReadOnlyList<FactMatch> a, IReadOnlyList<FactMatch> b) => a.Count == b.Count && a.Zip(b).All(IsSame),
            (IReadOnlyList<SheetTie> a, IReadOnlyList<SheetTie> b) => a.Count == b.Count
                && a.Zip(b).All(pair => pair.First.By == pair.Second.By && pair.First.Items.SequenceEqual(pair.Second.Items)),
            (IReadOnlyList<SheetName> a, IReadOnlyList<SheetName> b) => a.ToHashSet().SetEquals(b),
            (IReadOnlyList<CountLimit> a, IReadOnlyList<CountLimit> b) => a.ToHashSet().SetEquals(b),
            (IReadOnlyList<ProRataTarget> a, IReadOnlyList<ProRataTarget> b) => a.ToHashSet().SetEquals(b),
            (IReadOnlyList<string> a, IReadOnlyList<string> b) => a.SequenceEqual(b, StringComparer.Ordinal),
            (SheetPlace a, SheetPlace b) => (a.Area, a.Id) == (b.Area, b.Id),
            (ExampleFacts a, ExampleFacts b) => a.Told == b.Told,
            _ => Equals(before, after),
        };

    private static bool IsSame((FactMatch, FactMatch) pair)
    {
        var (a, b) = pair;
        return a.Fact == b.Fact
            && a.As == b.As
            && a.Categories.ToHashSet(StringComparer.Ordinal).SetEquals(b.Categories)
            && a.Steps.ToHashSet(StringComparer.Ordinal).SetEquals(b.Steps)
            && a.Where.Select(Told).ToHashSet(StringComparer.Ordinal).SetEquals(b.Where.Select(Told));
    }

    private static string Told(AttributeTest test) =>
        $"{test.Attribute} {test.AtMost} {string.Join(' ', test.OneOf.Order(StringComparer.Ordinal))}";
}
