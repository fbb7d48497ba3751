using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.PersonalData;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>
/// Who sent a matter and how to reach them, sealed and apart from the matter, so that it can be blocked or erased while the matter stays.
/// There is none for an anonymous matter.
/// </summary>
[OutsideAudit]
public sealed class MatterSubmitter : CommitteeEntity
{
    public const int LongestName = 50;

    /// <summary>How long after its matter was revisited, or ended before, a submitter is kept.</summary>
    public static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(365);

    private MatterSubmitter() { }

    public Guid MatterId { get; private set; }
    public string? NameSealed { get; private set; }
    public string? PhoneSealed { get; private set; }
    public string? EmailSealed { get; private set; }

    /// <summary>What is wrong with what was entered, each beside its field.</summary>
    public static IEnumerable<Refusal> Faults(SubmitterDetails entered)
    {
        if (entered.Name?.Trim().Length > LongestName)
            yield return new Refusal("TooLong", LongestName, entered.Name.Trim().Length).At(nameof(entered.Name));
        if (entered.Phone is { Length: > 0 } phone && !Contacts.IsPhone(Contacts.TidyPhone(phone)))
            yield return new Refusal("MatterPhoneWrong").At(nameof(entered.Phone));
        if (entered.Email is { Length: > 0 } email && (email.Length > 200 || email.IndexOf('@', StringComparison.Ordinal) < 1))
            yield return new Refusal("MatterEmailWrong").At(nameof(entered.Email));
    }

    public static MatterSubmitter Of(SubmitterDetails entered, PersonalDataSeal seal)
    {
        RefusedException.ThrowIf(Faults(entered).FirstOrDefault());
        return new MatterSubmitter
        {
            NameSealed = seal.Seal(entered.Name?.Trim()),
            PhoneSealed = seal.Seal(entered.Phone is null ? null : Contacts.TidyPhone(entered.Phone)),
            EmailSealed = seal.Seal(entered.Email?.Trim()),
        };
    }

    /// <summary>The words themselves, to be shown to one who may see them and whose look is kept.</summary>
    public SubmitterDetails Open(PersonalDataSeal seal) =>
        new(seal.Open(NameSealed), seal.Open(PhoneSealed), seal.Open(EmailSealed));
}

/// <summary>A submitter as entered; all of it may be left out.</summary>
public sealed record SubmitterDetails(string? Name, string? Phone, string? Email)
{
    public bool IsAnonymous =>
        string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Email);
}
