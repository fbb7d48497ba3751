using Concentric.Platform;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Meetings;

public sealed partial class Attendance
{
    /// <summary>补课: the day on which a missed study session was made up.</summary>
    public DateOnly? MadeUpOn { get; private set; }

    /// <summary>How: what was read, what was handed in.</summary>
    public string? MadeUpHow { get; private set; }
    public string? MadeUpConfirmedByName { get; private set; }

    /// <summary>Why this person has nothing to make up here.</summary>
    public Refusal? WhyNotMakeUp(Meeting meeting, MeetingKind kind) =>
        !kind.IsStudySession || !meeting.IsConfirmed ? new Refusal("MakeUpNotHere")
        : MembershipId is null || Basis != AttendanceBasis.Expected || Presence is not (Presence.Excused or Presence.Absent)
            ? new Refusal("MakeUpNothingMissed", Name)
        : MadeUpOn is not null ? new Refusal("MakeUpConfirmedAlready", MadeUpConfirmedByName ?? "")
        : null;

    public static IEnumerable<Refusal> MakeUpFaults(Meeting meeting, DateOnly? day, string? how, DateOnly today)
    {
        if (day is null)
            yield return new Refusal("MakeUpDayMissing").At("Day");
        if (day < meeting.HeldOn)
            yield return new Refusal("MakeUpBeforeMeeting").At("Day");
        if (day > today)
            yield return new Refusal("MakeUpInFuture").At("Day");
        if (string.IsNullOrWhiteSpace(how))
            yield return new Refusal("MakeUpHowMissing").At("How");
        if (how?.Length > MeetingStep.LongestWords)
            yield return new Refusal("MeasureTextTooLong", MeetingStep.LongestWords).At("How");
    }

    /// <summary>The organiser confirms that the missed session was made up.</summary>
    internal void MakeUp(DateOnly day, string how, Doer doer)
    {
        MadeUpOn = day;
        MadeUpHow = how.Trim();
        MadeUpConfirmedByName = doer.Name;
    }

    /// <summary>A correction found that the person was there: there was nothing to make up.</summary>
    internal void ForgetMakeUp()
    {
        MadeUpOn = null;
        MadeUpHow = null;
        MadeUpConfirmedByName = null;
    }
}
