using System.Globalization;
using System.Text.RegularExpressions;

namespace Concentric.Platform.Web.Forms;

/// <summary>What is wrong with a typed date.</summary>
public enum DateFault
{
    None,

    /// <summary>Not written as a date at all.</summary>
    NotADate,

    /// <summary>Written as a date, but the calendar has no such day: 2023-02-30.</summary>
    NoSuchDay,
}

/// <summary>
/// Reads dates and times as people type them: 2023-3-5, 2023/03/05, 2023.3.5, 2023年3月5日, 20230305, also in full-width characters.
/// </summary>
public static partial class DateText
{
    /// <summary>The day, or what is wrong; <paramref name="parts"/> are year, month and day as typed when they could be told apart.</summary>
    public static DateFault Read(string typed, out DateOnly day, out (int Year, int Month, int Day) parts)
    {
        day = default;
        parts = default;
        var match = Shape().Match(Tidy(typed));
        if (!match.Success)
            return DateFault.NotADate;
        parts = (Part(match, "y"), Part(match, "m"), Part(match, "d"));
        if (parts.Year is < 1000 or > 9999)
            return DateFault.NotADate;
        if (parts.Month is < 1 or > 12 || parts.Day < 1 || parts.Day > DateTime.DaysInMonth(parts.Year, parts.Month))
            return DateFault.NoSuchDay;
        day = new DateOnly(parts.Year, parts.Month, parts.Day);
        return DateFault.None;
    }

    /// <summary>14:30, 9:05, 14时30分, 14点, 1430.</summary>
    public static bool ReadTime(string typed, out TimeOnly time)
    {
        time = default;
        var match = TimeShape().Match(Tidy(typed));
        if (!match.Success)
            return false;
        var minutes = match.Groups["m"].Length == 0 ? 0 : Part(match, "m");
        if (Part(match, "h") > 23 || minutes > 59)
            return false;
        time = new TimeOnly(Part(match, "h"), minutes);
        return true;
    }

    private static int Part(Match match, string name) =>
        int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Tidy(string typed) =>
        string.Concat(
            typed
                .Select(TypedText.HalfWidth)
                .Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
        );

    // The marks are those for year, month, day (two words), hour (two words) and minute.
    [GeneratedRegex(
        @"^(?:(?<y>\d{4})[-/.\u5E74–—](?<m>\d{1,2})[-/.\u6708–—](?<d>\d{1,2})[\u65E5\u53F7]?|(?<y>\d{4})(?<m>\d{2})(?<d>\d{2}))$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Shape();

    [GeneratedRegex(
        @"^(?:(?<h>\d{1,2})(?:[:\u65F6\u70B9.](?<m>\d{1,2})?\u5206?)|(?<h>\d{2})(?<m>\d{2}))$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex TimeShape();
}
