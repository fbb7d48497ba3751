using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Meetings;

/// <summary>What the organiser saw.</summary>
public enum Presence
{
    NotTaken,
    Present,

    /// <summary>迟到</summary>
    Late,

    /// <summary>早退</summary>
    LeftEarly,

    /// <summary>请假, approved.</summary>
    Excused,

    /// <summary>无故缺席</summary>
    Absent,
}

public sealed partial class Attendance
{
    public Presence Presence { get; private set; }
    public DateTimeOffset? TakenAt { get; private set; }
    public Guid? TakenBy { get; private set; }

    /// <summary>When the person opened the code at the door: a claim, which the organiser's confirmation decides.</summary>
    public DateTimeOffset? ArrivedAt { get; private set; }

    /// <summary>补签: recorded afterwards, with a reason. It stays visible.</summary>
    public string? LateCheckInReason { get; private set; }

    /// <summary>The confirmation that covers this row as it is; 0 before the first.</summary>
    public int ConfirmedRevision { get; private set; }

    public List<AttendanceChange> Changes { get; private set; } = [];

    public bool Attended => Presence is Presence.Present or Presence.Late or Presence.LeftEarly;

    /// <summary>Attendance is taken from the notice until the organiser's confirmation.</summary>
    public static Refusal? WhyNotTake(Meeting meeting, DateTimeOffset now) =>
        meeting.IsConfirmed ? new Refusal("MeetingConfirmedAlready")
        : meeting.State is MeetingState.Published or MeetingState.SignUpClosed or MeetingState.InProgress or MeetingState.Ended
            ? (meeting.WhyNotOpenSheet(now))
        : new Refusal("SheetNotOpen");

    /// <summary>Only approved leave excuses; the sheet says so instead of guessing.</summary>
    public Refusal? WhyNotMark(Presence presence) =>
        presence == Presence.Excused && Answer != Answer.LeaveApproved ? new Refusal("ExcusedNeedsLeave", Name) : null;

    public void Mark(Meeting meeting, Presence presence, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotTake(meeting, doer.Now) ?? WhyNotMark(presence));
        if (Presence == presence)
            return;
        (Presence, TakenAt, TakenBy) = (presence, doer.Now, doer.AccountId);
    }

    /// <summary>What "all present" makes of this row: approved leave stays leave, what was taken stays.</summary>
    public void MarkPresentUnlessKnown(Meeting meeting, Doer doer)
    {
        if (Presence == Presence.NotTaken)
            Mark(meeting, Answer == Answer.LeaveApproved ? Presence.Excused : Presence.Present, doer);
    }

    /// <summary>The person has opened the code at the door.</summary>
    public void ClaimArrival(Meeting meeting, DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotTake(meeting, now));
        ArrivedAt ??= now;
    }

    public Refusal? WhyNotCheckInLate(Meeting meeting, DateTimeOffset now) =>
        WhyNotTake(meeting, now) ?? (Presence == Presence.Absent ? null : new Refusal("LateCheckInOnlyAbsent"));

    /// <summary>补签: marked absent, and found to have been there.</summary>
    public void CheckInLate(Meeting meeting, Presence presence, string reason, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotCheckInLate(meeting, doer.Now) ?? Meeting.WhyNotReason(reason));
        LateCheckInReason = reason.Trim();
        Changes.Add(AttendanceChange.Of(MeetingId, Presence, presence, meeting.Revision, reason, doer));
        (Presence, TakenAt, TakenBy) = (presence, doer.Now, doer.AccountId);
    }

    /// <summary>Covers the row by a confirmation, so that a mark made meanwhile by somebody else is noticed by the save.</summary>
    internal void CoverBy(int revision) => ConfirmedRevision = revision;

    internal void Correct(Presence presence, int revision, string reason, Doer doer)
    {
        Changes.Add(AttendanceChange.Of(MeetingId, Presence, presence, revision, reason, doer));
        (Presence, TakenAt, TakenBy) = (presence, doer.Now, doer.AccountId);
    }
}

/// <summary>A mark that was changed afterwards: a late check-in (补签) or a correction after the confirmation.</summary>
public sealed class AttendanceChange : CommitteeEntity
{
    private AttendanceChange() { }

    public Guid AttendanceId { get; private set; }
    public Guid MeetingId { get; private set; }
    public Presence From { get; private set; }
    public Presence To { get; private set; }

    /// <summary>0 before the first confirmation, else the confirmation that it made.</summary>
    public int Revision { get; private set; }
    public string Reason { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public Guid AccountId { get; private set; }
    public string ActorName { get; private set; } = "";

    internal static AttendanceChange Of(Guid meetingId, Presence from, Presence to, int revision, string reason, Doer doer) =>
        new()
        {
            MeetingId = meetingId,
            From = from,
            To = to,
            Revision = revision,
            Reason = reason.Trim(),
            At = doer.Now,
            AccountId = doer.AccountId,
            ActorName = doer.Name,
        };
}
