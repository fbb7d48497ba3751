using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Concentric.Platform.Web.Tables;
using Concentric.Rules.Figures;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Figures.Years;

/// <summary>
/// What is on the page as a file: CSV (UTF-8 with a byte order mark, formulas neutralised) and JSON. Column names are the same
/// in both and in both languages, because scripts read them.
/// </summary>
internal static class FigureExport
{
    internal static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static readonly (string Name, Func<FactRow, object?> Value)[] OfFacts =
    [
        ("index", row => row.Fact.Index),
        ("date", row => row.Fact.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("kind", row => row.Fact.Kind),
        ("category", row => row.Category),
        ("place", row => row.Fact.Place),
        ("placeName", row => row.Place),
        ("quantity", row => row.Fact.Quantity),
        ("unit", row => row.Fact.Unit),
        ("source", row => row.Source),
        ("organiser", row => row.Organiser),
        ("leafHash", row => Convert.ToHexStringLower(row.Fact.LeafHash)),
    ];

    /// <summary>What only the office's page shows.</summary>
    private static readonly (string Name, Func<FactRow, object?> Value)[] OfOffice =
    [
        ("step", row => row.Step),
        ("member", row => row.Subject),
    ];

    internal static FileContentResult Figures(
        string format,
        FigurePeriod period,
        long ledgerSize,
        IEnumerable<Figure> figures,
        FigureWording wording
    )
    {
        var name = $"figures-{period.Year}";
        return format == "csv" ? Table(name, Columns(wording), figures) : Json(name, Year(period, ledgerSize, figures, wording));
    }

    internal static FileContentResult Facts(string format, string name, IEnumerable<FactRow> rows, bool isOffice)
    {
        var columns = isOffice ? [.. OfFacts, .. OfOffice] : OfFacts;
        return format == "csv"
            ? Table(name, columns, rows)
            : Json(
                name,
                rows.Select(row =>
                    columns.ToDictionary(column => column.Name, column => column.Value(row), StringComparer.Ordinal)
                )
            );
    }

    private static (string Name, Func<Figure, object?> Value)[] Columns(FigureWording wording) =>
        [
            ("id", figure => figure.Definition.Id),
            ("title", figure => wording.Title(figure.Definition)),
            ("value", figure => figure.Value),
            ("unit", figure => wording.Unit(figure.Definition.Unit)),
            ("unitId", figure => figure.Definition.Unit),
            ("text", wording.Text),
            ("definition", figure => wording.Definition(figure.Definition)),
        ];

    /// <summary>The figures of a period with what they were asked of: days, size of the ledger, definitions.</summary>
    private static object Year(FigurePeriod period, long ledgerSize, IEnumerable<Figure> figures, FigureWording wording) =>
        new
        {
            from = period.From,
            to = period.To,
            ledgerSize,
            figures = figures.ToDictionary(
                figure => figure.Definition.Id,
                figure => new
                {
                    title = wording.Title(figure.Definition),
                    value = figure.Value,
                    unit = wording.Unit(figure.Definition.Unit),
                    unitId = figure.Definition.Unit,
                    text = wording.Text(figure),
                    definition = wording.Definition(figure.Definition),
                    byMonth = figure.ByMonth,
                },
                StringComparer.Ordinal
            ),
        };

    private static FileContentResult Table<T>(
        string name,
        IReadOnlyList<(string Name, Func<T, object?> Value)> columns,
        IEnumerable<T> rows
    )
    {
        var text = new StringBuilder().Append(Csv.ByteOrderMark).Append(Csv.Line(columns.Select(column => column.Name)));
        foreach (var row in rows)
            text.Append(Csv.Line(columns.Select(column => column.Value(row))));
        return new FileContentResult(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8")
        {
            FileDownloadName = name + ".csv",
        };
    }

    private static FileContentResult Json(string name, object value) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, Indented), "application/json; charset=utf-8")
        {
            FileDownloadName = name + ".json",
        };
}
