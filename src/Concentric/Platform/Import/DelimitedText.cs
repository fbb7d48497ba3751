using System.Text;

namespace Concentric.Platform.Import;

/// <summary>Comma-separated text as RFC 4180 has it, also with tabs, semicolons or full-width commas between; quotes may hold line ends.</summary>
internal static class DelimitedText
{
    private static readonly char[] Separators = [',', '\t', ';', '\uFF0C'];

    internal static IEnumerable<IReadOnlyList<string>> Records(string text)
    {
        var separator = SeparatorOf(text);
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

    // The one that stands most often in the first lines.
    private static char SeparatorOf(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 4000)).ToString();
        return Separators.MaxBy(separator => start.Count(c => c == separator));
    }

    private static string Take(StringBuilder cell)
    {
        var text = cell.ToString();
        cell.Clear();
        return text;
    }
}
