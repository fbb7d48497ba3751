using System.Text.RegularExpressions;

namespace Concentric.Rules.Text;

/// <summary>What a found piece of personal data is.</summary>
public enum PersonalDataKind
{
    Name,
    Phone,
    IdCard,
    BankCard,
    Email,

    /// <summary>Another long number: an account, a chat number, a licence.</summary>
    Number,
}

/// <summary>A piece of a text that tells who somebody is, and where it stands.</summary>
/// <param name="Start">The first sign, counted in UTF-16 units of the text as it was given.</param>
public sealed record PersonalDataMark(PersonalDataKind Kind, int Start, int Length, string Text);

/// <summary>The words after which names and numbers of people stand; they are data, because they are of a language.</summary>
public sealed class PersonalDataCues
{
    /// <summary>A name follows: 姓名, 联系人, 我叫.</summary>
    public List<string> Names { get; set; } = [];

    /// <summary>A phone number follows: 电话, 手机.</summary>
    public List<string> Phones { get; set; } = [];

    /// <summary>Signs that may stand between such a word and what it announces.</summary>
    public string Between { get; set; } = " :";

    /// <summary>An identity number follows: 身份证.</summary>
    public List<string> IdCards { get; set; } = [];
}

/// <summary>
/// Finds phone, identity and bank numbers, mail addresses, and names after words that announce them, in a text that others will read. It
/// flags; a person decides. It never looks anything up, and the same text always gives the same answer.
/// </summary>
public sealed partial class PersonalDataFinder(PersonalDataCues cues)
{
    private const int LongestName = 3;
    private const int ShortestNumber = 7;
    private const int ShortestAnnounced = 5;

    /// <summary>The pieces in the order of the text; none overlaps another.</summary>
    public IReadOnlyList<PersonalDataMark> Find(string text)
    {
        var plain = string.Concat(text.Select(HalfWidth));
        var found = new List<PersonalDataMark>();
        foreach (Match match in Email().Matches(plain))
            Add(found, PersonalDataKind.Email, match.Index, match.Length, text);
        foreach (Match match in Digits().Matches(plain))
        {
            if (KindOf(plain, match) is { } kind)
                Add(found, kind, match.Index, match.Length, text);
        }

        foreach (var (start, length) in Names(plain))
            Add(found, PersonalDataKind.Name, start, length, text);
        return [.. found.OrderBy(mark => mark.Start)];
    }

    private static void Add(List<PersonalDataMark> found, PersonalDataKind kind, int start, int length, string text)
    {
        if (!found.Exists(mark => start < mark.Start + mark.Length && mark.Start < start + length))
            found.Add(new PersonalDataMark(kind, start, length, text.Substring(start, length)));
    }

    private PersonalDataKind? KindOf(string plain, Match match)
    {
        var digits = string.Concat(match.Value.Where(char.IsAsciiLetterOrDigit));
        var count = digits.Count(char.IsAsciiDigit);
        if (PersonalNumbers.IsIdCard(digits))
            return PersonalDataKind.IdCard;
        if (PersonalNumbers.IsBankCard(digits))
            return PersonalDataKind.BankCard;
        if (count >= ShortestAnnounced && Follows(plain, match.Index, cues.IdCards))
            return PersonalDataKind.IdCard;
        if (PersonalNumbers.IsMobile(digits) || (count >= ShortestAnnounced && Follows(plain, match.Index, cues.Phones)))
            return PersonalDataKind.Phone;
        if (count < ShortestNumber)
            return null;
        // An area code and a number of seven or eight digits.
        return digits[0] == '0' && count is >= 10 and <= 12 ? PersonalDataKind.Phone : PersonalDataKind.Number;
    }

    /// <summary>Whether one of the words stands right before a place, perhaps with a colon or the like between.</summary>
    private bool Follows(string plain, int place, IEnumerable<string> words)
    {
        var end = place;
        while (end > 0 && cues.Between.Contains(plain[end - 1]) && place - end < 4)
            end--;
        // The signs between may themselves end a word, so each cut is tried.
        return words.Any(word =>
            Enumerable
                .Range(end, place - end + 1)
                .Any(cut => plain.AsSpan(0, cut).EndsWith(word, StringComparison.OrdinalIgnoreCase))
        );
    }

    private IEnumerable<(int Start, int Length)> Names(string plain)
    {
        foreach (var cue in cues.Names)
        {
            for (
                var at = plain.IndexOf(cue, StringComparison.OrdinalIgnoreCase);
                at >= 0;
                at = plain.IndexOf(cue, at + cue.Length, StringComparison.OrdinalIgnoreCase)
            )
            {
                var start = at + cue.Length;
                while (start < plain.Length && cues.Between.Contains(plain[start]))
                    start++;
                var length = NameLength(plain, start);
                if (length > 1)
                    yield return (start, length);
            }
        }
    }

    /// <summary>Two or three Han characters, not reaching into the next announcing word; or two Latin words with capitals.</summary>
    private int NameLength(string plain, int start)
    {
        if (start >= plain.Length)
            return 0;
        if (LatinName().Match(plain, start) is { Success: true } latin && latin.Index == start)
            return latin.Length;
        var length = 0;
        var signs = 0;
        foreach (var rune in plain.AsSpan(start).EnumerateRunes())
        {
            if (signs == LongestName || !Bigrams.IsHan(rune) || BeginsCue(plain, start + length))
                break;
            (signs, length) = (signs + 1, length + rune.Utf16SequenceLength);
        }

        return signs > 1 ? length : 0;
    }

    private bool BeginsCue(string plain, int place) =>
        cues
            .Names.Concat(cues.Phones)
            .Concat(cues.IdCards)
            .Any(word => plain.AsSpan(place).StartsWith(word, StringComparison.OrdinalIgnoreCase));

    private static char HalfWidth(char sign) =>
        sign switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(sign - 0xFEE0),
            '\u3000' => ' ',
            _ => sign,
        };

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Email();

    // Digits with single gaps or hyphens between; an X may end an identity number.
    [GeneratedRegex(@"(?<!\d)\d(?:[ \-]?\d){4,24}(?:[ \-]?[Xx](?![A-Za-z]))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LatinName();
}
