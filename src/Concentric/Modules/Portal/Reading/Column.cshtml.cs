using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web.Caching;
using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal.Reading;

/// <summary>栏目页: the articles of a column and of what stands below it, newest first.</summary>
[AllowAnonymous]
[PublicPage("page")]
public sealed class ColumnPage(PortalShelf shelf, CurrentCommittee committee, AppDb db) : ReadingPage(shelf, committee)
{
    public const int OnPage = 20;

    public ColumnCard Column { get; private set; } = null!;
    public IReadOnlyList<ColumnCard> Trail { get; private set; } = [];
    public IReadOnlyList<ColumnCard> Siblings { get; private set; } = [];
    public IReadOnlyList<ArticleCard> Articles { get; private set; } = [];

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;
    public int Pages { get; private set; }
    public int Total { get; private set; }

    public IReadOnlyList<Crumb> Crumbs(string home) =>
        [new(home, "~/"), .. Trail.SkipLast(1).Select(column => new Crumb(column.Title, "~" + column.Path))];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        await TakeShelfAsync(cancellation);
        if (Shelf.Column(slug) is not { } column)
            return NotFound();
        Column = column;
        Trail = Shelf.Trail(column.Id);
        // Below a branch its own children lead on; at a leaf its sisters do.
        var children = Shelf.ChildrenOf(column.Id);
        Siblings = children.Count > 0 || column.ParentId is null ? children : Shelf.ChildrenOf(column.ParentId);
        var branch = Shelf.Branch(column.Id);
        var articles = db.Set<Article>()
            .AsNoTracking()
            .Where(article => article.State == ArticleState.Published && branch.Contains(article.ColumnId));
        Total = await articles.CountAsync(cancellation);
        Pages = Math.Max(1, (Total + OnPage - 1) / OnPage);
        if (!ModelState.IsValid || Number < 1 || Number > Pages)
            return NotFound();
        Articles = await articles
            .OrderByDescending(article => article.PublishedAt)
            .ThenByDescending(article => article.Id)
            .Skip((Number - 1) * OnPage)
            .Take(OnPage)
            .Select(PortalShelf.Card)
            .ToListAsync(cancellation);
        return Page();
    }
}
