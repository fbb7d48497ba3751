using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>One thing done to a session. Its words are the reason, or the matter that it speaks of.</summary>
public sealed class SessionStep : Step
{
    public const int LongestWords = 2000;

    private SessionStep() { }

    private SessionStep(Doer doer, string? words)
        : base(doer, words) { }

    public Guid SessionId { get; private init; }
    public SessionVerb Verb { get; private init; }

    /// <summary>The state that it led to, or left.</summary>
    public SessionState State { get; private init; }

    internal static SessionStep Of(SessionVerb verb, SessionState state, Doer doer, string? words) =>
        new(doer, words) { Verb = verb, State = state };
}
