using System.Globalization;
using System.Text.RegularExpressions;

namespace Concentric.Rules.Documents;

/// <summary>Turns written text into the parts of an official document, and writes dates and numbers as the norm has them.</summary>
public static partial class DocumentText
{
    /// <summary>
    /// One paragraph a line; the number at its start tells the level: 一、 （一） 1. （1）. A first or second level that is one
    /// sentence is a heading; where text follows its first full stop, only the sentence before it is.
    /// </summary>
    public static IReadOnlyList<DocumentBlock> Parse(string text) =>
        [
            .. text.Split('\n')
                .Select(line => line.Trim(' ', '\t', '\r', '\u3000'))
                .Where(line => line.Length > 0)
                .Select(ParseLine),
        ];

    /// <summary>成文日期: Arabic digits, no leading zero (7.3.5.4): 2026年1月8日.</summary>
    public static string Date(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>发文字号: year in full in 六角括号, no 第, no leading zero (7.2.5).</summary>
    public static string Number(string code, int year, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{code}〔{year}〕{number}号");

    /// <summary>Whether a text is a 发文字号 of that form.</summary>
    public static bool IsNumber(string text) => NumberForm().IsMatch(text);

    /// <summary>Width in characters of the grid: a Han character is one, a digit or Latin letter half.</summary>
    public static double Width(string text) =>
        text.EnumerateRunes().Sum(rune => rune.Value < 0x2E80 && !IsWidePunctuation(rune.Value) ? 0.5 : 1);

    /// <summary>
    /// Empty characters to the right of issuer and date in a document without a seal (7.3.5.2): the issuer has two, the date
    /// begins two further than the issuer; a date that is longer has two itself and the issuer moves in.
    /// </summary>
    public static (double Issuer, double Date) SignatureIndents(string issuer, string date)
    {
        var (issuerWidth, dateWidth) = (Width(issuer), Width(date));
        return dateWidth > issuerWidth ? (4 + dateWidth - issuerWidth, 2) : (2, issuerWidth - dateWidth);
    }

    /// <summary>What keeps a document from being issued: by stable codes, empty if nothing does.</summary>
    public static IReadOnlyList<string> Faults(OfficialDocument document)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(document.Title))
            faults.Add("TitleMissing");
        if (document.Body.Count == 0)
            faults.Add("BodyMissing");
        if (document.DocumentNumber is { } number && !NumberForm().IsMatch(number))
            faults.Add("NumberForm");
        if (
            document.AttachmentNotes.Any(note =>
                note.Length > 0 && char.IsPunctuation(note[^1]) && note[^1] is not ('》' or '）' or ')' or '”')
            )
        )
            faults.Add("AttachmentPunctuation");
        var texts = document.Body.Select(block => block.Heading + block.Text).Append(document.Title);
        if (texts.Any(text => ClassifiedMark().IsMatch(text)))
            faults.Add("Classified");
        return faults;
    }

    private static DocumentBlock ParseLine(string line)
    {
        var level =
            FirstLevel().IsMatch(line) ? DocumentLevel.First
            : SecondLevel().IsMatch(line) ? DocumentLevel.Second
            : ThirdLevel().IsMatch(line) ? DocumentLevel.Third
            : FourthLevel().IsMatch(line) ? DocumentLevel.Fourth
            : DocumentLevel.Text;
        if (level is DocumentLevel.Text)
            return DocumentBlock.Plain(line);
        var stop = line.IndexOf('。', StringComparison.Ordinal);
        return stop < 0 || stop == line.Length - 1
            ? new DocumentBlock(level, line, "")
            : new DocumentBlock(level, line[..(stop + 1)], line[(stop + 1)..]);
    }

    private static bool IsWidePunctuation(int value) => value is '“' or '”' or '‘' or '’' or '—' or '…' or '·';

    [GeneratedRegex("^[一二三四五六七八九十]+、", RegexOptions.NonBacktracking)]
    private static partial Regex FirstLevel();

    [GeneratedRegex("^（[一二三四五六七八九十]+）", RegexOptions.NonBacktracking)]
    private static partial Regex SecondLevel();

    [GeneratedRegex(@"^\d{1,3}[.．](?:[^\d]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex ThirdLevel();

    [GeneratedRegex(@"^（\d{1,3}）", RegexOptions.NonBacktracking)]
    private static partial Regex FourthLevel();

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}+〔[12]\d{3}〕[1-9]\d*号$", RegexOptions.NonBacktracking)]
    private static partial Regex NumberForm();

    [GeneratedRegex("[绝机秘]密★", RegexOptions.NonBacktracking)]
    private static partial Regex ClassifiedMark();
}
