using System.Globalization;
using System.Text;

namespace Concentric.Rules.Text;

/// <summary>
/// Takes out of words that everybody reads the numbers by which a person could be reached or known, once more and by itself: whoever
/// cleared the words may have missed one. Names are not guessed at.
/// </summary>
public static class PersonalTraces
{
    private const string Hidden = "****";
    private static readonly string[] Harmless = ["yyyy-MM-dd", "yyyy-M-d"];

    /// <summary>Without the words that announce something: only what is a number or an address by its own form.</summary>
    private static readonly PersonalDataFinder Finder = new(new PersonalDataCues());

    /// <summary>The text with phones, identity and bank numbers, mail addresses and other long numbers hidden; days and numbers of matters stay.</summary>
    public static string Hide(string text)
    {
        var marks = Finder.Find(text);
        if (marks.Count == 0)
            return text;
        var safe = new StringBuilder();
        var at = 0;
        foreach (var mark in marks.Where(mark => !IsHarmless(mark.Text)))
        {
            safe.Append(text, at, mark.Start - at).Append(Hidden);
            at = mark.Start + mark.Length;
        }

        return safe.Append(text, at, text.Length - at).ToString();
    }

    private static bool IsHarmless(string number) =>
        DateOnly.TryParseExact(number, Harmless, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || (number.Length == 9 && number.Split('-') is [{ Length: 4 } year, { Length: 4 }] && year[0] == '2');
}
