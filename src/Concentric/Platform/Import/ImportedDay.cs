using System.Globalization;
using Concentric.Platform.Web.Forms;

namespace Concentric.Platform.Import;

/// <summary>Reads days of lists as people and spreadsheets write them, and says what is wrong in a refusal.</summary>
internal static class ImportedDay
{
    /// <summary>
    /// 2021-10-20 and what <see cref="DateText"/> reads, with or without a time of day behind it; also the number that a spreadsheet keeps
    /// for a day.
    /// </summary>
    public static Refusal? Read(string writing, out DateOnly day)
    {
        var fault = DateText.Read(writing, out day, out var parts);
        if (fault == DateFault.NotADate && Dated(writing) is { } dated)
            fault = DateText.Read(dated, out day, out parts);
        switch (fault)
        {
            case DateFault.None:
                return null;
            case DateFault.NoSuchDay:
                return new Refusal("NoSuchDay", parts.Year, parts.Month, parts.Day);
            default:
                // 44489 is 2021-10-20, and 44489.75 its evening.
                var whole = TypedText.HalfWidth(writing).Trim().Split('.')[0];
                if (whole.Length != 5 || !int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    return new Refusal("DayUnreadable", writing);
                day = new DateOnly(1899, 12, 30).AddDays(number);
                return null;
        }
    }

    /// <summary>What stands before a time of day; nothing where no time follows.</summary>
    private static string? Dated(string writing)
    {
        var plain = TypedText.HalfWidth(writing).Trim();
        var gap = plain.AsSpan().IndexOfAny(' ', 'T');
        return gap > 0 && TimeOnly.TryParse(plain.AsSpan(gap + 1).TrimEnd('Z'), CultureInfo.InvariantCulture, out _)
            ? plain[..gap]
            : null;
    }
}
