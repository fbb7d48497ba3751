using System.Linq.Expressions;
using Concentric.Platform.Web.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Concentric.Platform.Web.Tables;

public sealed partial class TableDefinition<TRow>
{
    /// <summary>The rows that the address asks for, in its order: all of them, for exports and bulk acts.</summary>
    public IQueryable<TRow> Apply(IQueryable<TRow> rows, TableState state) => Sorted(Narrowed(rows, state), state);

    /// <summary>
    /// The rows chosen in a posted bulk form: those ticked, or all that the address shows. Rows outside what the caller may
    /// see are not reached, because they are looked up in <paramref name="rows"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The list has no key.</exception>
    public IQueryable<TRow> Selection(IQueryable<TRow> rows, HttpRequest request)
    {
        if (rowKey is null)
            throw new InvalidOperationException("A list whose rows are chosen says what they are keyed by.");
        if (request.Form["all"] == "true")
            return Narrowed(rows, TableState.Read(request.Query));
        var ids = request.Form["ids"].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).ToList();
        var contains = Expression.Call(
            Expression.Constant(ids),
            typeof(List<Guid>).GetMethod(nameof(List<>.Contains), [typeof(Guid)])!,
            rowKey.Body
        );
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(contains, rowKey.Parameters));
    }

    internal IReadOnlyList<TableColumn<TRow>> Shown(TableState state)
    {
        var chosen = columns.Where(column => state.Columns.Contains(column.Id, StringComparer.Ordinal)).ToList();
        // The column that names the row always stays: a row without its name is a riddle.
        if (chosen.Count == 0)
            chosen = columns.FindAll(column => !column.IsHidden);
        else if (!chosen.Contains(columns[0]))
            chosen.Insert(0, columns[0]);
        return chosen;
    }

    private IQueryable<TRow> Narrowed(IQueryable<TRow> rows, TableState state)
    {
        if (search is not null && state.Search.Length > 0)
            rows = search(rows, state.Search);
        foreach (var filter in filters)
        {
            var values = state.Of(filter.Id);
            if (filter.Kind == FilterKind.Choice)
                values = [.. values.Where(value => filter.Options.Any(option => option.Value == value))];
            if (filter.ByValues is not null && values.Count > 0)
                rows = filter.ByValues(rows, values);
            if (filter.ByDays is not null && (Day(state, filter.Id + ".from"), Day(state, filter.Id + ".to")) is var (from, to))
                rows = from is null && to is null ? rows : filter.ByDays(rows, from, to);
        }
        return rows;
    }

    private IQueryable<TRow> Sorted(IQueryable<TRow> rows, TableState state)
    {
        var (column, descending) = SortOf(state);
        if (column is null)
            return rowKey is null ? rows : rows.OrderBy(rowKey);
        var sorted = column.Order!(rows, descending);
        return rowKey is null ? sorted : sorted.ThenBy(rowKey);
    }

    // A sort that the list does not know falls back to its own.
    private (TableColumn<TRow>? Column, bool Descending) SortOf(TableState state)
    {
        foreach (var sort in new[] { state.Sort, startSort })
        {
            var descending = sort.StartsWith('-');
            var column = columns.Find(known => known.Order is not null && known.Id == (descending ? sort[1..] : sort));
            if (column is not null)
                return (column, descending);
        }
        return (null, false);
    }

    private static DateOnly? Day(TableState state, string filter) =>
        state.Of(filter) is [var typed, ..] && DateText.Read(typed, out var day, out _) == DateFault.None ? day : null;

    private static async Task<int> CountAsync(IQueryable<TRow> rows, CancellationToken cancellation) =>
        rows.Provider is IAsyncQueryProvider ? await rows.CountAsync(cancellation) : rows.Count();

    private static async Task<List<TRow>> ListAsync(IQueryable<TRow> rows, CancellationToken cancellation) =>
        rows.Provider is IAsyncQueryProvider ? await rows.AsNoTracking().ToListAsync(cancellation) : [.. rows];
}
