using Concentric.Platform.Search;
using Concentric.Platform.Tenancy;

namespace Concentric.Modules.Portal.Search;

/// <summary>Lets the public find an article by its words from the save that publishes it until the save that withdraws it.</summary>
public sealed class ArticleIndex(SearchIndex index, CurrentCommittee committee)
{
    public const string Kind = "portal.article";

    /// <summary>Call it before the save, after any verb that changes words, column or state.</summary>
    public Task KeepAsync(Article article, CancellationToken cancellation = default) =>
        article is { State: ArticleState.Published, PublishedAt: { } publishedAt }
            ? index.KeepAsync(
                Kind,
                article.Id,
                article.Title,
                string.Join('\n', new[] { article.Subtitle, article.Summary, article.BodyText }.OfType<string>()),
                article.ColumnId.ToString(),
                committee.DayOf(publishedAt),
                cancellation
            )
            : index.DropAsync(Kind, article.Id, cancellation);
}
