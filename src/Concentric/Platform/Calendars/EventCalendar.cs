using Concentric.Rules.Formats;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Concentric.Platform.Calendars;

/// <summary>
/// Writes events as iCalendar (RFC 5545): times in UTC, a UID that never changes, SEQUENCE and LAST-MODIFIED that rise with each change,
/// STATUS:CANCELLED instead of vanishing.
/// </summary>
internal static class EventCalendar
{
    internal const string ContentType = "text/calendar";
    private const string Product = "-//Concentric//Meetings//EN";

    /// <param name="name">What calendar programs call the feed.</param>
    /// <param name="committee">The committee's slug. The UIDs are made of it, because the address of the house may change.</param>
    internal static string Write(string name, string committee, IEnumerable<EventInCalendar> events)
    {
        var calendar = new Calendar { ProductId = Product, Method = "PUBLISH" };
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("X-WR-CALNAME", name);
        var refresh = new CalendarProperty("REFRESH-INTERVAL", "PT1H");
        refresh.AddParameter("VALUE", "DURATION");
        calendar.Properties.Add(refresh);
        foreach (var one in events)
            calendar.Events.Add(EventOf(one, committee + ".concentric"));
        var text = new CalendarSerializer().SerializeToString(calendar) ?? "";
        return CalendarLines.Fold(text);
    }

    private static CalendarEvent EventOf(EventInCalendar one, string host) =>
        new()
        {
            Uid = $"{one.Id:N}@{host}",
            Summary = one.Title,
            Location = one.Place,
            Description = one.Notice,
            Start = Utc(one.StartsAt),
            End = Utc(one.EndsAt),
            DtStamp = Utc(one.ChangedAt),
            LastModified = Utc(one.ChangedAt),
            Sequence = one.Sequence,
            Status = one.IsOff ? EventStatus.Cancelled : EventStatus.Confirmed,
        };

    private static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime, "UTC", hasTime: true);
}

/// <summary>One event as a calendar program sees it.</summary>
internal sealed record EventInCalendar
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string? Place { get; init; }
    public string? Notice { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required int Sequence { get; init; }

    /// <summary>Cancelled or postponed: it does not take place at this time.</summary>
    public required bool IsOff { get; init; }
}
