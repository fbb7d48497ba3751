using System.Linq.Expressions;

namespace Concentric.Platform.Web.Tables;

/// <summary>
/// A list that is filtered, sorted, paged, narrowed to columns, exported and acted upon, all by its address. A module describes it;
/// <see cref="LoadAsync"/> reads one page of it and <c>&lt;data-table&gt;</c> shows that. Rows that are projections are made by an
/// object initialiser (<c>Select(m => new Row { … })</c>), which the database can sort and filter.
/// </summary>
/// <param name="key">Names the list in saved views: <c>members</c>.</param>
/// <param name="caption">What the list holds, in words.</param>
public sealed partial class TableDefinition<TRow>(string key, string caption)
    where TRow : class
{
    private readonly List<TableColumn<TRow>> columns = [];
    private readonly List<TableFilter<TRow>> filters = [];
    private readonly List<BulkAction> bulk = [];
    private Func<IQueryable<TRow>, string, IQueryable<TRow>>? search;
    private Expression<Func<TRow, Guid>>? rowKey;
    private Func<TRow, Guid>? keyOf;
    private string startSort = "";
    private int pageSize = 25;
    private EmptyList? empty;

    public string Key { get; } = key;
    public string Caption { get; } = caption;

    /// <summary>A column. The first one names the row. A <see cref="Badge"/> is shown as a status, days and numbers in their format.</summary>
    public TableDefinition<TRow> Column(string id, string title, Func<TRow, object?> value)
    {
        columns.Add(new TableColumn<TRow>(id, title, value));
        return this;
    }

    /// <summary>The last column leads somewhere; <c>~/</c> is the committee.</summary>
    public TableDefinition<TRow> Link(Func<TRow, string?> address)
    {
        columns[^1].Link = address;
        return this;
    }

    /// <summary>The last column can be sorted by this.</summary>
    public TableDefinition<TRow> SortBy<TKey>(Expression<Func<TRow, TKey>> by)
    {
        columns[^1].Order = (rows, descending) => descending ? rows.OrderByDescending(by) : rows.OrderBy(by);
        return this;
    }

    /// <summary>The last column is shown only to those who choose it.</summary>
    public TableDefinition<TRow> Hidden()
    {
        columns[^1].IsHidden = true;
        return this;
    }

    /// <summary>The last column holds figures: they stand at the right.</summary>
    public TableDefinition<TRow> Number()
    {
        columns[^1].IsNumber = true;
        return this;
    }

    /// <summary>The values of the last column stay on one line.</summary>
    public TableDefinition<TRow> OneLine()
    {
        columns[^1].IsOneLine = true;
        return this;
    }

    /// <summary>One box that searches what people search by.</summary>
    public TableDefinition<TRow> Search(Func<IQueryable<TRow>, string, IQueryable<TRow>> narrow)
    {
        search = narrow;
        return this;
    }

    /// <summary>A filter by one or several of these values.</summary>
    public TableDefinition<TRow> Choice(
        string id,
        string title,
        IEnumerable<FilterOption> options,
        Func<IQueryable<TRow>, IReadOnlyList<string>, IQueryable<TRow>> narrow
    )
    {
        filters.Add(new TableFilter<TRow>(id, title, FilterKind.Choice) { Options = [.. options], ByValues = narrow });
        return this;
    }

    /// <summary>A filter by typed words.</summary>
    public TableDefinition<TRow> Text(string id, string title, Func<IQueryable<TRow>, string, IQueryable<TRow>> narrow)
    {
        filters.Add(new TableFilter<TRow>(id, title, FilterKind.Text) { ByValues = (rows, values) => narrow(rows, values[0]) });
        return this;
    }

    /// <summary>A filter from a day to a day, either open.</summary>
    public TableDefinition<TRow> Days(
        string id,
        string title,
        Func<IQueryable<TRow>, DateOnly?, DateOnly?, IQueryable<TRow>> narrow
    )
    {
        filters.Add(new TableFilter<TRow>(id, title, FilterKind.Days) { ByDays = narrow });
        return this;
    }

    /// <summary>What names a row: makes the order stable and lets rows be chosen.</summary>
    public TableDefinition<TRow> KeyedBy(Expression<Func<TRow, Guid>> by)
    {
        rowKey = by;
        keyOf = by.Compile();
        return this;
    }

    /// <summary>Something that can be done to the chosen rows; the page answers it in <c>OnPost{Handler}Async</c>.</summary>
    public TableDefinition<TRow> Bulk(string handler, string text, string look = "secondary")
    {
        bulk.Add(new BulkAction(handler, text, look));
        return this;
    }

    /// <summary>How the list is sorted when nobody chose: a column's id, with a minus for descending.</summary>
    public TableDefinition<TRow> StartSorted(string sort)
    {
        startSort = sort;
        return this;
    }

    /// <summary>Rows on a page; 25 unless told otherwise.</summary>
    public TableDefinition<TRow> PageSize(int rows)
    {
        pageSize = rows;
        return this;
    }

    /// <summary>What is said when there is nothing yet.</summary>
    public TableDefinition<TRow> WhenEmpty(EmptyList state)
    {
        empty = state;
        return this;
    }
}
