using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>
/// One thing done to a matter. The submitter is an actor without an account. The submitter reads its words too, and so does the public of
/// a cleared matter.
/// </summary>
public sealed class MatterStep : Step
{
    public const int LongestWords = 2000;

    private MatterStep() { }

    private MatterStep(Doer doer, string? words)
        : base(doer, words) { }

    public Guid MatterId { get; private init; }
    public MatterVerb Verb { get; private init; }

    /// <summary>The state that it led to, or left.</summary>
    public MatterState State { get; private init; }

    /// <summary>Which turn of handling it belongs to: 0 before the first assignment.</summary>
    public int Round { get; private init; }

    internal static MatterStep Of(MatterVerb verb, Matter matter, Doer doer, string? words) =>
        new(doer, words)
        {
            Verb = verb,
            State = matter.State,
            Round = matter.Round,
        };
}
