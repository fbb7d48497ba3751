using Concentric.Platform.Web;

namespace Concentric.Modules.Consultation.Sessions.Office;

/// <summary>What is typed about a session to come, in the committee's own days and hours.</summary>
public sealed class SessionForm
{
    public string? Title { get; set; }
    public Guid? PlaceId { get; set; }
    public Guid? RoomId { get; set; }
    public string? Locality { get; set; }
    public DateOnly? Day { get; set; }
    public TimeOnly From { get; set; } = new(15, 0);
    public SessionOrganiser? Organiser { get; set; }
    public string? OrganiserName { get; set; }
    public string? MembersPart { get; set; }
    public string? MembersPartWords { get; set; }
    public string? ConvenerName { get; set; }

    /// <summary>The matters of the agenda.</summary>
    public List<Guid> Matters { get; set; } = [];

    /// <summary>Members who are invited, by seat.</summary>
    public List<Guid> Members { get; set; } = [];

    public static SessionForm Of(CouncilSession session, DisplayFormat format, TimeZoneInfo zone) =>
        new()
        {
            Title = session.Title,
            PlaceId = session.PlaceId,
            RoomId = session.RoomId,
            Locality = session.Locality,
            Day = session.PlannedFor is { } planned ? format.DayOf(planned) : null,
            From = session.PlannedFor is { } at ? TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime) : new(15, 0),
            Organiser = session.Organiser,
            OrganiserName = session.OrganiserName,
            MembersPart = session.MembersPart,
            MembersPartWords = session.MembersPartWords,
            ConvenerName = session.ConvenerName,
            Matters = [.. session.Agenda.Select(row => row.MatterId)],
            Members = [.. session.People.Select(person => person.MembershipId).OfType<Guid>()],
        };

    public SessionDetails ToDetails(TimeZoneInfo zone) =>
        new()
        {
            Title = Title,
            PlaceId = PlaceId ?? Guid.Empty,
            RoomId = RoomId,
            Locality = Locality,
            Organiser = Organiser,
            OrganiserName = OrganiserName,
            MembersPart = MembersPart,
            MembersPartWords = MembersPartWords,
            ConvenerName = ConvenerName,
            PlannedFor = Day is { } day ? Moment(day.ToDateTime(From), zone) : null,
        };

    private static DateTimeOffset Moment(DateTime local, TimeZoneInfo zone) => new(local, zone.GetUtcOffset(local));
}
