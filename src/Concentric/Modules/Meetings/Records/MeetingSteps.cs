using Concentric.Platform;
using Concentric.Platform.Identity;

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
    /// <summary>The steps that lead on from the present state, for those who may take them.</summary>
    public static IReadOnlyList<NextStep> Of(Meeting meeting, MeetingKind kind, CurrentActor actor, DateTimeOffset now)
    {
        var prepare = actor.Can(MeetingsPermissions.Prepare);
        IEnumerable<(bool May, NextStep Step)> steps = meeting.State switch
        {
            MeetingState.Draft => [(actor.Can(MeetingsPermissions.Approve), new("Approve", null, meeting.WhyNotApprove()))],
            MeetingState.Approved or MeetingState.Postponed => [(prepare, new("Publish", "notice", null))],
            MeetingState.Published =>
            [
                (prepare, new("CloseSignUp", null, null)),
                (prepare, new("Start", null, meeting.WhyNotStart(now))),
                (prepare, new("End", null, meeting.WhyNotEnd(now))),
            ],
            MeetingState.SignUpClosed =>
            [
                (prepare, new("Start", null, meeting.WhyNotStart(now))),
                (prepare, new("End", null, meeting.WhyNotEnd(now))),
            ],
            MeetingState.InProgress => [(prepare, new("End", null, null))],
            MeetingState.Ended => [(actor.Can(MeetingsPermissions.ConfirmAttendance), new("Confirm", "confirmation", null))],
            MeetingState.AttendanceConfirmed => [(prepare, new("File", null, meeting.WhyNotFileResults(kind)))],
            MeetingState.ResultsFiled => [(prepare, new("Archive", null, null))],
            _ => [],
        };
        return [.. steps.Where(pair => pair.May).Select(pair => pair.Step)];
    }
}
