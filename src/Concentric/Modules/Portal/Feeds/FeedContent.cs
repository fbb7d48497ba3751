using Concentric.Modules.Portal.Reading;
using Concentric.Platform.Data;
using Concentric.Platform.Web.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal.Feeds;

/// <summary>Reads what a feed tells: the newest articles of the site or of a column.</summary>
internal sealed class FeedContent(AppDb db, PortalShelf shelf)
{
    private const int MostEntries = 20;

    internal async Task<IReadOnlyList<FeedEntry>> EntriesAsync(ColumnCard? column, CancellationToken cancellation)
    {
        var kept = await shelf.GetAsync(cancellation);
        var ids = (column is null ? kept.Latest : kept.LatestIn(column.Id, MostEntries))
            .Take(MostEntries)
            .Select(article => article.Id)
            .ToList();
        var rows = await db.Set<Article>()
            .AsNoTracking()
            .Where(article => ids.Contains(article.Id) && article.State == ArticleState.Published)
            .Select(article => new
            {
                article.Id,
                article.Title,
                article.Source,
                article.Author,
                article.Summary,
                article.BodyHtml,
                article.PublishedAt,
                article.ColumnId,
                CorrectedAt = db.Set<ArticleStep>()
                    .Where(step => step.ArticleId == article.Id && step.Verb == ArticleVerb.Correct)
                    .Max(step => (DateTimeOffset?)step.At),
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new FeedEntry(
                    row.Id,
                    $"/articles/{row.Id}",
                    row.Title,
                    row.Author ?? row.Source,
                    row.Summary,
                    row.BodyHtml,
                    row.PublishedAt!.Value,
                    row.CorrectedAt > row.PublishedAt ? row.CorrectedAt.Value : row.PublishedAt.Value,
                    kept.Column(row.ColumnId)?.ChineseTitle
                ))
                .OrderByDescending(entry => entry.PublishedAt)
                .ThenByDescending(entry => entry.Id),
        ];
    }
}
