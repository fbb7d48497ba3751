using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Meetings;

/// <summary>What the person answered to the notice.</summary>
public enum Answer
{
    None,

    /// <summary>报名: will come.</summary>
    SignedUp,
    LeaveAsked,
    LeaveApproved,
    LeaveRefused,
}

public sealed partial class Attendance
{
    public Answer Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>请假: what was asked and decided, newest last.</summary>
    public List<LeaveRequest> Leaves { get; private set; } = [];

    /// <summary>So that each reminder is sent once.</summary>
    public DateTimeOffset? RemindedToAnswerAt { get; internal set; }
    public DateTimeOffset? RemindedOfStartAt { get; internal set; }

    public Refusal? WhyNotSignUp(Meeting meeting, DateTimeOffset now) =>
        meeting.State != MeetingState.Published ? new Refusal("SignUpNotOpen")
        : now >= (meeting.SignUpUntil ?? meeting.StartsAt) ? new Refusal("SignUpOver")
        : Answer == Answer.SignedUp ? new Refusal("SignedUpAlready")
        : Answer is Answer.LeaveAsked or Answer.LeaveApproved ? new Refusal("SignUpAfterLeave")
        : null;

    public void SignUp(Meeting meeting, DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotSignUp(meeting, now));
        (Answer, AnsweredAt) = (Answer.SignedUp, now);
    }

    /// <summary>
    /// Leave is asked in words, so many days before as the kind of meeting says. Later the organiser must be told, who
    /// can still enter it.
    /// </summary>
    public Refusal? WhyNotAskLeave(Meeting meeting, MeetingKind kind, DateOnly today) =>
        meeting.State is not (MeetingState.Published or MeetingState.SignUpClosed) ? new Refusal("LeaveNotOpen")
        : Answer is Answer.LeaveAsked or Answer.LeaveApproved ? new Refusal("LeaveAskedAlready")
        : today > LastDayToAskLeave(meeting, kind) ? new Refusal("LeaveTooLate", kind.LeaveNoticeDays)
        : null;

    public static DateOnly LastDayToAskLeave(Meeting meeting, MeetingKind kind) => meeting.HeldOn.AddDays(-kind.LeaveNoticeDays);

    public LeaveRequest AskLeave(Meeting meeting, MeetingKind kind, string reason, DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotAskLeave(meeting, kind, today) ?? Meeting.WhyNotReason(reason));
        return Ask(reason, enteredByOrganiser: false, doer);
    }

    /// <summary>The organiser enters leave that was asked by word of mouth or too late; it stays visible as such.</summary>
    public Refusal? WhyNotEnterLeave(Meeting meeting) =>
        Answer is Answer.LeaveAsked or Answer.LeaveApproved ? new Refusal("LeaveAskedAlready")
        : meeting.State is MeetingState.Published or MeetingState.SignUpClosed or MeetingState.InProgress or MeetingState.Ended
            ? null
        : new Refusal("LeaveNotOpen");

    public LeaveRequest EnterLeave(Meeting meeting, string reason, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotEnterLeave(meeting) ?? Meeting.WhyNotReason(reason));
        return Ask(reason, enteredByOrganiser: true, doer);
    }

    /// <summary>销假: the person will come after all.</summary>
    public Refusal? WhyNotWithdrawLeave(Meeting meeting, DateTimeOffset now) =>
        Answer is not (Answer.LeaveAsked or Answer.LeaveApproved) ? new Refusal("NoLeaveToWithdraw")
        : now >= meeting.StartsAt ? new Refusal("LeaveWithdrawTooLate")
        : meeting.State is MeetingState.Published or MeetingState.SignUpClosed or MeetingState.Postponed ? null
        : new Refusal("LeaveWithdrawTooLate");

    public void WithdrawLeave(Meeting meeting, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotWithdrawLeave(meeting, doer.Now));
        Leaves.OrderBy(leave => leave.AskedAt).Last().Withdraw(doer.Now);
        (Answer, AnsweredAt) = (Answer.SignedUp, doer.Now);
    }

    /// <summary>
    /// The kind of meeting says which roles decide. Nobody decides on their own leave, and nothing is decided after the
    /// attendance has been confirmed.
    /// </summary>
    public Refusal? WhyNotDecideLeave(Meeting meeting, MeetingKind kind, LeaveApprover approver) =>
        Answer != Answer.LeaveAsked ? new Refusal("LeaveDecidedAlready")
        : meeting.IsConfirmed || meeting.State == MeetingState.Cancelled ? new Refusal("MeetingConfirmedAlready")
        : (PersonId is not null && PersonId == approver.PersonId) || AccountId == approver.Doer.AccountId
            ? new Refusal("LeaveOwn")
        : kind.LeaveApprovers.Intersect(approver.Roles, StringComparer.Ordinal).Any() ? null
        : new Refusal("LeaveNotYours");

    /// <param name="approved">Whether leave is given.</param>
    /// <param name="reason">Needed for a refusal.</param>
    public LeaveRequest DecideLeave(Meeting meeting, MeetingKind kind, LeaveApprover approver, bool approved, string? reason)
    {
        RefusedException.ThrowIf(WhyNotDecideLeave(meeting, kind, approver) ?? (approved ? null : Meeting.WhyNotReason(reason)));
        var leave = Leaves.OrderBy(request => request.AskedAt).Last();
        leave.Decide(approved, reason, approver.Doer);
        Answer = approved ? Answer.LeaveApproved : Answer.LeaveRefused;
        return leave;
    }

    private LeaveRequest Ask(string reason, bool enteredByOrganiser, Doer doer)
    {
        var leave = LeaveRequest.Of(reason, enteredByOrganiser, doer);
        Leaves.Add(leave);
        (Answer, AnsweredAt) = (Answer.LeaveAsked, doer.Now);
        return leave;
    }
}

/// <summary>Who decides on leave: the roles held, and the person, so that nobody decides on their own.</summary>
public sealed record LeaveApprover(Doer Doer, Guid? PersonId, IReadOnlyCollection<string> Roles);

/// <summary>请假 (LeaveRequest): leave asked once, and what became of it.</summary>
public sealed class LeaveRequest : CommitteeEntity
{
    private LeaveRequest() { }

    public Guid AttendanceId { get; private set; }
    public string Reason { get; private set; } = "";
    public DateTimeOffset AskedAt { get; private set; }
    public Guid AskedBy { get; private set; }
    public bool EnteredByOrganiser { get; private set; }
    public bool? Approved { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public string? DecidedByName { get; private set; }
    public string? DecisionReason { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    internal static LeaveRequest Of(string reason, bool enteredByOrganiser, Doer doer) =>
        new()
        {
            Reason = reason.Trim(),
            AskedAt = doer.Now,
            AskedBy = doer.AccountId,
            EnteredByOrganiser = enteredByOrganiser,
        };

    internal void Decide(bool approved, string? reason, Doer doer) =>
        (Approved, DecisionReason, DecidedAt, DecidedBy, DecidedByName) = (
            approved,
            reason?.Trim(),
            doer.Now,
            doer.AccountId,
            doer.Name
        );

    internal void Withdraw(DateTimeOffset now) => WithdrawnAt = now;
}
