using System.Text;

namespace Concentric.Platform.Import;

/// <summary>Comma-separated text as RFC 4180 has it, also with tabs, semicolons or full-width commas between; quotes may hold line ends.</summary>
internal static class DelimitedText
{
    private static readonly char[] Separators = [',', '\t', ';', '\uFF0C'];
    private const int LongestSample = 8000;
    private const int MostSampled = 20;

    internal static IEnumerable<IReadOnlyList<string>> Records(string text) => Records(text, SeparatorOf(text));

    private static IEnumerable<IReadOnlyList<string>> Records(string text, char separator)
    {
        var record = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var place = 0; place < text.Length; place++)
        {
            var c = text[place];
            if (quoted)
            {
                if (c != '"')
                    cell.Append(c);
                else if (place + 1 < text.Length && text[place + 1] == '"')
                    cell.Append(text[place++]);
                else
                    quoted = false;
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator)
            {
                record.Add(Take(cell));
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && place + 1 < text.Length && text[place + 1] == '\n')
                    place++;
                record.Add(Take(cell));
                yield return record;
                record = [];
            }
            else
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || record.Count > 0)
            yield return [.. record, Take(cell)];
    }

    // The one that parts most of the first lines into as many cells; commas of a long text part each line otherwise.
    private static char SeparatorOf(string text)
    {
        var start = text[..Math.Min(text.Length, LongestSample)];
        return Separators.MaxBy(separator =>
            Records(start, separator)
                .Take(MostSampled)
                .Select(record => record.Count)
                .Where(cells => cells > 1)
                .GroupBy(cells => cells)
                .Select(group => (Lines: group.Count(), Cells: group.Key))
                .DefaultIfEmpty()
                .Max()
        );
    }

    private static string Take(StringBuilder cell)
    {
        var text = cell.ToString();
        cell.Clear();
        return text;
    }
}
