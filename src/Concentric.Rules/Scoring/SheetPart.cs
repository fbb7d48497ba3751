namespace Concentric.Rules.Scoring;

/// <summary>The areas of a sheet, in the order in which people read them.</summary>
public enum SheetArea
{
    About,
    Scale,
    Roles,
    Population,
    MinimumDuty,
    Category,
    Item,
    Bonus,
    Deduction,
    SameFact,
    Veto,
    Grade,
    Quota,
    Consequence,
    Cycle,
    Example,
}

/// <summary>
/// One thing that a sheet rules on (an item, a grade, a veto …) with every rule it sets, each by itself, so that a rule can be
/// told in words and compared with that of another edition.
/// </summary>
/// <param name="Id">Its identifier in its area; empty where the area has one part only.</param>
/// <param name="Title">What people call it; empty where the area's own name says it.</param>
/// <param name="Facets">Its rules in reading order; what the sheet does not set has none.</param>
public sealed record SheetPart(SheetArea Area, string Id, string Title, IReadOnlyList<SheetFacet> Facets) : INamedPart
{
    public string? TitleEn { get; init; }

    /// <summary>The category that an item stands in; null for anything else.</summary>
    public SheetPlace? Place { get; init; }
}

/// <summary>One rule of a part.</summary>
/// <param name="Code">Which rule: <c>Points</c>, <c>Cap</c>, <c>Limits</c> …; its words are under <c>Facet.{Code}</c>.</param>
/// <param name="Value">Points, a number, a day, a text, <c>true</c>, or one of the lists that a sheet holds.</param>
/// <param name="Of">The step, role or value of a statement that it is about, where it is about one.</param>
/// <param name="OfPart">What the sheet calls that.</param>
public sealed record SheetFacet(string Code, object Value, string? Of = null, INamedPart? OfPart = null);

/// <summary>Where an item stands: in a category, among the bonus items, among the deductions.</summary>
public sealed record SheetPlace(SheetArea Area, string Id, string Title, string? TitleEn = null) : INamedPart;

/// <summary>Something else of the sheet that a rule names: the same as long as its identifier is, whatever it is called.</summary>
public sealed record SheetName(string Id, string Title, string? TitleEn = null) : INamedPart
{
    public bool Equals(SheetName? other) => other is not null && string.Equals(Id, other.Id, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}

/// <summary>What a role is called: another rule as soon as it is called otherwise.</summary>
public sealed record RoleTitle(string Title, string? TitleEn) : INamedPart
{
    public RoleTitle(SheetName name)
        : this(name.Title, name.TitleEn) { }
}

/// <summary>A rule of the quota's order with the items that it names.</summary>
public sealed record SheetTie(TieMeasure By, IReadOnlyList<SheetName> Items);

/// <summary>The days that a sheet judges.</summary>
public sealed record SheetSpan(DateOnly From, DateOnly To);

/// <summary>The facts of a worked example.</summary>
/// <param name="Counts">Facts told by item, with the item's title in place of its id.</param>
/// <param name="Records">How many facts are told in full.</param>
/// <param name="Told">Everything about the example's member and facts, to tell two of them apart.</param>
public sealed record ExampleFacts(IReadOnlyList<ExampleCount> Counts, int Records, string Told);

/// <summary>Collects the rules of one part; what is not set leaves none.</summary>
internal sealed class FacetList
{
    private readonly List<SheetFacet> facets = [];

    internal IReadOnlyList<SheetFacet> All => facets;

    internal FacetList With(string code, object? value)
    {
        if (value is not (null or false or "" or System.Collections.ICollection { Count: 0 }))
            facets.Add(new(code, value));
        return this;
    }

    internal FacetList With(string code, IEnumerable<SheetFacet> several)
    {
        facets.AddRange(several.Select(facet => facet with { Code = code }));
        return this;
    }
}
