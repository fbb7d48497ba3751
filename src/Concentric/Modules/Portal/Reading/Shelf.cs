using Concentric.Platform.Web;

namespace Concentric.Modules.Portal.Reading;

/// <summary>A column as readers see it.</summary>
public sealed record ColumnCard(
    Guid Id,
    string Slug,
    string ChineseTitle,
    string? EnglishTitle,
    Guid? ParentId,
    int Order,
    ColumnKind Kind,
    bool IsHidden
)
{
    public string Title => Language.IsEnglish && EnglishTitle is not null ? EnglishTitle : ChineseTitle;

    public string Path => "/columns/" + Slug;
}

/// <summary>A published article as lists show it.</summary>
public sealed record ArticleCard(
    Guid Id,
    int Version,
    Guid ColumnId,
    string Title,
    string Summary,
    string Source,
    Guid? CoverFileId,
    DateTimeOffset PublishedAt,
    DateTimeOffset ChangedAt
)
{
    /// <summary>Characters shown of a text that has no summary of its own.</summary>
    internal const int LongestBeginning = 120;

    public string Path => $"/articles/{Id}";

    /// <summary>The summary in one line; a text that was cut says so.</summary>
    public string Beginning =>
        Summary.Replace('\n', ' ').TrimEnd() + (Summary.Length == LongestBeginning && !Summary.EndsWith('\u3002') ? "…" : "");
}

/// <summary>
/// What all public pages of a committee share: its columns and its newest articles, read once after each change rather than for each
/// page. Never changed after it was made.
/// </summary>
public sealed class Shelf
{
    private readonly Dictionary<Guid, ColumnCard> columns;
    private readonly ILookup<Guid?, ColumnCard> children;
    private readonly Dictionary<Guid, ArticleCard> articles;
    private readonly HashSet<Guid> shownColumns;
    private readonly Dictionary<Guid, (ArticleCard? Newer, ArticleCard? Older)> neighbours = [];

    /// <param name="articles">Newest first.</param>
    /// <param name="heat">How much each article is read these days.</param>
    public Shelf(IReadOnlyList<ColumnCard> columns, IReadOnlyList<ArticleCard> articles, IReadOnlyDictionary<Guid, double> heat)
    {
        this.columns = columns.ToDictionary(column => column.Id);
        children = columns
            .OrderBy(column => column.Order)
            .ThenBy(column => column.Slug, StringComparer.Ordinal)
            .ToLookup(column => column.ParentId);
        shownColumns =
        [
            .. columns
                .Where(column => !column.IsHidden && Trail(column.Id).All(step => !step.IsHidden))
                .Select(column => column.Id),
        ];
        All = articles;
        this.articles = articles.ToDictionary(article => article.Id);
        foreach (var column in articles.GroupBy(article => article.ColumnId).Select(group => group.ToList()))
        {
            for (var place = 0; place < column.Count; place++)
                neighbours[column[place].Id] = (column.ElementAtOrDefault(place - 1), column.ElementAtOrDefault(place + 1));
        }

        Latest = [.. articles.Where(IsShown)];
        Hot =
        [
            .. Latest
                .Where(article => heat.GetValueOrDefault(article.Id) > 0)
                .OrderByDescending(article => heat[article.Id])
                .ThenByDescending(article => article.PublishedAt)
                .Take(20),
        ];
    }

    /// <summary>The newest published articles, also of columns that no menu shows.</summary>
    public IReadOnlyList<ArticleCard> All { get; }

    /// <summary>The newest articles that lists show.</summary>
    public IReadOnlyList<ArticleCard> Latest { get; }

    /// <summary>热门文章: what is read most these days, views fading by half each week.</summary>
    public IReadOnlyList<ArticleCard> Hot { get; }

    /// <summary>The columns of the menu.</summary>
    public IReadOnlyList<ColumnCard> TopColumns => ChildrenOf(null);

    /// <summary>Shown columns in the order of the tree, each before its children.</summary>
    public IReadOnlyList<ColumnCard> ShownColumns => [.. Below(null)];

    public ColumnCard? Column(Guid id) => columns.GetValueOrDefault(id);

    public ColumnCard? Column(string slug) => columns.Values.FirstOrDefault(column => column.Slug == slug);

    public ArticleCard? Article(Guid id) => articles.GetValueOrDefault(id);

    /// <summary>上一篇 and 下一篇: the next newer and the next older article of the same column.</summary>
    public (ArticleCard? Newer, ArticleCard? Older) NeighboursOf(Guid articleId) => neighbours.GetValueOrDefault(articleId);

    public IReadOnlyList<ColumnCard> ChildrenOf(Guid? id) => [.. children[id].Where(column => !column.IsHidden)];

    /// <summary>The column and everything below it.</summary>
    public IReadOnlyList<Guid> Branch(Guid id) => [id, .. children[id].SelectMany(child => Branch(child.Id))];

    /// <summary>当前位置: from the top down to the column itself.</summary>
    public IReadOnlyList<ColumnCard> Trail(Guid id)
    {
        var trail = new List<ColumnCard>();
        for (
            var column = Column(id);
            column is not null && !trail.Contains(column);
            column = column.ParentId is { } parent ? Column(parent) : null
        )
            trail.Insert(0, column);
        return trail;
    }

    /// <summary>The newest articles of a column and of what stands below it.</summary>
    public IReadOnlyList<ArticleCard> LatestIn(Guid columnId, int count)
    {
        var branch = Branch(columnId).ToHashSet();
        return [.. All.Where(article => branch.Contains(article.ColumnId)).Take(count)];
    }

    public bool IsShown(ArticleCard article) => shownColumns.Contains(article.ColumnId);

    private IEnumerable<ColumnCard> Below(Guid? id) => ChildrenOf(id).SelectMany(child => Below(child.Id).Prepend(child));
}
