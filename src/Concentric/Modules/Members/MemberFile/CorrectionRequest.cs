using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;

namespace Concentric.Modules.Members.MemberFile;

/// <summary>A member's wish that something in the own file be corrected (PIPL art. 46), and the office's answer.</summary>
public sealed class CorrectionRequest : CommitteeEntity
{
    public const int Longest = 1000;

    public Guid PersonId { get; init; }
    public Person Person { get; init; } = null!;
    public Guid AccountId { get; init; }

    [NotInAudit]
    public required string Text { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? AnsweredBy { get; private set; }
    public string? Answer { get; private set; }

    /// <summary>Why such a text cannot be sent.</summary>
    public static Refusal? WhyNotAsk(string? text) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("CorrectionMissing")
        : text.Length > Longest ? new Refusal("TooLong", Longest, text.Length)
        : ForbiddenNumbers.WhyNotKeep(text);

    /// <summary>Why it cannot be answered so.</summary>
    public Refusal? WhyNotAnswer(string? answer) =>
        AnsweredAt is not null ? new Refusal("CorrectionAnswered", AnsweredBy!)
        : string.IsNullOrWhiteSpace(answer) ? new Refusal("AnswerMissing")
        : answer.Length > Longest ? new Refusal("TooLong", Longest, answer.Length)
        : null;

    public void Reply(string answer, string by, DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotAnswer(answer));
        Answer = answer.Trim();
        AnsweredBy = by;
        AnsweredAt = now;
    }
}
