using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>One look at who sent a matter: who looked, when, why. The matter's page shows it (PIPL art. 51).</summary>
[AppendOnly]
[OutsideAudit]
public sealed class SubmitterLook : CommitteeEntity
{
    public const int LongestReason = 200;

    private SubmitterLook() { }

    public Guid MatterId { get; private set; }
    public Guid AccountId { get; private set; }
    public string ViewerName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public string Reason { get; private set; } = "";

    public static Refusal? WhyNotReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("SubmitterLookReason").At(nameof(Reason))
        : reason.Trim().Length > LongestReason ? new Refusal("TooLong", LongestReason, reason.Trim().Length).At(nameof(Reason))
        : null;

    /// <exception cref="RefusedException">No reason is given.</exception>
    public static SubmitterLook Of(Guid matter, string? reason, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotReason(reason));
        return new SubmitterLook
        {
            MatterId = matter,
            AccountId = doer.AccountId,
            ViewerName = doer.Name,
            At = doer.Now,
            Reason = reason!.Trim(),
        };
    }
}
