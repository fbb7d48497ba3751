using System.Text;

namespace Concentric.Rules.Text;

/// <summary>Typed text as it can be kept: whole characters, plain line ends, nothing that no printer shows.</summary>
public static class PlainText
{
    /// <summary>Zero (twice), one to nine, ten, hundred, thousand, ten thousand, hundred million.</summary>
    private const string Numerals =
        "\u3007\u96F6\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343\u4E07\u4EBF";

    /// <summary>Per cent and per mille belong to the number before them.</summary>
    private const string Shares = "%\uFF05\u2030";

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

    /// <summary>
    /// The first sentence of a text as a title: cut at a full stop or a line end, else at a comma, else where it must be; never within a
    /// number, a word of letters or a character.
    /// </summary>
    /// <param name="text">Not empty.</param>
    /// <param name="longest">In UTF-16 units.</param>
    public static string FirstSentence(string text, int longest)
    {
        var plain = text.Trim();
        var end = plain.AsSpan().IndexOfAny("\u3002\uFF01\uFF1F!?\n");
        var sentence = (end > 0 ? plain[..end] : plain).TrimEnd('.', ' ');
        if (sentence.Length <= longest)
            return sentence;
        for (var comma = longest - 1; comma >= longest / 3; comma--)
        {
            if ("\uFF0C\uFF1B,;".Contains(sentence[comma], StringComparison.Ordinal) && !IsWithin(sentence, comma))
                return sentence[..comma];
        }

        var cut = longest - 1;
        while (cut > longest / 2 && IsWithin(sentence, cut))
            cut--;
        // One long number has no better place.
        if (IsWithin(sentence, cut))
            cut = longest - 1;
        return sentence[..(char.IsHighSurrogate(sentence[cut - 1]) ? cut - 1 : cut)].TrimEnd() + "\u2026";
    }

    /// <summary>Whether a cut before this sign goes through a number, a word of letters or a character.</summary>
    private static bool IsWithin(string text, int place)
    {
        var (before, sign) = (text[place - 1], text[place]);
        if (char.IsLowSurrogate(sign))
            return true;
        // 1,200 and 3.5 are one number; so is what follows their mark.
        if (IsMark(sign))
            return IsDigit(before) && place + 1 < text.Length && IsDigit(text[place + 1]);
        if (IsMark(before))
            return IsDigit(sign) && place > 1 && IsDigit(text[place - 2]);
        return IsDigit(before) && (IsDigit(sign) || Shares.Contains(sign, StringComparison.Ordinal))
            || IsWord(before) && IsWord(sign);
    }

    private static bool IsMark(char sign) => sign is '.' or ',' or ':' or '\uFF0E' or '-' or '/';

    /// <summary>0 to 9 of either width, and Han numerals.</summary>
    private static bool IsDigit(char sign) =>
        char.IsAsciiDigit(sign) || sign is >= '\uFF10' and <= '\uFF19' || Numerals.Contains(sign, StringComparison.Ordinal);

    private static bool IsWord(char sign) => char.IsAsciiLetterOrDigit(sign);
}
