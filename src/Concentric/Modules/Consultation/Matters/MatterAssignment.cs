using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>主办 / 会办 (LeadHandler, CoHandler)</summary>
public enum HandlerRole
{
    Lead,
    Other,
}

/// <summary>Where an assignment stands.</summary>
public enum AssignmentState
{
    Assigned,
    Received,
    Returned,
    Replied,
}

/// <summary>成果交办 (ResultAssignment): what one handling unit was handed of one matter, in one round. Its verbs are the matter's.</summary>
public sealed class MatterAssignment : CommitteeEntity
{
    private MatterAssignment() { }

    public Guid MatterId { get; private set; }
    public Guid HandlingUnitId { get; private set; }
    public HandlerRole Role { get; private set; }
    public int Round { get; private set; }
    public AssignmentState State { get; private set; }
    public DateTimeOffset AssignedAt { get; private set; }

    /// <summary>The last day for the reply, in the committee's zone.</summary>
    public DateOnly DueOn { get; private set; }
    public DateTimeOffset? ReceivedAt { get; private set; }
    public DateTimeOffset? ReturnedAt { get; private set; }
    public string? ReturnReason { get; private set; }

    /// <summary>Until when the unit asks to have time; none while it asks nothing.</summary>
    public DateOnly? AsksUntil { get; private set; }

    /// <summary>How often it was granted more time.</summary>
    public int Extensions { get; private set; }
    public DateTimeOffset? RepliedAt { get; private set; }
    public string? ReplyClass { get; private set; }
    public string? ReplyText { get; private set; }

    public bool IsOpen => State is AssignmentState.Assigned or AssignmentState.Received;

    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;

    internal static MatterAssignment Of(Guid unit, HandlerRole role, int round, DateOnly dueOn, Doer doer) =>
        new()
        {
            HandlingUnitId = unit,
            Role = role,
            Round = round,
            DueOn = dueOn,
            AssignedAt = doer.Now,
        };

    internal void Receive(Doer doer) => (State, ReceivedAt) = (AssignmentState.Received, doer.Now);

    internal void Return(string reason, Doer doer) =>
        (State, ReturnedAt, ReturnReason, AsksUntil) = (AssignmentState.Returned, doer.Now, reason.Trim(), null);

    internal void AskUntil(DateOnly until) => AsksUntil = until;

    internal void AnswerExtension(bool granted)
    {
        if (granted)
            (DueOn, Extensions) = (AsksUntil!.Value, Extensions + 1);
        AsksUntil = null;
    }

    internal void Reply(string? replyClass, string text, Doer doer) =>
        (State, RepliedAt, ReplyClass, ReplyText, AsksUntil) = (AssignmentState.Replied, doer.Now, replyClass, text.Trim(), null);
}
