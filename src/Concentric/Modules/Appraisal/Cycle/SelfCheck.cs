using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Appraisal.Cycle;

/// <summary>
/// 委员自查: a member looked at the own statement and found it correct, or remarked on it. Who did not is written down nowhere
/// (国办函〔2026〕12号: no compulsory check-in), and nobody is shown a list of those who did: only how many.
/// </summary>
public sealed class SelfCheck : CommitteeEntity
{
    public const int LongestRemark = 1000;

    private SelfCheck() { }

    public Guid CycleId { get; private init; }
    public Guid PersonId { get; private init; }

    /// <summary>As the member is called; only where there is a remark to be answered.</summary>
    public string? MemberName { get; private init; }

    /// <summary>What is to be looked at; none when the statement was found correct.</summary>
    public string? Remark { get; private init; }
    public DateTimeOffset At { get; private init; }

    public static Refusal? WhyNotAnswer(AppraisalCycle cycle, bool isAnswered) =>
        cycle.State != CycleState.SelfChecked ? new Refusal("SelfCheckOver")
        : isAnswered ? new Refusal("SelfCheckAnswered")
        : null;

    public static Refusal? WhyNotAnswer(AppraisalCycle cycle, bool isAnswered, bool isCorrect, string? remark) =>
        WhyNotAnswer(cycle, isAnswered)
        ?? (
            !isCorrect && string.IsNullOrWhiteSpace(remark) ? new Refusal("SelfCheckRemarkMissing").At("Remark")
            : remark?.Length > LongestRemark ? new Refusal("TooLong", LongestRemark, remark.Length).At("Remark")
            : null
        );

    public static SelfCheck Answer(
        AppraisalCycle cycle,
        bool isAnswered,
        (Guid Id, string Name) person,
        bool isCorrect,
        string? remark,
        Doer doer
    )
    {
        RefusedException.ThrowIf(WhyNotAnswer(cycle, isAnswered, isCorrect, remark));
        return new SelfCheck
        {
            CycleId = cycle.Id,
            PersonId = person.Id,
            MemberName = isCorrect ? null : person.Name,
            Remark = isCorrect ? null : remark!.Trim(),
            At = doer.Now,
        };
    }
}
