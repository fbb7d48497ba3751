using System.Globalization;
using Concentric.Platform.Web.Forms;

namespace Concentric.Platform.Import;

/// <summary>Reads days of lists as people and spreadsheets write them, and says what is wrong in a refusal.</summary>
internal static class ImportedDay
{
    /// <summary>2021-10-20 and what <see cref="DateText"/> reads; also the number that a spreadsheet keeps for a day.</summary>
    public static Refusal? Read(string writing, out DateOnly day)
    {
        switch (DateText.Read(writing, out day, out var parts))
        {
            case DateFault.None:
                return null;
            case DateFault.NoSuchDay:
                return new Refusal("NoSuchDay", parts.Year, parts.Month, parts.Day);
            default:
                // 44489 is 2021-10-20.
                if (
                    writing.Length != 5
                    || !int.TryParse(writing, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                )
                    return new Refusal("DayUnreadable", writing);
                day = new DateOnly(1899, 12, 30).AddDays(number);
                return null;
        }
    }
}
