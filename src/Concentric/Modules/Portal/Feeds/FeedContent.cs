using System.Xml;
using Concentric.Modules.Portal.Reading;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal.Feeds;

/// <summary>One article in a feed, with its full text.</summary>
internal sealed record FeedEntry(
    Guid Id,
    string Title,
    string Source,
    string? Author,
    string? Summary,
    string BodyHtml,
    DateTimeOffset PublishedAt,
    DateTimeOffset UpdatedAt,
    string? Column
)
{
    internal string Path => $"/articles/{Id}";
}

/// <summary>A feed before it is written in one of the two forms.</summary>
/// <param name="Id">Never changes; a feed reader knows the feed by it.</param>
/// <param name="Path">The page it is the feed of, below the committee.</param>
internal sealed record Feed(Guid Id, string Title, string Path, string OwnPath, string Author, IReadOnlyList<FeedEntry> Entries);

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
                    Valid(row.Title),
                    Valid(row.Source),
                    row.Author is null ? null : Valid(row.Author),
                    row.Summary is null ? null : Valid(row.Summary),
                    Valid(row.BodyHtml),
                    row.PublishedAt!.Value,
                    row.CorrectedAt > row.PublishedAt ? row.CorrectedAt.Value : row.PublishedAt.Value,
                    kept.Column(row.ColumnId)?.ChineseTitle
                ))
                .OrderByDescending(entry => entry.PublishedAt)
                .ThenByDescending(entry => entry.Id),
        ];
    }

    /// <summary>Without the few characters that XML cannot carry.</summary>
    private static string Valid(string text) =>
        text.Any(character => !XmlConvert.IsXmlChar(character) && !char.IsSurrogate(character))
            ? string.Concat(text.Where(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character)))
            : text;
}
