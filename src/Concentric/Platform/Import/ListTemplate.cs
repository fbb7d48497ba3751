using MiniExcelLibs;

namespace Concentric.Platform.Import;

/// <summary>An empty list to fill in, as XLSX: the headings with one example, and on a second sheet what may stand in a closed column.</summary>
public static class ListTemplate
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="columns">The headings, in the reader's language.</param>
    /// <param name="sheet">The name of the list's sheet.</param>
    /// <param name="closed">The name of the second sheet and its rows, by their headings; none without rows.</param>
    public static byte[] Make(
        ImportColumns columns,
        string sheet,
        (string Name, IReadOnlyList<Dictionary<string, object?>> Rows)? closed = null
    )
    {
        var example = columns.All.ToDictionary(column => column.Name, object? (column) => column.Example, StringComparer.Ordinal);
        var sheets = new Dictionary<string, object>(StringComparer.Ordinal) { [sheet] = new[] { example } };
        if (closed is { Rows.Count: > 0 } second)
            sheets[second.Name] = second.Rows;
        using var stream = new MemoryStream();
        stream.SaveAs(sheets);
        return stream.ToArray();
    }
}
