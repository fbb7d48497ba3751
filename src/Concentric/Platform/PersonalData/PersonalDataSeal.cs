using System.Security.Cryptography;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace Concentric.Platform.PersonalData;

/// <summary>
/// Keeps personal data unreadable in the database and in its backups: sealed by a key of the committee, opened only to be shown. What is
/// sealed stands in <c>data/personal-data.yaml</c>.
/// </summary>
public class PersonalDataSeal(IDataProtectionProvider protection, CurrentCommittee committee)
{
    private IDataProtector? protector;

    private protected IDataProtector Protector =>
        protector ??= protection.CreateProtector("members.contacts", committee.Value.Id.ToString());

    public string? Seal(string? text) => string.IsNullOrEmpty(text) ? null : Protector.Protect(text);

    /// <summary>The text; nothing when there is none or its key is gone.</summary>
    public string? Open(string? sealedText)
    {
        if (sealedText is null)
            return null;
        try
        {
            return Protector.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
