using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Portal.Corrections;

/// <summary>What became of a suggestion.</summary>
public enum CorrectionState
{
    /// <summary>待处理</summary>
    Waiting,

    /// <summary>已采纳</summary>
    Accepted,

    /// <summary>未采纳</summary>
    Declined,
}

/// <summary>纠错 (Correction): what a reader found wrong in a published article, and what the office made of it.</summary>
public sealed class ArticleCorrection : CommitteeEntity
{
    public const int LongestText = 1000;
    public const int LongestContact = 100;
    public const int LongestAnswer = 500;

    private ArticleCorrection() { }

    public Guid ArticleId { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>How the reader may be answered, if the reader wishes it; forgotten with the answer.</summary>
    [NotInAudit]
    public string? Contact { get; private set; }
    public DateTimeOffset SentAt { get; private set; }
    public CorrectionState State { get; private set; }

    /// <summary>What was done, or why nothing was.</summary>
    public string? Answer { get; private set; }
    public string? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <exception cref="RefusedException">See <see cref="Faults"/>.</exception>
    public static ArticleCorrection Suggest(Guid articleId, string text, string? contact, DateTimeOffset now)
    {
        RefusedException.ThrowIf(Faults(text, contact).FirstOrDefault());
        return new ArticleCorrection
        {
            ArticleId = articleId,
            Text = text.Trim(),
            Contact = string.IsNullOrWhiteSpace(contact) ? null : contact.Trim(),
            SentAt = now,
        };
    }

    public static IEnumerable<Refusal> Faults(string? text, string? contact)
    {
        if (string.IsNullOrWhiteSpace(text))
            yield return new Refusal("CorrectionTextMissing").At("Text");
        if (text?.Trim().Length > LongestText)
            yield return new Refusal("CorrectionTextTooLong", LongestText).At("Text");
        if (contact?.Trim().Length > LongestContact)
            yield return new Refusal("CorrectionContactTooLong", LongestContact).At("Contact");
    }

    public Refusal? WhyNotSettle(bool isAccepted, string? answer) =>
        State != CorrectionState.Waiting ? new Refusal("CorrectionSettled")
        : answer?.Trim().Length > LongestAnswer ? new Refusal("CorrectionAnswerTooLong", LongestAnswer).At("Answer")
        : !isAccepted && string.IsNullOrWhiteSpace(answer) ? new Refusal("CorrectionNeedsReason").At("Answer")
        : null;

    /// <summary>Accepts the suggestion, or declines it with a reason.</summary>
    public void Settle(bool isAccepted, string? answer, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotSettle(isAccepted, answer));
        State = isAccepted ? CorrectionState.Accepted : CorrectionState.Declined;
        Answer = string.IsNullOrWhiteSpace(answer) ? null : answer.Trim();
        Contact = null;
        (AnsweredBy, AnsweredAt) = (doer.Name, doer.Now);
    }
}
