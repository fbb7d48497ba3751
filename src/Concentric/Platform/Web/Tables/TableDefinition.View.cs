using Concentric.Platform.Web.Forms;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Tables;

public sealed partial class TableDefinition<TRow>
{
    /// <summary>Reads the page that the address asks for; an unknown page is the first one.</summary>
    public async Task<TableView> LoadAsync(IQueryable<TRow> rows, HttpContext context, CancellationToken cancellation = default)
    {
        var text = context.RequestServices.GetRequiredService<IStringLocalizer<WebTexts>>();
        var format = context.RequestServices.GetRequiredService<DisplayFormat>();
        var state = TableState.Read(context.Request.Query);
        var narrowed = Narrowed(rows, state);
        var total = await CountAsync(narrowed, cancellation);
        if (state.Page > Math.Max(1, (total + pageSize - 1) / pageSize))
            state = state with { Page = 1 };
        var page = await ListAsync(Sorted(narrowed, state).Skip((state.Page - 1) * pageSize).Take(pageSize), cancellation);
        var shown = Shown(state);
        return new TableView
        {
            Key = Key,
            Caption = Caption,
            State = state,
            Total = total,
            PageSize = pageSize,
            Headers = [.. shown.Select(column => Header(column, state))],
            Rows = [.. page.Select(row => Row(row, shown, format))],
            Filters = [.. filters.Select(filter => View(filter, state, text))],
            Chips = [.. Chips(state, format, text)],
            Columns =
            [
                .. columns.Select(column => new ColumnChoice(
                    column.Id,
                    column.Title,
                    shown.Contains(column),
                    column == columns[0]
                )),
            ],
            Bulk = rowKey is null ? [] : bulk,
            CanSearch = search is not null,
            Empty = empty,
        };
    }

    /// <summary>
    /// The file of exactly what is seen (same filters, order and columns, all pages), when the address asks for one by
    /// <c>export=xlsx</c> or <c>export=csv</c>; else nothing.
    /// </summary>
    public TableExport<TRow>? ExportOf(IQueryable<TRow> rows, HttpContext context)
    {
        if (context.Request.Query["export"].ToString() is not ("xlsx" or "csv") || columns.Count == 0)
            return null;
        var state = TableState.Read(context.Request.Query);
        var isExcel = context.Request.Query["export"] == "xlsx";
        return new TableExport<TRow>(Key, Shown(state), Apply(rows, state), isExcel);
    }

    private HeaderView Header(TableColumn<TRow> column, TableState state)
    {
        var (sorted, descending) = SortOf(state);
        var isSorted = sorted == column;
        var next = isSorted && !descending ? "-" + column.Id : column.Id;
        return new HeaderView(
            column.Id,
            column.Title,
            column.IsNumber,
            column.Order is null ? null : (state with { Sort = next, Page = 1 }).Query(),
            isSorted ? (descending ? "descending" : "ascending") : null
        );
    }

    private RowView Row(TRow row, IReadOnlyList<TableColumn<TRow>> shown, DisplayFormat format)
    {
        var cells = shown.Select(column =>
        {
            var value = column.Value(row);
            return new CellView(Cells.Show(value, format), column.Title, ClassOf(column), column.Link?.Invoke(row));
        });
        return new RowView(keyOf?.Invoke(row), Cells.Text(columns[0].Value(row), format), [.. cells]);
    }

    private static FilterView View(TableFilter<TRow> filter, TableState state, IStringLocalizer text)
    {
        var from = state.Of(filter.Id + ".from") is [var first, ..] ? first : "";
        var to = state.Of(filter.Id + ".to") is [var last, ..] ? last : "";
        var wrong = new[] { from, to }.FirstOrDefault(typed =>
            typed.Length > 0 && DateText.Read(typed, out _, out _) != DateFault.None
        );
        var error = filter.Kind == FilterKind.Days && wrong is not null ? DateBinder.Explain(wrong, text) : null;
        return new FilterView(filter.Id, filter.Title, filter.Kind, filter.Options, state.Of(filter.Id), from, to, error);
    }

    private IEnumerable<ChipView> Chips(TableState state, DisplayFormat format, IStringLocalizer text)
    {
        if (search is not null && state.Search.Length > 0)
            yield return new ChipView(text["Table.SearchChip", state.Search], (state with { Search = "", Page = 1 }).Query());
        foreach (var filter in filters)
        {
            foreach (var value in state.Of(filter.Id))
                if (filter.Kind == FilterKind.Text || filter.Options.Any(option => option.Value == value))
                    yield return new ChipView(
                        text[
                            "Labelled",
                            filter.Title,
                            filter.Options.FirstOrDefault(option => option.Value == value)?.Text ?? value
                        ],
                        state.Without(filter.Id, value).Query()
                    );
            foreach (var (end, word) in new[] { (".from", "Table.From"), (".to", "Table.To") })
                if (Day(state, filter.Id + end) is { } day)
                    yield return new ChipView(
                        text["Labelled", filter.Title, text[word, format.Date(day)].Value],
                        state.Without(filter.Id + end).Query()
                    );
        }
    }

    private static string? ClassOf(TableColumn<TRow> column) =>
        column.IsNumber ? "num"
        : column.IsOneLine ? "nowrap"
        : null;
}
