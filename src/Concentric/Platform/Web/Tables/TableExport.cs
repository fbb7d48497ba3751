using System.Data;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Net.Http.Headers;
using MiniExcelLibs;

namespace Concentric.Platform.Web.Tables;

/// <summary>Sends a list as a file, row by row: memory does not grow with the list.</summary>
public sealed class TableExport<TRow>(string name, IReadOnlyList<TableColumn<TRow>> columns, IQueryable<TRow> rows, bool isExcel)
    : IActionResult
    where TRow : class
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Task ExecuteResultAsync(ActionContext context)
    {
        var services = context.HttpContext.RequestServices;
        var format = services.GetRequiredService<DisplayFormat>();
        var today = format.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var response = context.HttpContext.Response;
        response.ContentType = isExcel ? Excel : "text/csv; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{name}-{DisplayFormat.ShortDate(today)}.{(isExcel ? "xlsx" : "csv")}");
        response.Headers.ContentDisposition = disposition.ToString();
        var cancellation = context.HttpContext.RequestAborted;
        return isExcel ? SendExcelAsync(response, format, cancellation) : SendCsvAsync(response, format, cancellation);
    }

    private async Task SendCsvAsync(HttpResponse response, DisplayFormat format, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(false), bufferSize: 32 * 1024, leaveOpen: true);
        await writer.WriteAsync(Csv.ByteOrderMark);
        await writer.WriteAsync(Csv.Line(columns.Select(column => column.Title)));
        await foreach (var row in Rows().WithCancellation(cancellation))
            await writer.WriteAsync(Csv.Line(columns.Select(column => Cells.Export(column.Value(row), format))));
    }

    private async Task SendExcelAsync(HttpResponse response, DisplayFormat format, CancellationToken cancellation)
    {
        // A workbook is an archive whose end is written last and without waiting, which a response does not allow.
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        await using var file = new FileStream(Path.Combine(Path.GetTempPath(), Ids.New().ToString("N")), options);
        await MiniExcel.SaveAsAsync(file, await BookAsync(format, cancellation), cancellationToken: cancellation);
        file.Position = 0;
        response.ContentLength = file.Length;
        await file.CopyToAsync(response.Body, cancellation);
    }

    // Rows are dictionaries by title; a list without rows is given as a table, which keeps its headings.
    private async Task<object> BookAsync(DisplayFormat format, CancellationToken cancellation)
    {
        var isEmpty = rows.Provider is IAsyncQueryProvider ? !await rows.AnyAsync(cancellation) : !rows.Any();
        if (!isEmpty)
            return Lines(format);
        var headings = new DataTable { Locale = CultureInfo.InvariantCulture };
        headings.Columns.AddRange([.. columns.Select(column => new DataColumn(column.Title))]);
        return headings;
    }

    private async IAsyncEnumerable<IDictionary<string, object?>> Lines(DisplayFormat format)
    {
        await foreach (var row in Rows())
            yield return columns.ToDictionary(column => column.Title, column => Cells.Export(column.Value(row), format));
    }

    private IAsyncEnumerable<TRow> Rows() =>
        rows.Provider is IAsyncQueryProvider ? rows.AsNoTracking().AsAsyncEnumerable() : rows.ToAsyncEnumerable();
}
