using System.Security.Cryptography;
using System.Text;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Rules.Text;

namespace Concentric.Platform.Search;

/// <summary>
/// What search knows of one record: its words for people, and the same cut into terms. Kept in the save that changes the record;
/// the database's own index follows by triggers (SQLite) or as a generated column (PostgreSQL).
/// </summary>
[OutsideAudit]
public sealed class SearchText : CommitteeEntity
{
    /// <summary>Longer texts are found by what stands before this character.</summary>
    public const int LongestText = 40_000;

    public SearchText() => Number = BitConverter.ToInt64(Id.ToByteArray(), 8) & long.MaxValue;

    /// <summary>Names the row in SQLite's full-text index, which knows only numbers: the random part of the id.</summary>
    public long Number { get; private set; }

    /// <summary>Module and type, for example <c>portal.article</c>.</summary>
    public required string Kind { get; init; }

    public required Guid RecordId { get; init; }

    public string Title { get; private set; } = "";

    /// <summary>Without markup.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What the reader may narrow the search by, for example a column's id.</summary>
    public string Section { get; private set; } = "";

    /// <summary>The day the record stands under.</summary>
    public DateOnly Day { get; private set; }

    public string TitleTerms { get; private set; } = "";
    public string TextTerms { get; private set; } = "";

    internal void Tell(Guid committee, string title, string text, string section, DateOnly day)
    {
        text = text.Length > LongestText ? text[..LongestText] : text;
        var isMoved = Section != section;
        (Section, Day) = (section, day);
        if (Title == title && Text == text && !isMoved)
            return;
        (Title, Text) = (title, text);
        TitleTerms = SearchTerms.ToKeep(title);
        TextTerms = string.Join(
            ' ',
            SearchTerms.OfKind(committee, Kind),
            SearchTerms.OfSection(committee, Kind, section),
            SearchTerms.ToKeep(text)
        );
    }
}

/// <summary>
/// Terms as both databases keep them: plain small letters and digits, so that no parser, collation or quoting can change them.
/// <c>h</c> begins a pair of Han characters, each as five letters; <c>w</c> a word of ASCII; <c>x</c> any other word;
/// <c>y</c> a committee's records of one kind; <c>z</c> those of one section.
/// </summary>
internal static class SearchTerms
{
    private const int MostAsked = 40;

    /// <summary>The terms of a text, parted by spaces. The last character of a run stands alone too, so that one character finds it.</summary>
    internal static string ToKeep(string text)
    {
        var terms = new List<string>();
        foreach (var run in Bigrams.Runs(text))
        {
            terms.AddRange(Bigrams.Of(run.Text).Select(Written));
            if (run.IsHan && run.Text.EnumerateRunes().Skip(1).Any())
                terms.Add(Written(run.Text.EnumerateRunes().Last().ToString()));
        }

        return string.Join(' ', terms);
    }

    /// <summary>
    /// A committee's records of one kind as a term: the index itself narrows to them, so that a common word of other committees costs a
    /// search nothing.
    /// </summary>
    internal static string OfKind(Guid committee, string kind) => "y" + Hashed($"{committee:N}|{kind}");

    /// <summary>Those of one section of the kind.</summary>
    internal static string OfSection(Guid committee, string kind, string section) =>
        "z" + Hashed($"{committee:N}|{kind}|{section}");

    // The same at every run.
    private static string Hashed(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return Letters(BitConverter.ToInt32(hash) & 0xFFFFF) + Letters(BitConverter.ToInt32(hash, 4) & 0xFFFFF);
    }

    /// <summary>What a typed text asks for: every term must be found; a term that is not whole may be the beginning of one.</summary>
    internal static IReadOnlyList<(string Term, bool IsBeginning)> Asked(string typed) =>
        [
            .. Bigrams
                .Runs(typed)
                .SelectMany(run =>
                    Bigrams.Of(run.Text).Select(term => (Written(term), !run.IsHan || !term.EnumerateRunes().Skip(1).Any()))
                )
                .Distinct()
                .Take(MostAsked),
        ];

    private static string Written(string term)
    {
        if (term.All(char.IsAsciiLetterOrDigit))
            return "w" + term;
        var kind = Bigrams.IsHan(term.EnumerateRunes().First()) ? "h" : "x";
        return kind + string.Concat(term.EnumerateRunes().Select(rune => Letters(rune.Value)));
    }

    private static string Letters(int codePoint) =>
        string.Create(
            5,
            codePoint,
            (letters, value) =>
            {
                for (var i = 4; i >= 0; i--, value >>= 4)
                    letters[i] = (char)('a' + (value & 15));
            }
        );
}
