using System.Globalization;
using Concentric.Platform.Tenancy;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web;

/// <summary>
/// The one formatter of dates, times, numbers and sizes for people. The application runs without culture data, so the names of
/// months and days come from the resource files; times are shown in the committee's zone.
/// </summary>
public sealed class DisplayFormat(IStringLocalizer<WebTexts> text, TimeProvider clock, CurrentCommittee committee)
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private readonly Lazy<TimeZoneInfo> zone = new(() => committee.IsSet ? committee.TimeZone : China);

    /// <summary>2023年3月5日 · 5 March 2023</summary>
    public string Date(DateOnly day) => text["Date", day.Year, text[$"Month.{day.Month}"].Value, day.Day];

    /// <summary>The day of a moment in the committee's zone.</summary>
    public string Date(DateTimeOffset moment) => Date(DayOf(moment));

    /// <summary>2023-03-05, for columns: equal width, sorts by eye.</summary>
    public static string ShortDate(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2023-03-05 in the committee's zone.</summary>
    public string ShortDate(DateTimeOffset moment) => ShortDate(DayOf(moment));

    /// <summary>2023年3月 · March 2023</summary>
    public string Month(int year, int month) => text["MonthOfYear", year, text[$"Month.{month}"].Value];

    /// <summary>3月 · Mar</summary>
    public string MonthName(int month) => text[$"MonthShort.{month}"];

    /// <summary>星期日 · Sunday</summary>
    public string Weekday(DateOnly day) => text[$"Weekday.{(int)day.DayOfWeek}"];

    /// <summary>2023年3月5日 星期日 · Sunday, 5 March 2023</summary>
    public string DateWithWeekday(DateOnly day) => text["DateWithWeekday", Date(day), Weekday(day)];

    /// <summary>14:05 in the committee's zone.</summary>
    public string Time(DateTimeOffset moment) => Time(TimeOnly.FromDateTime(Local(moment).DateTime));

    /// <summary>14:05</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>2023年3月5日 14:05 · 5 March 2023 14:05</summary>
    public string DateTime(DateTimeOffset moment) => $"{Date(moment)} {Time(moment)}";

    /// <summary>2023-03-05 14:05, for columns.</summary>
    public string ShortDateTime(DateTimeOffset moment) => $"{ShortDate(moment)} {Time(moment)}";

    /// <summary>2023-03-05T14:05:00+08:00, for programs.</summary>
    public string Iso(DateTimeOffset moment) => Local(moment).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>From one day to another; a single day is written once.</summary>
    public string Range(DateOnly from, DateOnly to) => from == to ? Date(from) : text["Range", Date(from), Date(to)];

    /// <summary>刚刚 · 5 分钟前 · 昨天 · 3 天前 · 明天; beyond thirty days the date.</summary>
    public string Relative(DateTimeOffset moment)
    {
        var passed = clock.GetUtcNow() - moment;
        var days = DayOf(clock.GetUtcNow()).DayNumber - DayOf(moment).DayNumber;
        return (passed.TotalMinutes, days) switch
        {
            (> -1 and < 1, _) => text["Ago.Now"],
            (>= 1 and < 60, _) => text["Ago.Minute", (int)passed.TotalMinutes],
            (<= -1 and > -60, _) => text["In.Minute", (int)-passed.TotalMinutes],
            (>= 60, 0) => text["Ago.Hour", (int)passed.TotalHours],
            (<= -60, 0) => text["In.Hour", (int)-passed.TotalHours],
            (_, 1) => text["Ago.Yesterday"],
            (_, -1) => text["In.Tomorrow"],
            (_, > 1 and <= 30) => text["Ago.Day", days],
            (_, < -1 and >= -30) => text["In.Day", -days],
            _ => Date(moment),
        };
    }

    /// <summary>12,345</summary>
    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>12,345.5: as many decimals as there are, at most the given ones.</summary>
    public static string Number(decimal value, int decimals = 2) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero)
            .ToString(decimals == 0 ? "#,0" : "#,0." + new string('#', decimals), CultureInfo.InvariantCulture);

    /// <summary>0.873 as 87.3%</summary>
    public static string Percent(decimal share, int decimals = 1) => Number(share * 100, decimals) + "%";

    /// <summary>Money stored in yuan, shown in 万元 from ten thousand on.</summary>
    public string Money(decimal yuan) =>
        Math.Abs(yuan) >= 10_000 ? text["TenThousandYuan", Number(yuan / 10_000)] : text["Yuan", Number(yuan)];

    /// <summary>Bytes as B, KB, MB or GB (1 KB = 1,024 bytes).</summary>
    public static string FileSize(long bytes)
    {
        string[] units = ["B", "KB", "MB", "GB"];
        var power = 0;
        decimal size = bytes;
        while (size >= 1024 && power < units.Length - 1)
        {
            size /= 1024;
            power++;
        }
        return $"{Number(size, size < 10 && power > 0 ? 1 : 0)} {units[power]}";
    }

    /// <summary>是 · Yes</summary>
    public string YesNo(bool value) => text[value ? "Yes" : "No"];

    /// <summary>甲、乙、丙 · a, b, c</summary>
    public string List(IEnumerable<string> items) => string.Join(text["ListSeparator"].Value, items);

    /// <summary>The day of a moment in the committee's zone.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    private DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone.Value);
}
