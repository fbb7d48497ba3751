using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>Who gives feedback.</summary>
public enum FeedbackGiver
{
    Submitter,

    /// <summary>Somebody who took part in the session.</summary>
    Participant,
}

/// <summary>满意度测评: one mark of one round. Who took it down is its actor; nobody where the submitter gave it with the tracking code.</summary>
public sealed class MatterFeedback : Step
{
    private MatterFeedback() { }

    private MatterFeedback(Doer doer, string? words)
        : base(doer, words) { }

    public Guid MatterId { get; private init; }
    public int Round { get; private init; }
    public FeedbackGiver Giver { get; private init; }
    public SatisfactionMark Mark { get; private init; }

    internal static MatterFeedback Of(FeedbackGiver giver, SatisfactionMark mark, string? words, int round, Doer doer) =>
        new(doer, words)
        {
            Giver = giver,
            Mark = mark,
            Round = round,
        };
}
