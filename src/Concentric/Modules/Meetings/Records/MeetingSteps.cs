using Concentric.Platform;

namespace Concentric.Modules.Meetings.Records;

/// <summary>
/// What can be done next with a meeting: a verb of this page by its handler, or a page of its own. One that is refused
/// is shown with the reason, so that it is clear what is missing.
/// </summary>
/// <param name="Verb">Handler and text key: <c>Approve</c>.</param>
/// <param name="Path">Below the meeting; null for a handler of the meeting's page.</param>
/// <param name="WhyNot">The reason against it now.</param>
public sealed record NextStep(string Verb, string? Path, Refusal? WhyNot)
{
    /// <summary>Who may take it.</summary>
    public string Permission { get; private init; } = MeetingsPermissions.Prepare;

    /// <summary>The steps that lead on from the present state, whoever may take them.</summary>
    public static IReadOnlyList<NextStep> Of(Meeting meeting, MeetingKind kind, DateTimeOffset now) =>
        meeting.State switch
        {
            MeetingState.Draft => [new("Approve", null, meeting.WhyNotApprove()) { Permission = MeetingsPermissions.Approve }],
            MeetingState.Approved or MeetingState.Postponed => [new("Publish", "notice", null)],
            MeetingState.Published =>
            [
                new("CloseSignUp", null, null),
                new("Start", null, meeting.WhyNotStart(now)),
                new("End", null, meeting.WhyNotEnd(now)),
            ],
            MeetingState.SignUpClosed => [new("Start", null, meeting.WhyNotStart(now)), new("End", null, meeting.WhyNotEnd(now))],
            MeetingState.InProgress => [new("End", null, null)],
            MeetingState.Ended => [new("Confirm", "confirmation", null) { Permission = MeetingsPermissions.ConfirmAttendance }],
            MeetingState.AttendanceConfirmed => [new("File", null, meeting.WhyNotFileResults(kind))],
            MeetingState.ResultsFiled => [new("Archive", null, null)],
            _ => [],
        };
}
