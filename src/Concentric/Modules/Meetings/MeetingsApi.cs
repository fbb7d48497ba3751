using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings;

/// <summary>
/// What other modules may ask of the meetings and do to them: the only type here that they name, with its records. Its
/// verbs are those of the pages; each is refused by <see cref="RefusedException"/>.
/// </summary>
public sealed partial class MeetingsApi(
    AppDb db,
    MeetingKinds kinds,
    AttendanceSheets sheets,
    MeetingPublishing publishing,
    AttendanceConfirming confirming,
    CurrentCommittee committee,
    CurrentActor actor,
    TimeProvider time
)
{
    /// <summary>The ids of the kinds of meeting, for whoever reads a sheet without a committee.</summary>
    public static IReadOnlyList<string> KindIds(DataFolder data) =>
        [.. data.ReadYaml<MeetingKinds.MeetingKindsFile>(MeetingKinds.FileName).Kinds.Select(kind => kind.Id)];

    /// <summary>The kinds of meeting, in the order of the data file.</summary>
    public IReadOnlyList<MeetingKindSummary> Kinds() =>
        [
            .. kinds.All.Select(kind => new MeetingKindSummary(
                kind.Id,
                kind.Name,
                kind.Family,
                kind.Minutes == MinutesRule.Required
            )),
        ];

    /// <summary>Drafts a meeting with its agenda, its speakers and those it expects.</summary>
    /// <returns>The meeting's id.</returns>
    public async Task<Guid> CreateAsync(NewMeeting wanted, CancellationToken cancellation = default)
    {
        var kind = kinds[wanted.Details.Kind];
        var meeting = Meeting.Draft(wanted.Details, committee.TimeZone, Doer.Of(actor, time));
        foreach (var entry in wanted.Agenda)
            meeting.AddAgendaItem(entry, kind);
        foreach (var speaker in wanted.Speakers)
            meeting.AddSpeaker(speaker.Name, speaker.Role, kind, speaker.Topic, speaker.MembershipId);
        db.Add(meeting);
        await db.SaveChangesAsync(cancellation);
        await sheets.ExpectAsync(meeting, wanted.Expected ?? ExpectedPeople.Of(kind), cancellation);
        return meeting.Id;
    }

    public Task ApproveAsync(Guid meetingId, CancellationToken cancellation = default) =>
        DoAsync(meetingId, (meeting, doer) => meeting.Approve(doer), cancellation);

    /// <summary>Gives the meeting its number in the year and sends the notice.</summary>
    public async Task PublishAsync(Guid meetingId, CancellationToken cancellation = default) =>
        RefusedException.ThrowIf(await publishing.PublishAsync(meetingId, cancellation: cancellation));

    public Task CloseSignUpAsync(Guid meetingId, CancellationToken cancellation = default) =>
        DoAsync(meetingId, (meeting, doer) => meeting.CloseSignUp(doer), cancellation);

    public Task StartAsync(Guid meetingId, CancellationToken cancellation = default) =>
        DoAsync(meetingId, (meeting, doer) => meeting.Start(doer), cancellation);

    public Task EndAsync(Guid meetingId, CancellationToken cancellation = default) =>
        DoAsync(meetingId, (meeting, doer) => meeting.End(doer), cancellation);

    public Task PostponeAsync(Guid meetingId, string reason, CancellationToken cancellation = default) =>
        DoAsync(meetingId, (meeting, doer) => meeting.Postpone(reason, doer), cancellation);

    public Task CancelAsync(Guid meetingId, string reason, CancellationToken cancellation = default) =>
        DoAsync(meetingId, (meeting, doer) => meeting.Cancel(reason, doer), cancellation);

    /// <summary>Confirms the attendance: the facts of the meeting are recorded now.</summary>
    public async Task ConfirmAsync(Guid meetingId, CancellationToken cancellation = default) =>
        RefusedException.ThrowIf(await confirming.ConfirmAsync(meetingId, cancellation: cancellation));

    public async Task CorrectAsync(Guid meetingId, AttendanceCorrection correction, CancellationToken cancellation = default) =>
        RefusedException.ThrowIf(await confirming.CorrectAsync(meetingId, correction, cancellation: cancellation));

    /// <summary>Enters the minutes and signs them.</summary>
    public Task SignMinutesAsync(Guid meetingId, string text, CancellationToken cancellation = default) =>
        DoAsync(
            meetingId,
            (meeting, doer) =>
            {
                meeting.DraftMinutes(text, doer);
                meeting.SignMinutes(doer);
            },
            cancellation
        );

    public Task FileResultsAsync(Guid meetingId, CancellationToken cancellation = default) =>
        DoAsync(meetingId, (meeting, doer) => meeting.FileResults(kinds[meeting.Kind], doer), cancellation);

    public Task ArchiveAsync(Guid meetingId, CancellationToken cancellation = default) =>
        DoAsync(meetingId, (meeting, doer) => meeting.Archive(doer), cancellation);

    /// <summary>Puts an item on the agenda.</summary>
    public Task AddAgendaItemAsync(Guid meetingId, AgendaEntry entry, CancellationToken cancellation = default) =>
        DoAsync(meetingId, (meeting, _) => meeting.AddAgendaItem(entry, kinds[meeting.Kind]), cancellation);

    private async Task DoAsync(Guid meetingId, Action<Meeting, Doer> verb, CancellationToken cancellation)
    {
        var meeting = await db.Set<Meeting>().Include(row => row.Agenda).SingleAsync(row => row.Id == meetingId, cancellation);
        verb(meeting, Doer.Of(actor, time));
        await db.SaveChangesAsync(cancellation);
    }
}

/// <summary>What another module does in the same save when a meeting's attendance is confirmed or corrected.</summary>
public interface IMeetingFollower
{
    Task AfterConfirmationAsync(ConfirmedMeeting meeting, CancellationToken cancellation);
}

/// <summary>A meeting whose attendance has just been confirmed or corrected.</summary>
/// <param name="MeetingId">The source of its facts.</param>
/// <param name="Kind">By its id in <c>data/meeting-kinds.yaml</c>.</param>
/// <param name="HeldOn">The day of its facts.</param>
/// <param name="Revision">1 for the confirmation, more for corrections.</param>
/// <param name="Attended">The memberships of those who were there.</param>
public sealed record ConfirmedMeeting(Guid MeetingId, string Kind, DateOnly HeldOn, int Revision, IReadOnlyList<Guid> Attended);

/// <summary>A kind of meeting as other modules see it.</summary>
public sealed record MeetingKindSummary(string Id, string Name, string Family, bool NeedsSignedMinutes);

/// <summary>A meeting to be drafted.</summary>
public sealed record NewMeeting
{
    public required MeetingDetails Details { get; init; }
    public IReadOnlyList<AgendaEntry> Agenda { get; init; } = [];
    public IReadOnlyList<NewSpeaker> Speakers { get; init; } = [];

    /// <summary>Whom it expects; null for whom its kind proposes.</summary>
    public ExpectedPeople? Expected { get; init; }
}

/// <summary>Somebody who is to speak.</summary>
public sealed record NewSpeaker(string Name, SpeakerRole Role, string? Topic = null, Guid? MembershipId = null);
