using static Concentric.Modules.Consultation.Matters.MatterState;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>One move of a matter: from where to where, and who may make it.</summary>
/// <param name="Verb">What is done.</param>
/// <param name="From">The states that it can be done in.</param>
/// <param name="To">The state that it leads to; null when it leaves the matter where it is.</param>
/// <param name="Permission">Who may; null for what is done by the submitter with the tracking code, or by the product itself.</param>
public sealed record MatterMove(MatterVerb Verb, IReadOnlyList<MatterState> From, MatterState? To, string? Permission);

/// <summary>Every move that there is (the machine of a matter, 「有事好商量」); what is not listed cannot happen.</summary>
public static class MatterMoves
{
    /// <summary>Before anything is agreed, a matter can still be put together with another or passed on.</summary>
    private static readonly MatterState[] BeforeSession = [Collected, Accepted, Approved, Scheduled, Researching, Announced];

    private static readonly MatterState[] Handled = [Assigned, InProgress];

    public static IReadOnlyList<MatterMove> All { get; } =
    [
        new(MatterVerb.Accept, [Collected], Accepted, MatterPermissions.Screen),
        new(MatterVerb.Reject, [Collected, Accepted], Rejected, MatterPermissions.Screen),
        new(MatterVerb.Merge, BeforeSession, Merged, MatterPermissions.Screen),
        new(MatterVerb.Transfer, BeforeSession, Transferred, MatterPermissions.Screen),
        new(MatterVerb.Withdraw, BeforeSession, Withdrawn, MatterPermissions.Screen),
        // By mistake, or it came back: it is screened anew.
        new(MatterVerb.TakeUpAgain, [Rejected, Merged, Transferred], Collected, MatterPermissions.Screen),
        new(MatterVerb.Approve, [Accepted], Approved, MatterPermissions.Approve),
        new(MatterVerb.Schedule, [Approved, Scheduled, Researching, Announced], Scheduled, MatterPermissions.Schedule),
        new(MatterVerb.Research, [Scheduled, Researching], Researching, MatterPermissions.Schedule),
        new(MatterVerb.Announce, [Scheduled, Researching, Announced], Announced, MatterPermissions.Schedule),
        new(
            MatterVerb.BeginSession,
            [Scheduled, Researching, Announced, InSession, Concluded, ResultDrafted],
            InSession,
            MatterPermissions.HoldSessions
        ),
        new(MatterVerb.Conclude, [InSession], Concluded, MatterPermissions.HoldSessions),
        // The session was withdrawn.
        new(MatterVerb.TakeBack, [Announced, InSession, Concluded, ResultDrafted], Scheduled, MatterPermissions.HoldSessions),
        new(MatterVerb.DraftMinutes, [Concluded, ResultDrafted], ResultDrafted, MatterPermissions.HoldSessions),
        new(MatterVerb.SignMinutes, [ResultDrafted], ResultSigned, MatterPermissions.SignMinutes),
        new(MatterVerb.Submit, [ResultSigned], Submitted, MatterPermissions.Assign),
        new(MatterVerb.Assign, [Submitted], Assigned, MatterPermissions.Assign),
        new(MatterVerb.AddHandler, Handled, null, MatterPermissions.Assign),
        new(MatterVerb.SettleReturn, Handled, null, MatterPermissions.Assign),
        new(MatterVerb.Receive, Handled, InProgress, MatterPermissions.Handle),
        new(MatterVerb.Return, Handled, Submitted, MatterPermissions.Handle),
        new(MatterVerb.AskExtension, Handled, null, MatterPermissions.Handle),
        new(MatterVerb.GrantExtension, Handled, null, MatterPermissions.Assign),
        new(MatterVerb.RefuseExtension, Handled, null, MatterPermissions.Assign),
        new(MatterVerb.ReportProgress, [InProgress], null, MatterPermissions.Handle),
        new(MatterVerb.Reply, Handled, Replied, MatterPermissions.Handle),
        new(MatterVerb.SeekFeedback, [Replied], FeedbackSought, MatterPermissions.Close),
        new(MatterVerb.GiveFeedback, [FeedbackSought], null, null),
        new(MatterVerb.SettleFeedback, [FeedbackSought], FeedbackGiven, MatterPermissions.Close),
        new(MatterVerb.Rework, [FeedbackGiven], Assigned, MatterPermissions.Assign),
        new(MatterVerb.Close, [ResultSigned, FeedbackGiven], Closed, MatterPermissions.Close),
        new(MatterVerb.Reopen, [Closed, Revisited], Submitted, MatterPermissions.Close),
        new(MatterVerb.Revisit, [Closed], Revisited, MatterPermissions.Close),
    ];

    /// <summary>The states in which nothing more is done.</summary>
    public static IReadOnlyList<MatterState> Ends { get; } = [Rejected, Merged, Transferred, Withdrawn, Closed, Revisited];

    public static MatterMove? Find(MatterVerb verb, MatterState from) =>
        All.FirstOrDefault(move => move.Verb == verb && move.From.Contains(from));

    /// <summary>What can be done from a state, in the order of a matter's life.</summary>
    public static IEnumerable<MatterMove> From(MatterState state) => All.Where(move => move.From.Contains(state));

    /// <summary>What is usually done next; none at the ends. A closed matter waits for its second visit.</summary>
    public static MatterVerb? NextOf(MatterState state) =>
        state switch
        {
            Collected => MatterVerb.Accept,
            Accepted => MatterVerb.Approve,
            Approved => MatterVerb.Schedule,
            Scheduled or Researching => MatterVerb.Announce,
            Announced => MatterVerb.BeginSession,
            InSession => MatterVerb.Conclude,
            Concluded => MatterVerb.DraftMinutes,
            ResultDrafted => MatterVerb.SignMinutes,
            ResultSigned => MatterVerb.Submit,
            Submitted => MatterVerb.Assign,
            Assigned => MatterVerb.Receive,
            InProgress => MatterVerb.Reply,
            Replied => MatterVerb.SeekFeedback,
            FeedbackSought => MatterVerb.SettleFeedback,
            FeedbackGiven => MatterVerb.Close,
            Closed => MatterVerb.Revisit,
            _ => null,
        };

    /// <summary>The permission of those whose turn it is in a state; none at the ends.</summary>
    public static string? AwaitedOf(MatterState state) => NextOf(state) is { } next ? Find(next, state)?.Permission : null;
}
