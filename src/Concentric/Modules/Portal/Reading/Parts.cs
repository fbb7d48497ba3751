namespace Concentric.Modules.Portal.Reading;

/// <summary>A short list beside a page.</summary>
/// <param name="IsRanked">Whether the order says which is read most; else each shows its day.</param>
public sealed record SideList(string Title, IReadOnlyList<ArticleCard> Articles, bool IsRanked = false)
{
    private const int Longest = 6;

    /// <summary>The first of them, without the article that is being read.</summary>
    internal static SideList Of(string title, IEnumerable<ArticleCard> articles, Guid? reading = null, bool isRanked = false) =>
        new(title, [.. articles.Where(article => article.Id != reading).Take(Longest)], isRanked);
}

/// <summary>What a page says of itself in its head: its one address, its feed, and the card shown where a link is shared.</summary>
/// <param name="Address">The canonical address, whole.</param>
public sealed record PageHead(string Address, string SiteName)
{
    public string? Title { get; init; }

    /// <summary>The folder of a column's own feed, below the committee.</summary>
    public string? Feed { get; init; }
    public Guid? Cover { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
}
