using Microsoft.AspNetCore.Html;

namespace Concentric.Platform.Web.Tables;

/// <summary>One page of a list, ready to be shown by <c>&lt;data-table&gt;</c>.</summary>
public sealed class TableView
{
    public required string Key { get; init; }
    public required string Caption { get; init; }
    public required TableState State { get; init; }
    public required IReadOnlyList<HeaderView> Headers { get; init; }
    public required IReadOnlyList<RowView> Rows { get; init; }
    public required IReadOnlyList<FilterView> Filters { get; init; }
    public required IReadOnlyList<ChipView> Chips { get; init; }
    public required IReadOnlyList<ColumnChoice> Columns { get; init; }
    public required IReadOnlyList<BulkAction> Bulk { get; init; }
    public required bool CanSearch { get; init; }
    public required EmptyList? Empty { get; init; }

    /// <summary>Rows that the filters let through, on all pages.</summary>
    public required int Total { get; init; }
    public required int PageSize { get; init; }
    public int Page => State.Page;
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    public int First => Total == 0 ? 0 : (Page - 1) * PageSize + 1;
    public int Last => Math.Min(Total, Page * PageSize);
}

/// <summary>A heading; <paramref name="Sorted"/> is ascending, descending, or nothing.</summary>
public sealed record HeaderView(string Id, string Title, bool IsNumber, string? SortHref, string? Sorted);

/// <summary>A row with its key, where rows can be chosen.</summary>
public sealed record RowView(Guid? Key, string Name, IReadOnlyList<CellView> Cells);

/// <summary>A cell as HTML; the first one of a row leads to its page.</summary>
public sealed record CellView(IHtmlContent? Content, string Label, string? Class, string? Href);

/// <summary>A filter with what is chosen, and what is wrong with it.</summary>
public sealed record FilterView(
    string Id,
    string Title,
    FilterKind Kind,
    IReadOnlyList<FilterOption> Options,
    IReadOnlyList<string> Values,
    string From,
    string To,
    string? Error
);

/// <summary>A chosen filter that one touch takes away.</summary>
public sealed record ChipView(string Text, string Href);

/// <summary>A column that can be shown or hidden.</summary>
public sealed record ColumnChoice(string Id, string Title, bool IsShown, bool IsFixed);
