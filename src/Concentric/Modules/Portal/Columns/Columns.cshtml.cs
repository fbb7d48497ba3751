using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal.Columns;

/// <summary>The tree of columns: order by buttons, everything else on a column's own page.</summary>
[RequirePermission(PortalPermissions.ManageColumns)]
public sealed class ColumnsPage(AppDb db, ColumnDesk desk) : AppPage
{
    private Dictionary<Guid, int> articles = [];

    public IReadOnlyList<ColumnPlace> Places { get; private set; } = [];

    public int ArticlesIn(Guid columnId) => articles.GetValueOrDefault(columnId);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Places = (await desk.TreeAsync(cancellation)).Places;
        articles = await db.Set<Article>()
            .GroupBy(article => article.ColumnId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
    }

    public async Task<IActionResult> OnPostShiftAsync(Guid id, bool up, CancellationToken cancellation)
    {
        var tree = await desk.TreeAsync(cancellation);
        if (tree.Find(id) is not { } column)
            return NotFound();
        ColumnDesk.Shift(tree, column, up);
        await db.SaveChangesAsync(cancellation);
        return GoTo("/office/columns");
    }

    public async Task<IActionResult> OnPostUsualAsync(CancellationToken cancellation)
    {
        if ((await desk.TreeAsync(cancellation)).Places.Count == 0)
        {
            await desk.AddUsualAsync(cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        Flash("Columns.UsualMade");
        return GoTo("/office/columns");
    }
}
