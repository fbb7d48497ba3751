using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>One thing done to a matter: what, by whom, when, in which words. Never changed.</summary>
public sealed class MatterStep : CommitteeEntity
{
    public const int LongestWords = 2000;

    private MatterStep() { }

    public Guid MatterId { get; private set; }
    public MatterVerb Verb { get; private set; }

    /// <summary>The state that it led to, or left.</summary>
    public MatterState State { get; private set; }

    /// <summary>Which turn of handling it belongs to: 0 before the first assignment.</summary>
    public int Round { get; private set; }

    /// <summary>Empty for the submitter.</summary>
    public Guid AccountId { get; private set; }
    public string ActorName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>The reason, or what was said. The submitter reads it too, and so does the public of a cleared matter.</summary>
    public string? Words { get; private set; }

    internal static MatterStep Of(MatterVerb verb, Matter matter, Doer doer, string? words) =>
        new()
        {
            Verb = verb,
            State = matter.State,
            Round = matter.Round,
            AccountId = doer.AccountId,
            ActorName = doer.Name,
            At = doer.Now,
            Words = string.IsNullOrWhiteSpace(words) ? null : words.Trim(),
        };
}
