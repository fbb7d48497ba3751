using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>One thing done to a session: what, by whom, when, in which words. Never changed.</summary>
[AppendOnly]
[OutsideAudit]
public sealed class SessionStep : CommitteeEntity
{
    public const int LongestWords = 2000;

    private SessionStep() { }

    public Guid SessionId { get; private set; }
    public SessionVerb Verb { get; private set; }

    /// <summary>The state that it led to, or left.</summary>
    public SessionState State { get; private set; }
    public Guid AccountId { get; private set; }
    public string ActorName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>The reason, or the matter that it speaks of.</summary>
    public string? Words { get; private set; }

    internal static SessionStep Of(SessionVerb verb, SessionState state, Doer doer, string? words) =>
        new()
        {
            Verb = verb,
            State = state,
            AccountId = doer.AccountId,
            ActorName = doer.Name,
            At = doer.Now,
            Words = string.IsNullOrWhiteSpace(words) ? null : words.Trim(),
        };
}
