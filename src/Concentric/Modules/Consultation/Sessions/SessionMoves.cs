using static Concentric.Modules.Consultation.Sessions.SessionState;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>One move of a session: from where to where; it leads nowhere new when it has no end.</summary>
public sealed record SessionMove(SessionVerb Verb, IReadOnlyList<SessionState> From, SessionState? To);

/// <summary>Every move that there is; what is not listed cannot happen.</summary>
public static class SessionMoves
{
    public static IReadOnlyList<SessionMove> All { get; } =
    [
        new(SessionVerb.Change, [Planned, Announced, Ended], null),
        new(SessionVerb.Move, [Announced], null),
        new(SessionVerb.Announce, [Planned, Announced], Announced),
        new(SessionVerb.Begin, [Planned, Announced], InProgress),
        new(SessionVerb.TakeUp, [InProgress], null),
        new(SessionVerb.Conclude, [InProgress, Ended], null),
        new(SessionVerb.ReadBack, [InProgress, Ended], null),
        new(SessionVerb.Adjourn, [InProgress, Ended], null),
        new(SessionVerb.End, [InProgress], Ended),
        new(SessionVerb.Confirm, [Ended], Confirmed),
        new(SessionVerb.Correct, [Confirmed], Ended),
        new(SessionVerb.Withdraw, [Planned, Announced, InProgress, Ended, Confirmed], Withdrawn),
        new(SessionVerb.DraftMinutes, [Confirmed], null),
        new(SessionVerb.EditMinutes, [Confirmed], null),
        new(SessionVerb.SignMinutes, [Confirmed], null),
    ];

    public static SessionMove? Find(SessionVerb verb, SessionState from) =>
        All.FirstOrDefault(move => move.Verb == verb && move.From.Contains(from));
}
