using System.Globalization;
using Concentric.Platform;
using Concentric.Platform.Web.Forms;

namespace Concentric.Modules.Members;

/// <summary>Reads months and days of lists as people write them, and says what is wrong in a refusal.</summary>
internal static class MonthText
{
    private static readonly char[] Marks = ['-', '/', '.', '\u5E74', '\u6708'];

    /// <summary>1975-06, 1975.06, 1975年6月, 197506; a whole date is read too, and only its month is kept.</summary>
    public static Refusal? ReadMonth(string writing, out DateOnly month)
    {
        var wrong = ReadDay(writing, out month);
        if (wrong is null)
            month = new DateOnly(month.Year, month.Month, 1);
        if (wrong is null || wrong.Code == "NoSuchDay")
            return wrong;
        var digits = TypedText.HalfWidth(writing).Trim().Split(Marks, StringSplitOptions.RemoveEmptyEntries);
        if (digits is [{ Length: 6 } run])
            digits = [run[..4], run[4..]];
        if (digits.Length != 2 || Number(digits[0]) is not (>= 1000 and <= 9999) || Number(digits[1]) is not (>= 1 and <= 12))
            return new Refusal("MonthUnreadable", writing);
        month = new DateOnly(Number(digits[0]), Number(digits[1]), 1);
        return null;
    }

    /// <summary>2021-10-20 and what <see cref="DateText"/> reads; also the number that a spreadsheet keeps for a day.</summary>
    public static Refusal? ReadDay(string writing, out DateOnly day)
    {
        switch (DateText.Read(writing, out day, out var parts))
        {
            case DateFault.None:
                return null;
            case DateFault.NoSuchDay:
                return new Refusal("NoSuchDay", parts.Year, parts.Month, parts.Day);
            default:
                // 44489 is 2021-10-20.
                if (Number(writing) is not (> 10_000 and < 80_000) || writing.Length != 5)
                    return new Refusal("DayUnreadable", writing);
                day = new DateOnly(1899, 12, 30).AddDays(Number(writing));
                return null;
        }
    }

    public static string Write(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
