using Concentric.Rules.Formats;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Concentric.Modules.Meetings.Calendars;

/// <summary>
/// Writes meetings as iCalendar (RFC 5545): times in UTC, a UID that never changes, SEQUENCE and LAST-MODIFIED that rise
/// with each change, STATUS:CANCELLED instead of vanishing.
/// </summary>
internal static class MeetingCalendar
{
    private const string Product = "-//Concentric//Meetings//EN";

    internal static string Write(string name, string host, IEnumerable<CalendarMeeting> meetings)
    {
        var calendar = new Calendar { ProductId = Product, Method = "PUBLISH" };
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("X-WR-CALNAME", name);
        var refresh = new CalendarProperty("REFRESH-INTERVAL", "PT1H");
        refresh.AddParameter("VALUE", "DURATION");
        calendar.Properties.Add(refresh);
        foreach (var meeting in meetings)
            calendar.Events.Add(EventOf(meeting, host));
        var text = new CalendarSerializer().SerializeToString(calendar) ?? "";
        return CalendarLines.Fold(text);
    }

    private static CalendarEvent EventOf(CalendarMeeting meeting, string host) =>
        new()
        {
            Uid = $"{meeting.Id:N}@{host}",
            Summary = meeting.Title,
            Location = meeting.Place,
            Description = meeting.Notice,
            Start = Utc(meeting.StartsAt),
            End = Utc(meeting.EndsAt),
            DtStamp = Utc(meeting.ChangedAt),
            LastModified = Utc(meeting.ChangedAt),
            Sequence = meeting.Sequence,
            Status = meeting.IsOff ? EventStatus.Cancelled : EventStatus.Confirmed,
        };

    private static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime, "UTC", hasTime: true);
}

/// <summary>One meeting as a calendar program sees it.</summary>
internal sealed record CalendarMeeting
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Place { get; init; }
    public string? Notice { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required int Sequence { get; init; }

    /// <summary>Cancelled or postponed: it does not take place at this time.</summary>
    public required bool IsOff { get; init; }
}
