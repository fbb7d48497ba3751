using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Concentric.Modules.Portal;

/// <summary>How much a finding weighs.</summary>
public enum CheckWeight
{
    /// <summary>Worth a look.</summary>
    Look,

    /// <summary>May harm somebody: submitted only when a person says it was checked.</summary>
    Confirm,

    /// <summary>Cannot be submitted like this.</summary>
    Must,
}

/// <summary>One finding. Its sentence is in the resources under <c>Check.{Code}</c>; <paramref name="Detail"/> fills it.</summary>
public sealed record CheckFinding(string Code, CheckWeight Weight, string Detail = "");

/// <summary>自查: looks through an article before it is submitted. It never changes anything, and it may be wrong: people decide.</summary>
public static partial class ArticleCheck
{
    /// <summary>Longer titles break in lists and on phones.</summary>
    private const int ComfortableTitle = 30;
    private const int LongestDetail = 24;

    /// <summary>Opening and closing marks: Chinese quotation marks, title marks, brackets.</summary>
    private static readonly (char Open, char Close)[] Pairs =
    [
        ('\u201C', '\u201D'),
        ('\u2018', '\u2019'),
        ('\u300A', '\u300B'),
        ('\u3010', '\u3011'),
        ('\uFF08', '\uFF09'),
        ('(', ')'),
    ];

    public static IReadOnlyList<CheckFinding> Look(Article article) =>
        [.. OfArticle(article).OrderByDescending(finding => finding.Weight)];

    private static IEnumerable<CheckFinding> OfArticle(Article article)
    {
        if (article.Source.Length == 0)
            yield return new CheckFinding("SourceMissing", CheckWeight.Must);
        if (article.BodyText.Length == 0)
            yield return new CheckFinding("BodyMissing", CheckWeight.Must);
        if (article.Title.Length > ComfortableTitle)
            yield return new CheckFinding("TitleLong", CheckWeight.Look, Number(article.Title.Length));
        var bare = PicturesWithoutText(article.BodyHtml);
        if (bare > 0)
            yield return new CheckFinding("PictureTextMissing", CheckWeight.Look, Number(bare));
        var lines = new[] { article.Title, article.Subtitle, article.Summary }
            .OfType<string>()
            .Concat(article.BodyText.Split('\n'))
            .ToList();
        foreach (var finding in lines.SelectMany(OfLine).Distinct())
            yield return finding;
        var twice = article
            .BodyText.Split('\n')
            .Where(line => line.Length > 20)
            .GroupBy(line => line)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            yield return new CheckFinding("ParagraphTwice", CheckWeight.Look, Short(twice.Key));
    }

    private static IEnumerable<CheckFinding> OfLine(string line)
    {
        foreach (Match match in IdCard().Matches(line))
            yield return new CheckFinding("IdCard", CheckWeight.Confirm, Masked(match.Value));
        foreach (Match match in Mobile().Matches(line))
            yield return new CheckFinding("Phone", CheckWeight.Confirm, Masked(match.Value));
        if (Pairs.FirstOrDefault(pair => !IsBalanced(line, pair)) is var (open, _) && open != default)
            yield return new CheckFinding("MarksUnbalanced", CheckWeight.Look, Short(line));
        if (SaidTwice().Match(line) is { Success: true } said)
            yield return new CheckFinding("SaidTwice", CheckWeight.Look, said.Value);
        if (StopsTwice().Match(line) is { Success: true } stops)
            yield return new CheckFinding("StopsTwice", CheckWeight.Look, stops.Value);
    }

    /// <summary>Whether each opening mark is closed before the next opens, and none closes first.</summary>
    private static bool IsBalanced(string line, (char Open, char Close) pair)
    {
        var depth = 0;
        foreach (var character in line)
        {
            if (character == pair.Open)
                depth++;
            else if (character == pair.Close && --depth < 0)
                // "1)" at the beginning of an item opens nothing.
                return pair.Close is ')' or '\uFF09';
        }

        return depth == 0;
    }

    private static int PicturesWithoutText(string html) =>
        new HtmlParser().ParseDocument(html).Images.Count(image => string.IsNullOrWhiteSpace(image.AlternativeText));

    /// <summary>A finding about a personal number must not spread it.</summary>
    private static string Masked(string number) => $"{number[..3]}{new string('*', number.Length - 5)}{number[^2..]}";

    private static string Short(string text) => text.Length > LongestDetail ? text[..LongestDetail] + "\u2026" : text;

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<!\d)[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex IdCard();

    [GeneratedRegex(@"(?<!\d)1[3-9]\d{9}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Mobile();

    // Three or more characters said twice in a row, or one of the little words that never stand twice: de, le, zai, he, shi, yu.
    [GeneratedRegex(
        @"(?<said>[\u4E00-\u9FFF]{3,8})\k<said>|(?<word>[\u7684\u4E86\u5728\u548C\u662F\u4E0E])\k<word>",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex SaidTwice();

    [GeneratedRegex(@"[\uFF0C\u3002\u3001\uFF1B\uFF1A][\uFF0C\u3002\u3001\uFF1B\uFF1A]", RegexOptions.None, 1000)]
    private static partial Regex StopsTwice();
}
