using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;

namespace Concentric.Modules.Portal.Reading;

/// <summary>A page of the public face: knows its shelf and its own whole address.</summary>
public abstract class ReadingPage(PortalShelf shelf, CurrentCommittee committee) : AppPage
{
    public Shelf Shelf { get; private set; } = null!;

    /// <summary>Where the committee's pages begin, without a slash at the end.</summary>
    public string Site => SiteAddress.Of(Request);

    /// <summary>What every address below the committee begins with.</summary>
    public string Root => Request.PathBase;

    /// <summary>The committee's name in the language of the page.</summary>
    public string CommitteeName => Language.IsEnglish ? committee.Value.EnglishName : committee.Value.Name;

    protected async Task TakeShelfAsync(CancellationToken cancellation) => Shelf = await shelf.GetAsync(cancellation);

    protected ValueTask<KeptArticle?> KeptArticleAsync(Guid id, ArticleReading articles, CancellationToken cancellation) =>
        shelf.ArticleAsync(id, articles, cancellation);

    protected ValueTask<IReadOnlyList<ArticleCard>> RelatedAsync(Guid articleId, CancellationToken cancellation) =>
        shelf.RelatedAsync(articleId, 5, cancellation);
}
