using Concentric.Modules.Portal.Views;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Portal.Reading;

/// <summary>The article as the public reads it; once withdrawn, a page that says so.</summary>
[AllowAnonymous]
[PublicPage]
[CountsViews]
public sealed class ArticlePage(
    PortalShelf shelf,
    CurrentCommittee committee,
    ArticleReading articles,
    DisplayFormat format,
    IStringLocalizer<PortalTexts> text
) : ReadingPage(shelf, committee)
{
    public ArticleToRead Article { get; private set; } = null!;
    public IReadOnlyList<ColumnCard> Trail { get; private set; } = [];
    public IReadOnlyList<ArticleFile> Files { get; private set; } = [];
    public IReadOnlyList<ArticleCard> Related { get; private set; } = [];

    /// <summary>上一篇: the next newer one of its column.</summary>
    public ArticleCard? Newer { get; private set; }

    /// <summary>下一篇: the next older one of its column.</summary>
    public ArticleCard? Older { get; private set; }

    public bool IsWithdrawn => Article.State == ArticleState.Withdrawn;

    public string Address => $"{Site}/articles/{Article.Id}";

    /// <summary>What the page says of itself to programs.</summary>
    public Description Described { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        await TakeShelfAsync(cancellation);
        if (await KeptArticleAsync(id, articles, cancellation) is not { } kept)
            return NotFound();
        var article = kept.Article;
        Article = article;
        Trail = Shelf.Trail(article.ColumnId);
        if (IsWithdrawn)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        Files = kept.Files;
        Described = kept.DescribedBy(Site, CommitteeName, Describe);
        Related = await RelatedAsync(id, cancellation);
        (Newer, Older) = Shelf.NeighboursOf(id);
        return Page();
    }

    private Description Describe() =>
        new(
            Site,
            CommitteeName,
            StructuredData.Article(Article, Trail, Site, CommitteeName, format),
            StructuredData.Trail(Trail, Site, text["Read.Home"], Article.Title)
        );
}
