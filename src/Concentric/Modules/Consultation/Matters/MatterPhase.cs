using static Concentric.Modules.Consultation.Matters.MatterState;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>Where a matter stands, told in the few words that a board and a line of progress have room for.</summary>
public enum MatterPhase
{
    /// <summary>待受理</summary>
    Screening,

    /// <summary>待审定</summary>
    Approval,

    /// <summary>筹备协商</summary>
    Planning,

    /// <summary>协商中</summary>
    Consulting,

    /// <summary>待报送交办</summary>
    Handing,

    /// <summary>办理中</summary>
    Handling,

    /// <summary>答复反馈</summary>
    Feedback,

    /// <summary>办结</summary>
    Closed,

    /// <summary>Rejected, merged, passed on or withdrawn.</summary>
    Left,
}

/// <summary>Which states make up which phase.</summary>
public static class MatterPhases
{
    private static readonly Dictionary<MatterPhase, IReadOnlyList<MatterState>> States = Enum.GetValues<MatterState>()
        .GroupBy(Of)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<MatterState>)[.. group]);

    /// <summary>The phases in which something is still to be done, in the order of a matter's life: the columns of the board.</summary>
    public static IReadOnlyList<MatterPhase> Open { get; } =
    [
        MatterPhase.Screening,
        MatterPhase.Approval,
        MatterPhase.Planning,
        MatterPhase.Consulting,
        MatterPhase.Handing,
        MatterPhase.Handling,
        MatterPhase.Feedback,
    ];

    /// <summary>The states of the open phases.</summary>
    public static IReadOnlyList<MatterState> OpenStates { get; } = [.. Open.SelectMany(phase => States[phase])];

    public static IReadOnlyList<MatterState> StatesOf(MatterPhase phase) => States[phase];

    public static MatterPhase Of(MatterState state) =>
        state switch
        {
            Collected => MatterPhase.Screening,
            Accepted => MatterPhase.Approval,
            Approved or Scheduled or Researching or Announced => MatterPhase.Planning,
            InSession or Concluded or ResultDrafted => MatterPhase.Consulting,
            ResultSigned or Submitted => MatterPhase.Handing,
            Assigned or InProgress => MatterPhase.Handling,
            Replied or FeedbackSought or FeedbackGiven => MatterPhase.Feedback,
            MatterState.Closed or Revisited => MatterPhase.Closed,
            _ => MatterPhase.Left,
        };
}
