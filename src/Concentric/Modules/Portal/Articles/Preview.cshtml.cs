using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Portal.Articles;

/// <summary>The article in the public's dress, for the editorial office.</summary>
[RequirePermission(PortalPermissions.Read)]
public sealed class PreviewPage(ArticleDesk desk, ColumnDesk columns, TimeProvider time, IStringLocalizer<PortalTexts> text)
    : AppPage
{
    public Article Article { get; private set; } = null!;
    public IReadOnlyList<string> Trail { get; private set; } = [];
    public IReadOnlyList<string> Names => ArticlePage.NamesIn(Article, text);
    public DateTimeOffset ShownAt => Article.PublishedAt ?? Article.PublishAt ?? time.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } found)
            return NotFound();
        Article = found;
        Trail = [.. (await columns.TreeAsync(cancellation)).PathTo(found.ColumnId).Select(column => column.Title)];
        return Page();
    }
}
