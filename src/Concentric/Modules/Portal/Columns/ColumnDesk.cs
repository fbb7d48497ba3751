using Concentric.Platform;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal;

/// <summary>Reads and changes the tree of columns.</summary>
public sealed class ColumnDesk(AppDb db, DataFolder data)
{
    private const string UsualFile = "portal/columns.yaml";

    public async Task<ColumnTree> TreeAsync(CancellationToken cancellation) =>
        new(await db.Set<Column>().ToListAsync(cancellation));

    /// <summary>Why a column cannot be made with this address or below this one.</summary>
    public static Refusal? WhyNotAdd(ColumnTree tree, string slug, Guid? parentId) =>
        tree.Places.Any(place => place.Column.Slug == slug.Trim())
            ? new Refusal("ColumnSlugTaken", slug.Trim()).At(nameof(ColumnDetails.Slug))
            : tree.WhyNotAddBelow(parentId)?.At("ParentId");

    /// <summary>Adds a column behind its siblings, to the next save.</summary>
    public Column Add(ColumnTree tree, ColumnDetails details, Guid? parentId)
    {
        RefusedException.ThrowIf(WhyNotAdd(tree, details.Slug, parentId));
        var column = Column.Create(details, parentId is { } id ? tree.Find(id) : null, tree.NextOrder(parentId));
        db.Add(column);
        return column;
    }

    /// <summary>A column that holds articles or other columns stays: their addresses and places depend on it.</summary>
    public async Task<Refusal?> WhyNotDeleteAsync(Column column, ColumnTree tree, CancellationToken cancellation)
    {
        if (tree.ChildrenOf(column.Id).Count > 0)
            return new Refusal("ColumnHoldsColumns");
        var articles = await db.Set<Article>().CountAsync(article => article.ColumnId == column.Id, cancellation);
        return articles > 0 ? new Refusal("ColumnHoldsArticles", articles) : null;
    }

    public async Task DeleteAsync(Column column, ColumnTree tree, CancellationToken cancellation)
    {
        RefusedException.ThrowIf(await WhyNotDeleteAsync(column, tree, cancellation));
        db.Remove(column);
    }

    /// <summary>Changes places with the sibling before or behind it; at the end nothing happens.</summary>
    public static void Shift(ColumnTree tree, Column column, bool up)
    {
        var siblings = tree.ChildrenOf(column.ParentId).ToList();
        var from = siblings.IndexOf(column);
        var to = from + (up ? -1 : 1);
        if (to < 0 || to >= siblings.Count)
            return;
        (siblings[from], siblings[to]) = (siblings[to], siblings[from]);
        for (var index = 0; index < siblings.Count; index++)
            siblings[index].PlaceAt(index + 1);
    }

    /// <summary>Adds the usual columns to the next save; only where there are none.</summary>
    public async Task AddUsualAsync(CancellationToken cancellation)
    {
        if (await db.Set<Column>().AnyAsync(cancellation))
            throw new RefusedException(new Refusal("ColumnsThereAlready"));
        var order = 0;
        foreach (var top in data.ReadYaml<UsualColumns>(UsualFile).Columns)
            AddWithChildren(top, null, ++order);
    }

    private void AddWithChildren(UsualColumn usual, Column? parent, int order)
    {
        var column = Column.Create(
            new ColumnDetails
            {
                Slug = usual.Slug,
                Title = usual.Title,
                TitleEn = usual.TitleEn,
                Kind = usual.Kind,
            },
            parent,
            order
        );
        db.Add(column);
        var place = 0;
        foreach (var child in usual.Columns)
            AddWithChildren(child, column, ++place);
    }

    private sealed class UsualColumns
    {
        public List<UsualColumn> Columns { get; set; } = [];
    }

    private sealed class UsualColumn
    {
        public string Slug { get; set; } = "";
        public string Title { get; set; } = "";
        public string? TitleEn { get; set; }
        public ColumnKind Kind { get; set; }
        public List<UsualColumn> Columns { get; set; } = [];
    }
}
