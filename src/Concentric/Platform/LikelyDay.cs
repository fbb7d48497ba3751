using System.Globalization;

namespace Concentric.Platform;

/// <summary>Days that people can have meant: from 1949, when the first CPPCC met, to 2100. Others are slips of the hand.</summary>
public static class LikelyDay
{
    private const int FirstYear = 1949;
    private const int LastYear = 2100;

    /// <summary>What is said beside the field of a day that cannot have been meant.</summary>
    public static Refusal? WhyNot(DateOnly day) =>
        day.Year is < FirstYear or > LastYear
            ? new Refusal("DayUnlikely", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : null;
}
