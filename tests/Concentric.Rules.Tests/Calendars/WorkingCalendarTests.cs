using Concentric.Rules.Calendars;

namespace Concentric.Rules.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = new([
        new WorkingYear(
            2023,
            Days("2023-04-29", "2023-04-30", "2023-05-01", "2023-05-02", "2023-05-03"),
            Days("2023-04-23", "2023-05-06")
        ),
    ]);

    [Theory]
    [InlineData("2023-04-28", true)]
    [InlineData("2023-04-29", false)]
    [InlineData("2023-05-01", false)]
    [InlineData("2023-05-04", true)]
    [InlineData("2023-05-06", true)] // a Saturday worked
    [InlineData("2023-05-07", false)]
    [InlineData("2024-05-01", true)] // a year without its notice: weekends only
    [InlineData("2024-05-04", false)]
    public void ADayIsWorkedAsTheNoticeOfItsYearSays(string day, bool worked) =>
        Assert.Equal(worked, Calendar.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2023-04-27", 1, "2023-04-28")]
    [InlineData("2023-04-28", 1, "2023-05-04")] // over the holiday
    [InlineData("2023-04-28", 3, "2023-05-06")]
    [InlineData("2023-04-28", 5, "2023-05-09")]
    [InlineData("2023-04-30", 1, "2023-05-04")] // begun on a day off
    [InlineData("2023-04-28", 0, "2023-04-28")]
    [InlineData("2023-04-30", 0, "2023-05-04")]
    public void ASpanEndsWithItsLastWorkingDay(string from, int days, string end) =>
        Assert.Equal(Day(end), Calendar.After(Day(from), days));

    [Fact]
    public void CountingAndReachingAgree()
    {
        for (var start = Day("2023-04-01"); start < Day("2023-06-01"); start = start.AddDays(1))
        {
            for (var days = 1; days <= 15; days++)
            {
                var end = Calendar.After(start, days);
                Assert.Equal(days, Calendar.WorkingDaysBetween(start, end));
                Assert.Equal(-days, Calendar.WorkingDaysBetween(end, start));
            }
        }
    }

    [Fact]
    public void NoSpanIsShorterThanNothing() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.After(Day("2023-05-04"), -1));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static HashSet<DateOnly> Days(params string[] days) => [.. days.Select(Day)];
}
