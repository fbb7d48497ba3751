using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Calendars;

/// <summary>One month of meetings: a grid of weeks that begin on Monday, and the list of the same.</summary>
public sealed record CalendarMonth(
    DateOnly First,
    DateOnly Today,
    IReadOnlyList<CalendarEntry> Entries,
    string Address,
    string EntryAddress
)
{
    /// <summary>More than this in a month is told as a number.</summary>
    private const int MostEntries = 500;

    public DateOnly Before => First.AddMonths(-1);
    public DateOnly After => First.AddMonths(1);

    /// <summary>All weeks that touch the month.</summary>
    public IEnumerable<IReadOnlyList<DateOnly>> Weeks()
    {
        var day = First.AddDays(-(((int)First.DayOfWeek + 6) % 7));
        while (day < After)
        {
            yield return [.. Enumerable.Range(0, 7).Select(day.AddDays)];
            day = day.AddDays(7);
        }
    }

    public IEnumerable<CalendarEntry> On(DateOnly day) => Entries.Where(entry => entry.HeldOn == day);

    /// <param name="meetings">Those that the reader may see.</param>
    /// <param name="month">yyyy-MM; anything else is this month.</param>
    /// <param name="committee">Whose days are counted.</param>
    /// <param name="time">The clock.</param>
    /// <param name="address">The calendar's own address, and where an entry leads.</param>
    internal static async Task<CalendarMonth> ReadAsync(
        IQueryable<Meeting> meetings,
        string? month,
        CurrentCommittee committee,
        TimeProvider time,
        (string Own, string Entry) address
    )
    {
        var today = committee.Today(time);
        var first =
            DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", out var asked) && asked.Year is > 1949 and < 2100
                ? asked
                : new DateOnly(today.Year, today.Month, 1);
        var after = first.AddMonths(1);
        var entries = await meetings
            .Where(meeting => meeting.HeldOn >= first && meeting.HeldOn < after)
            .OrderBy(meeting => meeting.StartsAt)
            .ThenBy(meeting => meeting.Id)
            .Take(MostEntries)
            .Select(meeting => new CalendarEntry(
                meeting.Id,
                meeting.Kind,
                meeting.Title,
                meeting.Place,
                meeting.HeldOn,
                meeting.StartsAt,
                meeting.EndsAt,
                meeting.State
            ))
            .ToListAsync();
        return new CalendarMonth(first, today, entries, address.Own, address.Entry);
    }
}

/// <summary>One meeting in a calendar.</summary>
public sealed record CalendarEntry(
    Guid Id,
    string Kind,
    string Title,
    string Place,
    DateOnly HeldOn,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    MeetingState State
);
