using Concentric.Platform;

namespace Concentric.Modules.Portal;

/// <summary>A column where it stands in the tree. <paramref name="Level"/> begins with 1.</summary>
public sealed record ColumnPlace(Column Column, int Level, bool IsFirst, bool IsLast, bool HasChildren);

/// <summary>栏目树: all columns of a committee, in the order in which people read them.</summary>
public sealed class ColumnTree(IReadOnlyCollection<Column> columns)
{
    private readonly ILookup<Guid?, Column> children = columns
        .OrderBy(column => column.Order)
        .ThenBy(column => column.Slug, StringComparer.Ordinal)
        .ToLookup(column => column.ParentId);

    /// <summary>Every column, each before its children.</summary>
    public IReadOnlyList<ColumnPlace> Places => [.. Below(null, 1)];

    public Column? Find(Guid id) => columns.FirstOrDefault(column => column.Id == id);

    public IReadOnlyList<Column> ChildrenOf(Guid? id) => [.. children[id]];

    public int NextOrder(Guid? parentId) => children[parentId].Select(column => column.Order).DefaultIfEmpty(0).Max() + 1;

    /// <summary>The column and everything below it.</summary>
    public IReadOnlyList<Guid> Branch(Guid id) => [id, .. children[id].SelectMany(child => Branch(child.Id))];

    /// <summary>From the top down to the column itself.</summary>
    public IReadOnlyList<Column> PathTo(Guid id)
    {
        var path = new List<Column>();
        for (var column = Find(id); column is not null && !path.Contains(column); column = ParentOf(column))
            path.Insert(0, column);
        return path;
    }

    /// <summary>A column cannot stand below itself, nor deeper than the tree may grow.</summary>
    public Refusal? WhyNotMove(Column column, Guid? parentId)
    {
        if (parentId is not { } parent)
            return null;
        if (Find(parent) is null)
            return new Refusal("ColumnUnknown");
        if (Branch(column.Id).Contains(parent))
            return new Refusal("ColumnBelowItself");
        return PathTo(parent).Count + HeightOf(column.Id) > Column.MostLevels
            ? new Refusal("ColumnTooDeep", Column.MostLevels)
            : null;
    }

    public Refusal? WhyNotAddBelow(Guid? parentId) =>
        parentId is not { } parent ? null
        : Find(parent) is null ? new Refusal("ColumnUnknown")
        : PathTo(parent).Count >= Column.MostLevels ? new Refusal("ColumnTooDeep", Column.MostLevels)
        : null;

    private Column? ParentOf(Column column) => column.ParentId is { } parent ? Find(parent) : null;

    private int HeightOf(Guid id) => 1 + children[id].Select(child => HeightOf(child.Id)).DefaultIfEmpty(0).Max();

    private IEnumerable<ColumnPlace> Below(Guid? parent, int level)
    {
        var siblings = ChildrenOf(parent);
        for (var index = 0; index < siblings.Count; index++)
        {
            var column = siblings[index];
            yield return new ColumnPlace(column, level, index == 0, index == siblings.Count - 1, children[column.Id].Any());
            foreach (var place in Below(column.Id, level + 1))
                yield return place;
        }
    }
}
