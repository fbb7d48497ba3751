using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Meetings;

/// <summary>
/// 会议/活动 (Meeting): one thing that members or staff attend, from its draft to the archive. Its facts come from the
/// organiser's confirmation of the attendance sheet and from nothing else.
/// </summary>
[ShownToPublic]
public sealed partial class Meeting : CommitteeEntity
{
    /// <summary>What the facts of a meeting name as their source.</summary>
    public const string SourceType = "meetings.meeting";

    private Meeting() { }

    /// <summary>By its id in <c>data/meeting-kinds.yaml</c>.</summary>
    public string Kind { get; private set; } = "";

    [NamesInAudit]
    public string Title { get; private set; } = "";

    /// <summary>By its id in the same file.</summary>
    public string Organiser { get; private set; } = "";
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The day it begins, in the committee's zone: the day of its facts.</summary>
    public DateOnly HeldOn { get; private set; }
    public string Place { get; private set; } = "";

    /// <summary>乡镇、街道: the township or street, where it is held outside.</summary>
    public string? LocalUnit { get; private set; }

    /// <summary>主持人</summary>
    public string? PresidedBy { get; private set; }

    /// <summary>What the notice says beside time and place.</summary>
    public string? Notice { get; private set; }

    /// <summary>When sign-up closes by itself; null means with the beginning.</summary>
    public DateTimeOffset? SignUpUntil { get; private set; }

    /// <summary>Whether the public calendar shows it.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>受众: how many from outside heard it, and what people they were.</summary>
    public int? AudienceNumber { get; private set; }
    public string? AudienceKind { get; private set; }
    public DateTimeOffset DraftedAt { get; private set; }
    public Guid DraftedBy { get; private set; }

    /// <summary>Raised when what a calendar shows changes after publishing (RFC 5545 SEQUENCE).</summary>
    public int CalendarSequence { get; private set; }

    /// <summary>When what a calendar shows last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <exception cref="RefusedException">The details are not in order; see <see cref="Faults"/>.</exception>
    public static Meeting Draft(MeetingDetails details, TimeZoneInfo zone, Doer doer)
    {
        RefusedException.ThrowIf(Faults(details).FirstOrDefault());
        var meeting = new Meeting { DraftedAt = doer.Now, DraftedBy = doer.AccountId };
        meeting.Take(details, zone, doer.Now);
        meeting.Steps.Add(MeetingStep.Of(MeetingVerb.Draft, meeting.State, doer, reason: null));
        return meeting;
    }

    /// <summary>What is wrong with the details, each beside its field.</summary>
    public static IEnumerable<Refusal> Faults(MeetingDetails details)
    {
        if (string.IsNullOrWhiteSpace(details.Title))
            yield return new Refusal("MeetingTitleMissing").At(nameof(details.Title));
        if (details.Title.Length > MeetingDetails.LongestTitle)
            yield return new Refusal("MeetingTitleTooLong", MeetingDetails.LongestTitle).At(nameof(details.Title));
        if (string.IsNullOrWhiteSpace(details.Place))
            yield return new Refusal("MeetingPlaceMissing").At(nameof(details.Place));
        if (details.Place.Length > MeetingDetails.LongestPlace)
            yield return new Refusal("MeetingPlaceTooLong", MeetingDetails.LongestPlace).At(nameof(details.Place));
        if (details.LocalUnit?.Length > MeetingDetails.LongestPlace)
            yield return new Refusal("MeetingPlaceTooLong", MeetingDetails.LongestPlace).At(nameof(details.LocalUnit));
        if (details.PresidedBy?.Length > MeetingDetails.LongestName)
            yield return new Refusal("MeetingNameTooLong", MeetingDetails.LongestName).At(nameof(details.PresidedBy));
        if (details.AudienceKind?.Length > MeetingDetails.LongestName)
            yield return new Refusal("MeetingNameTooLong", MeetingDetails.LongestName).At(nameof(details.AudienceKind));
        if (details.Notice?.Length > MeetingDetails.LongestNotice)
            yield return new Refusal("MeetingNoticeTooLong", MeetingDetails.LongestNotice).At(nameof(details.Notice));
        if (LikelyDay.WhyNot(DateOnly.FromDateTime(details.StartsAt.DateTime)) is { } unlikely)
            yield return unlikely.At(nameof(details.StartsAt));
        if (details.EndsAt <= details.StartsAt)
            yield return new Refusal("MeetingEndsBeforeStart").At(nameof(details.EndsAt));
        if (details.EndsAt - details.StartsAt > MeetingDetails.Longest)
            yield return new Refusal("MeetingTooLong", MeetingDetails.Longest.Days).At(nameof(details.EndsAt));
        if (details.SignUpUntil > details.StartsAt)
            yield return new Refusal("MeetingSignUpAfterStart").At(nameof(details.SignUpUntil));
        if (details.AudienceNumber is < 0 or > MeetingDetails.LargestAudience)
            yield return new Refusal("MeetingAudienceOutOfRange", MeetingDetails.LargestAudience).At(
                nameof(details.AudienceNumber)
            );
    }

    /// <summary>Why the details cannot be changed any more: after the confirmation they belong to facts.</summary>
    public Refusal? WhyNotChange() =>
        State switch
        {
            MeetingState.Cancelled => new Refusal("MeetingCancelledAlready"),
            MeetingState.AttendanceConfirmed or MeetingState.ResultsFiled or MeetingState.Archived => new Refusal(
                "MeetingConfirmedAlready"
            ),
            _ => null,
        };

    /// <summary>Changes the details. After publishing, calendars learn of it by the raised sequence.</summary>
    public void Change(MeetingDetails details, TimeZoneInfo zone, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotChange() ?? WhyNotChangeKind(details) ?? Faults(details).FirstOrDefault());
        var before = ShownInCalendars;
        Take(details, zone, doer.Now);
        if (Number is not null && before != ShownInCalendars)
        {
            CalendarSequence++;
            Steps.Add(MeetingStep.Of(MeetingVerb.Change, State, doer, reason: null));
        }
    }

    /// <summary>A number in the year belongs to its kind and year.</summary>
    public Refusal? WhyNotChangeKind(MeetingDetails details) =>
        Number is not null && details.Kind != Kind ? new Refusal("MeetingKindIsNumbered").At(nameof(details.Kind)) : null;

    private (string, string, DateTimeOffset, DateTimeOffset, string?) ShownInCalendars =>
        (Title, Place, StartsAt, EndsAt, Notice);

    private void Take(MeetingDetails details, TimeZoneInfo zone, DateTimeOffset now)
    {
        Kind = details.Kind;
        Title = details.Title.Trim();
        Organiser = details.Organiser;
        StartsAt = details.StartsAt.ToUniversalTime();
        EndsAt = details.EndsAt.ToUniversalTime();
        HeldOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(details.StartsAt, zone).DateTime);
        Place = details.Place.Trim();
        LocalUnit = Filled(details.LocalUnit);
        PresidedBy = Filled(details.PresidedBy);
        Notice = Filled(details.Notice);
        SignUpUntil = details.SignUpUntil?.ToUniversalTime();
        IsPublic = details.IsPublic;
        AudienceNumber = details.AudienceNumber;
        AudienceKind = Filled(details.AudienceKind);
        ChangedAt = now;
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What a person enters about a meeting.</summary>
public sealed record MeetingDetails
{
    public const int LongestTitle = 200;
    public const int LongestPlace = 80;
    public const int LongestName = 100;
    public const int LongestNotice = 4000;
    public const int LargestAudience = 1_000_000;
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Organiser { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required string Place { get; init; }
    public string? LocalUnit { get; init; }
    public string? PresidedBy { get; init; }
    public string? Notice { get; init; }
    public DateTimeOffset? SignUpUntil { get; init; }
    public bool IsPublic { get; init; }
    public int? AudienceNumber { get; init; }
    public string? AudienceKind { get; init; }
}
