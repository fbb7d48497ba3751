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

/// <summary>满意度测评: one mark of one round, with words. Never changed.</summary>
public sealed class MatterFeedback : CommitteeEntity
{
    private MatterFeedback() { }

    public Guid MatterId { get; private set; }
    public int Round { get; private set; }
    public FeedbackGiver Giver { get; private set; }
    public SatisfactionMark Mark { get; private set; }
    public string? Words { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Who took it down; empty where the submitter gave it with the tracking code.</summary>
    public Guid AccountId { get; private set; }
    public string ActorName { get; private set; } = "";

    internal static MatterFeedback Of(FeedbackGiver giver, SatisfactionMark mark, string? words, int round, Doer doer) =>
        new()
        {
            Giver = giver,
            Mark = mark,
            Words = string.IsNullOrWhiteSpace(words) ? null : words.Trim(),
            Round = round,
            At = doer.Now,
            AccountId = doer.AccountId,
            ActorName = doer.Name,
        };
}
