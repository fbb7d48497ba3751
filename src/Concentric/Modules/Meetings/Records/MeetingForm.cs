using Concentric.Platform;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Meetings.Records;

/// <summary>What is typed about a meeting, in the committee's own days and hours.</summary>
public sealed class MeetingForm
{
    public string? Kind { get; set; }
    public string? Title { get; set; }
    public string? Organiser { get; set; }
    public DateOnly Day { get; set; }
    public TimeOnly From { get; set; } = new(9, 0);

    /// <summary>The last day, where it lasts longer than one.</summary>
    public DateOnly? LastDay { get; set; }
    public TimeOnly To { get; set; } = new(11, 0);
    public string? Place { get; set; }
    public string? LocalUnit { get; set; }
    public string? PresidedBy { get; set; }
    public string? Notice { get; set; }

    /// <summary>Sign-up closes at the end of this day.</summary>
    public DateOnly? SignUpUntil { get; set; }
    public bool IsPublic { get; set; }
    public int? AudienceNumber { get; set; }
    public string? AudienceKind { get; set; }

    public static MeetingForm Of(Meeting meeting, DisplayFormat format, TimeZoneInfo zone) =>
        new()
        {
            Kind = meeting.Kind,
            Title = meeting.Title,
            Organiser = meeting.Organiser,
            Day = meeting.HeldOn,
            From = TimeOf(meeting.StartsAt, zone),
            LastDay = format.DayOf(meeting.EndsAt) == meeting.HeldOn ? null : format.DayOf(meeting.EndsAt),
            To = TimeOf(meeting.EndsAt, zone),
            Place = meeting.Place,
            LocalUnit = meeting.LocalUnit,
            PresidedBy = meeting.PresidedBy,
            Notice = meeting.Notice,
            SignUpUntil = meeting.SignUpUntil is { } until ? format.DayOf(until.AddTicks(-1)) : null,
            IsPublic = meeting.IsPublic,
            AudienceNumber = meeting.AudienceNumber,
            AudienceKind = meeting.AudienceKind,
        };

    /// <summary>The details for the verbs. Without an organiser the one of the kind is taken.</summary>
    public MeetingDetails ToDetails(MeetingKinds kinds, TimeZoneInfo zone)
    {
        var startsAt = MomentIn(zone, Day, From);
        return new MeetingDetails
        {
            Kind = Kind ?? "",
            Title = Title ?? "",
            Organiser = string.IsNullOrEmpty(Organiser) ? kinds.Find(Kind)?.Organiser ?? "" : Organiser,
            StartsAt = startsAt,
            EndsAt = MomentIn(zone, LastDay ?? Day, To),
            Place = Place ?? "",
            LocalUnit = LocalUnit,
            PresidedBy = PresidedBy,
            Notice = Notice,
            SignUpUntil = SignUpUntil is { } day
                ? Earlier(MomentIn(zone, day.AddDays(1), TimeOnly.MinValue), day, startsAt)
                : null,
            IsPublic = IsPublic,
            AudienceNumber = AudienceNumber,
            AudienceKind = AudienceKind,
        };
    }

    /// <summary>What is wrong, each beside its field of this form.</summary>
    public IEnumerable<Refusal> Faults(MeetingKinds kinds, TimeZoneInfo zone)
    {
        if (kinds.Find(Kind) is null)
            yield return new Refusal("MeetingKindUnknown").At("Input.Kind");
        if (!string.IsNullOrEmpty(Organiser) && kinds.FindOrganiser(Organiser) is null)
            yield return new Refusal("MeetingOrganiserUnknown").At("Input.Organiser");
        foreach (var fault in Meeting.Faults(ToDetails(kinds, zone)))
            yield return fault.At("Input." + (fault.Field == nameof(MeetingDetails.EndsAt) ? nameof(To) : fault.Field));
    }

    public static IReadOnlyList<SelectListItem> KindChoices(MeetingKinds kinds) =>
        [.. kinds.All.Select(kind => new SelectListItem(kind.Name, kind.Id))];

    public static IReadOnlyList<SelectListItem> OrganiserChoices(MeetingKinds kinds) =>
        [.. kinds.Organisers.Select(organiser => new SelectListItem(organiser.Name, organiser.Id))];

    private static DateTimeOffset MomentIn(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    // Sign-up until the day of the meeting itself means until it begins.
    private static DateTimeOffset Earlier(DateTimeOffset endOfDay, DateOnly day, DateTimeOffset startsAt) =>
        day == DateOnly.FromDateTime(startsAt.DateTime) && endOfDay > startsAt ? startsAt : endOfDay;

    private static TimeOnly TimeOf(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
