using Concentric.Platform;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal;

/// <summary>What other modules may ask of the portal: the only type here that they name, with its records.</summary>
public sealed class PortalApi(AppDb db, ArticleDesk desk)
{
    /// <summary>What whoever hands a text over must be allowed to do.</summary>
    public const string WritePermission = PortalPermissions.Write;

    /// <summary>Where a draft is worked on, below the committee.</summary>
    public static string PathOf(Guid article) => $"/office/articles/{article}";

    /// <summary>
    /// Puts a text on the editorial desk as a draft, in the name of the one who acts; it goes its way through the reviews like
    /// any other. The body is cleaned as if it had been typed.
    /// </summary>
    /// <returns>The article's id.</returns>
    /// <exception cref="RefusedException">There is no such column, or the title is missing or too long.</exception>
    public async Task<Guid> DraftAsync(NewArticle article, CancellationToken cancellation = default)
    {
        var columnId = await db.Set<Column>()
            .Where(column => column.Slug == article.ColumnSlug)
            .Select(column => (Guid?)column.Id)
            .SingleOrDefaultAsync(cancellation);
        if (columnId is not { } column)
            throw new RefusedException(new Refusal("ColumnUnknown"));
        var draft = Article.Draft(
            new ArticleDetails
            {
                ColumnId = column,
                Title = article.Title,
                Source = article.Source,
                Author = article.Author,
                Body = BodyCleaner.Clean(article.BodyHtml),
            },
            desk.Doer
        );
        db.Add(draft);
        await desk.SaveAsync(draft, cancellation);
        return draft.Id;
    }
}

/// <summary>A text that another module hands to the editorial office.</summary>
public sealed record NewArticle
{
    /// <summary>The column by its part of the address, for example <c>annual-account</c>.</summary>
    public required string ColumnSlug { get; init; }
    public required string Title { get; init; }
    public required string BodyHtml { get; init; }

    /// <summary>来源; without it the draft cannot be submitted.</summary>
    public string? Source { get; init; }
    public string? Author { get; init; }
}
