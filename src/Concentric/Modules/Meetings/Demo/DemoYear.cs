using Concentric.Platform.Demo;

namespace Concentric.Modules.Meetings.Demo;

/// <summary>One meeting of the demo world's year, as it is to be held.</summary>
internal sealed record DemoMeeting(DemoSeries Series, DateOnly Day, string Title, bool HasSeminar);

/// <summary>Lays the series of the plan out over the year's working days.</summary>
internal static class DemoYear
{
    /// <summary>In the order of their days.</summary>
    internal static List<DemoMeeting> Of(DemoMeetingsPlan plan, DemoCommittee world) =>
        [
            .. plan
                .Series.SelectMany(series => Lay(series, world.Committee.Slug))
                .OrderBy(meeting => meeting.Day)
                .ThenBy(meeting => meeting.Series.Kind, StringComparer.Ordinal),
        ];

    private static IEnumerable<DemoMeeting> Lay(DemoSeries series, string slug)
    {
        var times = series.Times.GetValueOrDefault(slug);
        var seminars = series.Seminars.GetValueOrDefault(slug);
        var days = series.To.DayNumber - series.From.DayNumber;
        for (var number = 0; number < times; number++)
        {
            var day = Working(series.From.AddDays(times < 2 ? 0 : days * number / (times - 1)));
            yield return new DemoMeeting(
                series,
                day,
                series.Titles[number % series.Titles.Count],
                HasSeminar(number, seminars, times)
            );
        }
    }

    // Spread evenly: the number of seminars up to a meeting grows by whole numbers.
    private static bool HasSeminar(int number, int seminars, int times) =>
        (number + 1) * seminars / times > number * seminars / times;

    private static DateOnly Working(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(-2),
            _ => day,
        };
}
