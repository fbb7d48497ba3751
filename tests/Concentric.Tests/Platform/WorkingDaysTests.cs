using Concentric.Platform;
using Concentric.Platform.Calendars;

namespace Concentric.Tests.Platform;

public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Days = new(new DataFolder());

    /// <summary>全国年节及纪念日放假办法: eleven days until 2024, thirteen since 2025; whatever else is off is worked at another weekend.</summary>
    [Theory]
    [InlineData(2023, 11)]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2026, 13)]
    public void AYearGivesAwayExactlyItsStatutoryDays(int year, int statutory)
    {
        var (weekdays, worked) = (0, 0);
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            weekdays += day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
            worked += Days.Calendar.IsWorkingDay(day) ? 1 : 0;
        }

        Assert.True(Days.Calendar.Covers(year));
        Assert.Equal(statutory, weekdays - worked);
    }
}
