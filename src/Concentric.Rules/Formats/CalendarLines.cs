using System.Text;

namespace Concentric.Rules.Formats;

/// <summary>The lines of an iCalendar or vCard file (RFC 5545 §3.1): CRLF, and at most 75 bytes before the next fold.</summary>
public static class CalendarLines
{
    private const int MostBytes = 75;

    /// <summary>
    /// Folds anew whatever way a text was folded before: a character of several bytes is never cut, which matters for
    /// every Chinese word.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + text.Length / 32);
        foreach (var line in Unfold(text).Split('\n'))
        {
            if (line.Length > 0)
                FoldLine(folded, line);
        }

        return folded.ToString();
    }

    /// <summary>The content lines, one after the other, ended by a line feed.</summary>
    public static string Unfold(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace("\n ", "", StringComparison.Ordinal)
            .Replace("\n\t", "", StringComparison.Ordinal);

    private static void FoldLine(StringBuilder folded, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MostBytes)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }

            folded.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        folded.Append("\r\n");
    }
}
