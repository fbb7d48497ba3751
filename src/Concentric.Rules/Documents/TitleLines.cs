namespace Concentric.Rules.Documents;

/// <summary>
/// 标题 of more than one line (GB/T 9704-2012, 7.3.1): each line is a whole phrase, and the lines make a trapezium or a diamond.
/// </summary>
public static class TitleLines
{
    /// <summary>What has more places to break than this is no title; it is cut evenly instead of being tried in every way.</summary>
    private const int MostPhrases = 12;

    /// <summary>What follows the last 的 of a title is the sort of document: 报告, 情况通报, 实施方案.</summary>
    private const int LongestSort = 6;

    private static readonly string[] Ends = ["会议", "委员会", "年度", "》", "、"];

    /// <summary>The lines of a title; one where it fits.</summary>
    public static IReadOnlyList<string> Of(string title)
    {
        if (DocumentText.Width(title) <= Gb9704.TitleCharacters)
            return [title];
        var phrases = Phrases(title);
        return phrases.Count > MostPhrases
            ? Evenly(title)
            : [.. Ways(phrases, 0).MinBy(way => (way.Count, Faults(way), Spread(way)))!.Select(line => line.Text)];
    }

    /// <summary>The phrases of a title: where it may end a line on a page whose width is not known.</summary>
    public static IReadOnlyList<string> PhrasesOf(string title) => [.. Phrases(title).Select(phrase => phrase.Text)];

    /// <summary>Every way to set phrases in lines that are not too long.</summary>
    private static IEnumerable<IReadOnlyList<Phrase>> Ways(IReadOnlyList<Phrase> phrases, int from)
    {
        if (from == phrases.Count)
            yield return [];
        for (var end = from + 1; end <= phrases.Count; end++)
        {
            var line = new Phrase(
                string.Concat(phrases.Skip(from).Take(end - from).Select(phrase => phrase.Text)),
                phrases[from].IsWhole
            );
            if (line.Width > Gb9704.TitleCharacters)
                yield break;
            foreach (var rest in Ways(phrases, end))
                yield return [line, .. rest];
        }
    }

    /// <summary>Lines that begin within a sense unit, and an hourglass, which is neither trapezium nor diamond.</summary>
    private static int Faults(IReadOnlyList<Phrase> lines) =>
        lines.Count(line => !line.IsWhole)
        + Enumerable
            .Range(1, Math.Max(0, lines.Count - 2))
            .Count(place => lines[place].Width < lines[place - 1].Width && lines[place].Width < lines[place + 1].Width);

    private static double Spread(IReadOnlyList<Phrase> lines) => lines.Max(line => line.Width) - lines.Min(line => line.Width);

    /// <summary>
    /// The phrases of a title: 关于 begins one, and so does the last 的 with the sort of document behind it; after 会议, 委员会, 年度,
    /// 》 and 、 one may end. One that is longer than a line is cut evenly.
    /// </summary>
    private static List<Phrase> Phrases(string title)
    {
        var last = title.LastIndexOf('的');
        if (title.Length - 1 - last > LongestSort)
            last = -1;
        List<Phrase> phrases = [];
        var from = 0;
        for (var place = 1; place <= title.Length; place++)
        {
            var rest = title[place..];
            var begins = place == last || rest.StartsWith("关于", StringComparison.Ordinal);
            var ends = Array.Exists(Ends, end => title[..place].EndsWith(end, StringComparison.Ordinal));
            if (place < title.Length && !begins && !(ends && MayPart(title, place)))
                continue;
            var isWhole = from == 0 || from == last || title[from..].StartsWith("关于", StringComparison.Ordinal);
            phrases.AddRange(Evenly(title[from..place]).Select((line, cut) => new Phrase(line, isWhole && cut == 0)));
            from = place;
        }

        return phrases;
    }

    /// <summary>
    /// Parts of about one length that fit a line: not within a number or a word in letters, unless that alone is longer than a line.
    /// </summary>
    private static List<string> Evenly(string title)
    {
        var left = 1;
        List<string> lines = [];
        while (DocumentText.Width(title) > Gb9704.TitleCharacters)
        {
            left = Math.Max(left, (int)Math.Ceiling(DocumentText.Width(title) / Gb9704.TitleCharacters));
            var cut = EvenCut(title, DocumentText.Width(title) / left);
            lines.Add(title[..cut]);
            (title, left) = (title[cut..], left - 1);
        }

        return [.. lines, title];
    }

    /// <summary>Where the first line ends that fits and is nearest to a width: at the least harm to what is read.</summary>
    private static int EvenCut(string title, double wanted) =>
        Enumerable
            .Range(1, title.Length - 1)
            .Where(place => !char.IsLowSurrogate(title[place]) && DocumentText.Width(title[..place]) <= Gb9704.TitleCharacters)
            .OrderBy(place =>
                MayPart(title, place) ? 0
                : IsWithinNumber(title, place) ? 2
                : 1
            )
            .ThenBy(place => Math.Abs(DocumentText.Width(title[..place]) - wanted))
            .First();

    private static bool IsWithinNumber(string title, int place) =>
        char.IsAsciiDigit(title[place - 1]) && char.IsAsciiDigit(title[place]);

    private static bool MayPart(string title, int place) =>
        !(char.IsAsciiLetterOrDigit(title[place - 1]) && char.IsAsciiLetterOrDigit(title[place]))
        && !char.IsLowSurrogate(title[place])
        && title[place] is not ('》' or '）' or '”' or '、' or '，' or '：' or '。' or '的' or '年' or '月' or '日')
        && title[place - 1] is not ('《' or '（' or '“');

    private sealed record Phrase(string Text, bool IsWhole)
    {
        public double Width { get; } = DocumentText.Width(Text);
    }
}
