using Concentric.Platform.Web.Forms;

namespace Concentric.Tests.Platform.Web;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2023-03-05")]
    [InlineData("2023-3-5")]
    [InlineData("2023/3/5")]
    [InlineData("2023.03.05")]
    [InlineData("2023年3月5日")]
    [InlineData("20230305")]
    [InlineData(" 2023 - 03 - 05 ")]
    [InlineData("\uFF12\uFF10\uFF12\uFF13\uFF0D\uFF10\uFF13\uFF0D\uFF10\uFF15")]
    public void A_day_is_read_as_people_write_it(string typed)
    {
        DateText.Read(typed, out var day, out _).ShouldBe(DateFault.None);
        day.ShouldBe(new DateOnly(2023, 3, 5));
    }

    [Theory]
    [InlineData("2023-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("2023-13-01")]
    [InlineData("2023-04-31")]
    [InlineData("2023-01-00")]
    public void A_day_that_the_calendar_has_not_is_told_apart_from_nonsense(string typed) =>
        DateText.Read(typed, out _, out _).ShouldBe(DateFault.NoSuchDay);

    [Theory]
    [InlineData("soon")]
    [InlineData("2023")]
    [InlineData("5-3-2023")]
    [InlineData("0023-01-01")]
    [InlineData("")]
    public void What_is_no_date_is_no_date(string typed) => DateText.Read(typed, out _, out _).ShouldBe(DateFault.NotADate);

    [Theory]
    [InlineData("14:30", 14, 30)]
    [InlineData("9:05", 9, 5)]
    [InlineData("\uFF11\uFF14\uFF1A\uFF13\uFF10", 14, 30)]
    [InlineData("14时30分", 14, 30)]
    [InlineData("14点", 14, 0)]
    [InlineData("1430", 14, 30)]
    public void A_time_is_read_as_people_write_it(string typed, int hour, int minute)
    {
        DateText.ReadTime(typed, out var time).ShouldBeTrue();
        time.ShouldBe(new TimeOnly(hour, minute));
    }

    [Theory]
    [InlineData("24:00")]
    [InlineData("14:60")]
    [InlineData("later")]
    public void What_is_no_time_is_no_time(string typed) => DateText.ReadTime(typed, out _).ShouldBeFalse();
}
