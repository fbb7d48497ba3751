using System.Buffers;
using System.Globalization;

namespace Concentric.Platform.Web.Tables;

/// <summary>
/// Comma-separated lines as RFC 4180 has them, safe to open in a spreadsheet: text that would be taken for a formula gets an
/// apostrophe in front (CWE-1236).
/// </summary>
public static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Byte order mark: without it Excel shows Han text as rubbish.</summary>
    public const char ByteOrderMark = '\uFEFF';

    /// <summary>One line with its end.</summary>
    public static string Line(IEnumerable<object?> values) => string.Join(',', values.Select(Field)) + "\r\n";

    /// <summary>One value. Numbers are numbers, also negative ones; text that begins with = + - @ TAB CR is neutralised.</summary>
    public static string Field(object? value)
    {
        var text = value switch
        {
            null => "",
            string plain => Neutralise(plain),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => Neutralise(value.ToString() ?? ""),
        };
        return text.AsSpan().ContainsAny(Quoted) ? '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : text;
    }

    // Full-width marks count too: some spreadsheets take them for the plain ones.
    private static string Neutralise(string text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..]
            ? "'" + text
            : text;
}
