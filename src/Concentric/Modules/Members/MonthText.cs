using System.Globalization;
using Concentric.Platform;
using Concentric.Platform.Import;
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

    /// <summary>A whole date.</summary>
    public static Refusal? ReadDay(string writing, out DateOnly day) => ImportedDay.Read(writing, out day);

    public static string Write(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
