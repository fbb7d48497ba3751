using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.PersonalData;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>
/// 回执: the tracking code of a matter that just came in, sealed, for the page that shows it and the mail that brings it; so a page loaded
/// again or a dropped answer loses no code. It is gone a day later, and then the code is nowhere but with its holder.
/// </summary>
[OutsideAudit]
public sealed class MatterReceipt : CommitteeEntity
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private MatterReceipt() { }

    public Guid MatterId { get; private set; }
    public string CodeSealed { get; private set; } = "";

    /// <summary>The address that it is mailed to; none once it was, or where none was given.</summary>
    public string? EmailSealed { get; private set; }

    /// <summary>Who entered it, and so may print it; empty for the submitter.</summary>
    public Guid AccountId { get; private set; }
    public DateTimeOffset GivenAt { get; private set; }

    internal static MatterReceipt Of(Matter matter, string code, string? email, Guid account, PersonalDataSeal seal) =>
        new()
        {
            MatterId = matter.Id,
            CodeSealed = seal.Seal(code)!,
            EmailSealed = seal.Seal(email?.Trim()),
            AccountId = account,
            GivenAt = matter.CollectedAt,
        };

    /// <summary>The code in its groups; none when the key is gone.</summary>
    public string? Code(PersonalDataSeal seal) => seal.Open(CodeSealed);

    public void Mailed() => EmailSealed = null;
}
