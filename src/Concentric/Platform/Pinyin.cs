using System.Text;

namespace Concentric.Platform;

/// <summary>A name as pinyin writes it.</summary>
/// <param name="Initials">zw</param>
/// <param name="Spelling">zhang wei: one space between syllables, so that it sorts as a dictionary does.</param>
public sealed record NameInPinyin(string Initials, string Spelling);

/// <summary>
/// Pinyin of names, without tones, from a table made at build time (<c>wwwroot/built/pinyin.txt</c>). Its lines are a reading
/// and its characters; lines that begin with <c>^</c> hold for the beginning of a name, where surnames have readings of their
/// own: 曾 is zeng, 单 is shan, 尉迟 is yu chi. A character that it does not know stands for itself.
/// </summary>
public sealed class Pinyin
{
    private readonly Dictionary<Rune, string> readings = [];
    private readonly Dictionary<string, string> surnames = new(StringComparer.Ordinal);

    public Pinyin()
        : this(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "wwwroot", "built", "pinyin.txt"))) { }

    internal Pinyin(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var cut = line.LastIndexOf(' ');
            if (cut <= 0)
                continue;
            if (line[0] == '^')
            {
                surnames[line[(cut + 1)..]] = line[1..cut];
                continue;
            }

            foreach (var rune in line[(cut + 1)..].EnumerateRunes())
                readings.TryAdd(rune, line[..cut]);
        }
    }

    public NameInPinyin Of(string name)
    {
        var syllables = Syllables(name).ToList();
        return new NameInPinyin(
            Shortened(string.Concat(syllables.Select(syllable => syllable.EnumerateRunes().First().ToString())), 50),
            Shortened(string.Join(' ', syllables), 200)
        );
    }

    private IEnumerable<string> Syllables(string name)
    {
        var runes = name.EnumerateRunes().Where(rune => Rune.IsLetterOrDigit(rune)).ToList();
        var start = 0;
        // Two-character surnames first.
        for (var length = Math.Min(2, runes.Count); length > 0 && start == 0; length--)
        {
            if (!surnames.TryGetValue(string.Concat(runes.Take(length)), out var reading))
                continue;
            start = length;
            foreach (var syllable in reading.Split(' '))
                yield return syllable;
        }

        var latin = new StringBuilder();
        foreach (var rune in runes.Skip(start))
        {
            if (rune.IsAscii)
            {
                latin.Append(Rune.ToLowerInvariant(rune));
                continue;
            }

            if (latin.Length > 0)
                yield return latin.ToString();
            latin.Clear();
            yield return readings.GetValueOrDefault(rune) ?? rune.ToString();
        }

        if (latin.Length > 0)
            yield return latin.ToString();
    }

    private static string Shortened(string text, int most)
    {
        if (text.Length <= most)
            return text;
        return char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];
    }
}
