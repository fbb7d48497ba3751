using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal.Reading;

/// <summary>An article as its page shows it.</summary>
public sealed record ArticleToRead
{
    public required Guid Id { get; init; }
    public required Guid ColumnId { get; init; }
    public required string Title { get; init; }
    public string? Subtitle { get; init; }
    public string? Summary { get; init; }
    public required string Source { get; init; }
    public string? Author { get; init; }
    public string? Collector { get; init; }
    public string? Editor { get; init; }
    public required string BodyHtml { get; init; }
    public Guid? CoverFileId { get; init; }
    public required ArticleState State { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }
    public string? WithdrawReason { get; init; }

    /// <summary>Whether it has files; most have none, and then none are asked for.</summary>
    public bool HasAttachments { get; init; }

    /// <summary>更正: when it was last changed while the public could read it.</summary>
    public DateTimeOffset? CorrectedAt { get; init; }

    /// <summary>What was changed then, and why.</summary>
    public string? CorrectionNote { get; init; }
}

/// <summary>附件 as the page offers it.</summary>
/// <param name="Length">Bytes.</param>
public sealed record ArticleFile(Guid FileId, string Title, string FileName, long Length)
{
    public string Path => $"/files/{FileId}/{Uri.EscapeDataString(FileName)}";

    /// <summary>PDF, DOCX …</summary>
    public string Kind => System.IO.Path.GetExtension(FileName).TrimStart('.').ToUpperInvariant();
}

/// <summary>What an article's page needs of the database, and what it said of itself to programs when it was last made.</summary>
public sealed class KeptArticle(ArticleToRead article, IReadOnlyList<ArticleFile> files)
{
    private Description? last;

    public ArticleToRead Article => article;

    public IReadOnlyList<ArticleFile> Files => files;

    /// <summary>The structured data of the page; written again only for another address or language.</summary>
    public Description DescribedBy(string site, string publisher, Func<Description> write) =>
        last is { } known && known.Site == site && known.Publisher == publisher ? known : last = write();
}

/// <summary>schema.org data of an article and of the way to it, as JSON.</summary>
public sealed record Description(string Site, string Publisher, string Article, string Trail);

/// <summary>Reads one article for the public, in one question, two if it has files.</summary>
public sealed class ArticleReading(IServiceProvider services)
{
    /// <summary>The article if it is, or was, for the public.</summary>
    public Task<ArticleToRead?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<AppDb>();
        return db.Set<Article>()
            .AsNoTracking()
            .Where(article =>
                article.Id == id && (article.State == ArticleState.Published || article.State == ArticleState.Withdrawn)
            )
            .Select(article => new ArticleToRead
            {
                Id = article.Id,
                ColumnId = article.ColumnId,
                Title = article.Title,
                Subtitle = article.Subtitle,
                Summary = article.Summary,
                Source = article.Source,
                Author = article.Author,
                Collector = article.Collector,
                Editor = article.Editor,
                BodyHtml = article.BodyHtml,
                CoverFileId = article.CoverFileId,
                State = article.State,
                PublishedAt = article.PublishedAt,
                ChangedAt = article.ChangedAt,
                WithdrawnAt = article.WithdrawnAt,
                WithdrawReason = article.WithdrawReason,
                HasAttachments = db.Set<ArticleAttachment>().Any(attachment => attachment.ArticleId == id),
                CorrectedAt = db.Set<ArticleStep>()
                    .Where(step => step.ArticleId == id && step.Verb == ArticleVerb.Correct && step.At >= article.PublishedAt)
                    .Max(step => (DateTimeOffset?)step.At),
                CorrectionNote = db.Set<ArticleStep>()
                    .Where(step => step.ArticleId == id && step.Verb == ArticleVerb.Correct && step.At >= article.PublishedAt)
                    .OrderByDescending(step => step.At)
                    .Select(step => step.Words)
                    .FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellation);
    }

    public async Task<IReadOnlyList<ArticleFile>> FilesAsync(ArticleToRead article, CancellationToken cancellation)
    {
        if (!article.HasAttachments)
            return [];
        var db = services.GetRequiredService<AppDb>();
        var rows =
            from attachment in db.Set<ArticleAttachment>().AsNoTracking()
            join file in db.Set<StoredFile>().AsNoTracking() on attachment.FileId equals file.Id
            where attachment.ArticleId == article.Id
            orderby attachment.Order
            select new ArticleFile(file.Id, attachment.Title, file.Name, file.Length);
        return await rows.ToListAsync(cancellation);
    }
}
