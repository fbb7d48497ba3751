using System.Globalization;

namespace Concentric.Platform.Web.Tables;

/// <summary>
/// What a list shows, as it stands in the address: <c>q</c> (search), <c>f.x</c> (filters), <c>sort</c> (a column, a minus in front for
/// descending), <c>page</c>, <c>cols</c>. Other parameters of the page are kept.
/// </summary>
public sealed record TableState
{
    private const int LongestSearch = 200;
    private static readonly string[] NotKept = ["handler", "export", "q", "sort", "page", "cols"];

    public string Search { get; init; } = "";
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();
    public string Sort { get; init; } = "";
    public int Page { get; init; } = 1;
    public IReadOnlyList<string> Columns { get; init; } = [];
    public IReadOnlyList<KeyValuePair<string, string>> Rest { get; init; } = [];

    public bool IsFiltered => Search.Length > 0 || Filters.Count > 0;

    public static TableState Read(IQueryCollection query)
    {
        var search = query["q"].ToString().Trim();
        return new TableState
        {
            Search = search.Length > LongestSearch ? search[..LongestSearch] : search,
            Sort = query["sort"].ToString(),
            Page =
                int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
            Columns = [.. query["cols"].SelectMany(part => (part ?? "").Split(',')).Where(part => part.Length > 0).Distinct()],
            Filters = query
                .Where(pair => pair.Key.StartsWith("f.", StringComparison.Ordinal))
                .Select(pair => (Id: pair.Key[2..], Values: Values(pair.Value)))
                .Where(filter => filter.Values.Count > 0)
                .ToDictionary(filter => filter.Id, filter => filter.Values),
            Rest =
            [
                .. query
                    .Where(pair => !NotKept.Contains(pair.Key) && !pair.Key.StartsWith("f.", StringComparison.Ordinal))
                    .SelectMany(pair => Values(pair.Value).Select(value => KeyValuePair.Create(pair.Key, value))),
            ],
        };
    }

    /// <summary>The values chosen for a filter.</summary>
    public IReadOnlyList<string> Of(string filter) => Filters.GetValueOrDefault(filter) ?? [];

    /// <summary>The same list without a filter, or without one value of it, from the first page.</summary>
    public TableState Without(string filter, string? value = null)
    {
        var left = Filters.ToDictionary();
        left[filter] = value is null ? [] : [.. Of(filter).Where(chosen => chosen != value)];
        return this with { Filters = left.Where(pair => pair.Value.Count > 0).ToDictionary(), Page = 1 };
    }

    /// <summary>The parameters of the address, in a fixed order; what is usual is left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        foreach (var pair in Rest)
            yield return pair;
        foreach (var pair in SearchAndFilters())
            yield return pair;
        if (Sort.Length > 0)
            yield return KeyValuePair.Create("sort", Sort);
        if (Columns.Count > 0)
            yield return KeyValuePair.Create("cols", string.Join(',', Columns));
        if (Page > 1)
            yield return KeyValuePair.Create("page", Page.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The part of the address that narrows the list.</summary>
    public IEnumerable<KeyValuePair<string, string>> SearchAndFilters()
    {
        if (Search.Length > 0)
            yield return KeyValuePair.Create("q", Search);
        foreach (var (id, values) in Filters.OrderBy(filter => filter.Key, StringComparer.Ordinal))
        foreach (var value in values)
            yield return KeyValuePair.Create("f." + id, value);
    }

    /// <summary>The query string: <c>?q=…</c>, or <c>?</c> alone, which as a link means the page without any.</summary>
    public string Query(params (string Name, string Value)[] more)
    {
        var pairs = Pairs().Concat(more.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        var query = QueryString.Create(pairs.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Value;
        return string.IsNullOrEmpty(query) ? "?" : query;
    }

    private static IReadOnlyList<string> Values(Microsoft.Extensions.Primitives.StringValues values) =>
        [.. values.OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0).Distinct()];
}
