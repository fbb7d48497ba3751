using System.Text;

namespace Concentric.Rules.Text;

/// <summary>One run of a text that search treats alike: Han characters in a row, or one word of letters and digits.</summary>
/// <param name="Text">Half-width and in small letters, as terms are.</param>
/// <param name="IsHan">Whether it is made of Han characters.</param>
public sealed record TextRun(string Text, bool IsHan);

/// <summary>
/// 二元切分: cuts a text into the terms that search and likeness count. Chinese writes no spaces, so each pair of neighbouring
/// Han characters is a term; a word of two characters is therefore always found. Words of other scripts are terms themselves.
/// </summary>
public static class Bigrams
{
    /// <summary>Longer words are cut here: nobody types them, and an index should not keep them.</summary>
    public const int LongestWord = 40;

    /// <summary>Pairs of Han characters (a lone one stands for itself) and words, in the order of the text.</summary>
    public static IEnumerable<string> Of(string text)
    {
        foreach (var run in Runs(text))
        {
            if (!run.IsHan)
            {
                yield return run.Text;
                continue;
            }

            foreach (var pair in Pairs(run.Text))
                yield return pair;
        }
    }

    /// <summary>The runs of a text; what is neither letter, digit nor Han character only parts them.</summary>
    public static IEnumerable<TextRun> Runs(string text)
    {
        var run = new StringBuilder();
        var isHan = false;
        var written = new char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            var plain = Plain(rune);
            var han = IsHan(plain);
            var counts = han || Rune.IsLetterOrDigit(plain);
            if (run.Length > 0 && (!counts || han != isHan))
            {
                yield return Ended(run, isHan);
                run.Clear();
            }

            if (counts)
                run.Append(written, 0, plain.EncodeToUtf16(written));
            isHan = han;
        }

        if (run.Length > 0)
            yield return Ended(run, isHan);
    }

    /// <summary>Han characters of all planes, with 〇 of dates; also rare ones of names such as 𠮷.</summary>
    public static bool IsHan(Rune rune) =>
        rune.Value
            is 0x3007
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x3FFFF);

    private static TextRun Ended(StringBuilder run, bool isHan) =>
        new(!isHan && run.Length > LongestWord ? run.ToString(0, LongestWord) : run.ToString(), isHan);

    private static IEnumerable<string> Pairs(string run)
    {
        string? before = null;
        var alone = true;
        foreach (var rune in run.EnumerateRunes())
        {
            var character = rune.ToString();
            if (before is not null)
            {
                alone = false;
                yield return before + character;
            }

            before = character;
        }

        if (alone && before is not null)
            yield return before;
    }

    /// <summary>Full-width letters and digits as half-width ones, capitals as small letters.</summary>
    internal static Rune Plain(Rune rune) =>
        Rune.ToLowerInvariant(rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune);
}
