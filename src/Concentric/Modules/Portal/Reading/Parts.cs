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
