using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Portal.Articles;

/// <summary>All articles, by state; what waits for this reader first.</summary>
[RequirePermission(PortalPermissions.Read)]
public sealed class ArticlesPage(
    AppDb db,
    CurrentActor actor,
    ColumnDesk columns,
    CurrentCommittee committee,
    IStringLocalizer<PortalTexts> text
) : AppPage
{
    private const string Mine = "mine";
    private ColumnTree tree = null!;

    public TableView List { get; private set; } = null!;
    public IReadOnlyList<StateTab> Tabs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        tree = await columns.TreeAsync(cancellation);
        var rows = Rows();
        if (Table().ExportOf(rows, HttpContext) is { } file)
            return file;
        List = await Table().LoadAsync(rows, HttpContext, cancellation);
        Tabs = await TabsAsync(cancellation);
        return Page();
    }

    private IQueryable<ArticleLine> Rows() =>
        db.Set<Article>()
            .Select(article => new ArticleLine
            {
                Id = article.Id,
                ColumnId = article.ColumnId,
                Title = article.Title,
                State = article.State,
                Source = article.Source,
                Writer = article.DraftedByName,
                IsReturned = article.LastReturnReason != null,
                ChangedAt = article.ChangedAt,
                PublishAt = article.PublishAt,
                PublishedAt = article.PublishedAt,
            });

    private async Task<IReadOnlyList<StateTab>> TabsAsync(CancellationToken cancellation)
    {
        var counts = await db.Set<Article>()
            .GroupBy(article => article.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var mine = await ArticlesWaiting.For(db.Set<Article>(), actor).CountAsync(cancellation);
        var query = Request.Query;
        var state = query["f.state"].ToString();
        var desk = query["f.desk"].ToString();
        return
        [
            new(text["Articles.All"], "~/office/articles", state.Length + desk.Length == 0, counts.Values.Sum()),
            new(text["Articles.Mine"], "~/office/articles?f.desk=" + Mine, desk == Mine && state.Length == 0, mine),
            .. Enum.GetValues<ArticleState>()
                .Where(counts.ContainsKey)
                .Select(value => new StateTab(
                    text["State." + value],
                    $"~/office/articles?f.state={value}",
                    state == value.ToString(),
                    counts[value]
                )),
        ];
    }

    private TableDefinition<ArticleLine> Table() =>
        new TableDefinition<ArticleLine>("portal-articles", text["Articles.Title"])
            .Column("title", text["Article.Title"], row => row.Title)
            .Link(row => $"~/office/articles/{row.Id}")
            .SortBy(row => row.Title)
            .Column("state", text["Article.State"], row => ArticleWords.BadgeOf(row.State, row.IsReturned, text))
            .SortBy(row => row.State)
            .Column("column", text["Article.Column"], row => TitleOf(row.ColumnId))
            .Column("writer", text["Article.Writer"], row => row.Writer)
            .Column("changed", text["Article.ChangedAt"], row => row.ChangedAt)
            .SortBy(row => row.ChangedAt)
            .Column("published", text["Article.PublishedAt"], row => row.PublishedAt ?? row.PublishAt)
            .SortBy(row => row.PublishedAt)
            .Column("source", text["Article.Source"], row => row.Source)
            .Hidden()
            .Search((rows, words) => rows.Where(row => row.Title.Contains(words) || row.Writer.Contains(words)))
            .Choice("desk", text["Articles.Desk"], [new FilterOption(Mine, text["Articles.Mine"])], OnlyMine)
            .Choice(
                "state",
                text["Article.State"],
                Enum.GetValues<ArticleState>().Select(state => new FilterOption(state.ToString(), text["State." + state])),
                OfStates
            )
            .Choice(
                "column",
                text["Article.Column"],
                tree.Places.Select(place => new FilterOption(place.Column.Id.ToString(), TitleOf(place.Column.Id))),
                OfColumns
            )
            .Days("changed", text["Article.ChangedAt"], Between)
            .KeyedBy(row => row.Id)
            .StartSorted("-changed")
            .WhenEmpty(
                new EmptyList(
                    "news",
                    text["Articles.None"],
                    text["Articles.None.Text"],
                    "~/office/articles/new",
                    text["Articles.New"]
                )
            );

    private string TitleOf(Guid columnId) => string.Join(" / ", tree.PathTo(columnId).Select(column => column.Title));

    private IQueryable<ArticleLine> OnlyMine(IQueryable<ArticleLine> rows, IReadOnlyList<string> chosen)
    {
        var waiting = ArticlesWaiting.For(db.Set<Article>(), actor).Select(article => article.Id);
        return chosen.Contains(Mine) ? rows.Where(row => waiting.Contains(row.Id)) : rows;
    }

    private static IQueryable<ArticleLine> OfStates(IQueryable<ArticleLine> rows, IReadOnlyList<string> chosen)
    {
        var states = chosen.SelectMany(name =>
            Enum.TryParse<ArticleState>(name, out var state) ? [state] : Array.Empty<ArticleState>()
        );
        return rows.Where(row => states.Contains(row.State));
    }

    /// <summary>A column with everything below it.</summary>
    private IQueryable<ArticleLine> OfColumns(IQueryable<ArticleLine> rows, IReadOnlyList<string> chosen)
    {
        var branches = chosen.SelectMany(id => Guid.TryParse(id, out var column) ? tree.Branch(column) : []).ToList();
        return rows.Where(row => branches.Contains(row.ColumnId));
    }

    private IQueryable<ArticleLine> Between(IQueryable<ArticleLine> rows, DateOnly? from, DateOnly? to)
    {
        if (from is { } first && CommitteeTime.At(committee, first, TimeOnly.MinValue) is var start)
            rows = rows.Where(row => row.ChangedAt >= start);
        if (to is { } last && CommitteeTime.At(committee, last.AddDays(1), TimeOnly.MinValue) is var end)
            rows = rows.Where(row => row.ChangedAt < end);
        return rows;
    }
}

/// <summary>One tab above the list.</summary>
public sealed record StateTab(string Text, string Href, bool IsCurrent, int Count);

internal sealed class ArticleLine
{
    public Guid Id { get; init; }
    public Guid ColumnId { get; init; }
    public required string Title { get; init; }
    public ArticleState State { get; init; }
    public required string Source { get; init; }
    public required string Writer { get; init; }
    public bool IsReturned { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset? PublishAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
}
