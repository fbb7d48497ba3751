using System.Text;

namespace Concentric.Rules.Text;

/// <summary>Typed text as it can be kept: whole characters, plain line ends, nothing that no printer shows.</summary>
public static class PlainText
{
    /// <summary>
    /// Without control characters and broken halves of characters, line ends as one sign, no more than one empty line in a row. Rare
    /// characters (𠮷) stay.
    /// </summary>
    public static string Of(string typed)
    {
        var kept = new StringBuilder(typed.Length);
        var breaks = 0;
        foreach (var rune in typed.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            var plain = rune.Value is '\r' or 0x2028 or 0x2029 ? new Rune('\n') : rune;
            if (plain.Value is not ('\n' or '\t') && (Rune.IsControl(plain) || plain == Rune.ReplacementChar))
                continue;
            breaks = plain.Value == '\n' ? breaks + 1 : 0;
            if (breaks < 3)
                kept.Append(plain.ToString());
        }

        return kept.ToString().Trim();
    }

    /// <summary>The first sentence of a text as a title: cut at a full stop or a line end, else at a comma, else where it must be.</summary>
    /// <param name="text">Not empty.</param>
    /// <param name="longest">In UTF-16 units.</param>
    public static string FirstSentence(string text, int longest)
    {
        var plain = text.Trim();
        var end = plain.AsSpan().IndexOfAny("\u3002\uFF01\uFF1F!?\n");
        var sentence = (end > 0 ? plain[..end] : plain).TrimEnd('.');
        if (sentence.Length <= longest)
            return sentence;
        var comma = sentence.AsSpan(0, longest).LastIndexOfAny("\uFF0C\uFF1B,;");
        if (comma >= longest / 3)
            return sentence[..comma];
        var cut = longest - 1;
        return sentence[..(char.IsHighSurrogate(sentence[cut - 1]) ? cut - 1 : cut)] + "\u2026";
    }
}
