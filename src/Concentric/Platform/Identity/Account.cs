using System.Security.Cryptography;
using System.Text;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.PersonalData;

namespace Concentric.Platform.Identity;

/// <summary>A sign-in of one committee: a member, a member of staff, a handling unit, an administrator.</summary>
public sealed class Account : CommitteeEntity
{
    public required string UserName { get; set; }
    public string NormalizedUserName { get; set; } = "";

    [NamesInAudit]
    public required string DisplayName { get; set; }

    /// <summary>Where notices and reminders are mailed, for those who want them.</summary>
    public string? Email { get; set; }

    /// <summary>Null until the first password is set by an invitation.</summary>
    [NotInAudit]
    public string? PasswordHash { get; set; }

    /// <summary>Changes when the password does, or to sign out everywhere; older sessions end.</summary>
    [NotInAudit]
    public string SecurityStamp { get; set; } = "";
    public int AccessFailedCount { get; set; }
    public DateTimeOffset? LockoutEnd { get; set; }

    /// <summary>The person whose own duty file this account sees, for members.</summary>
    public Guid? PersonId { get; set; }
    public DateTimeOffset? DisabledAt { get; private set; }
    public string? DisabledBecause { get; private set; }
    public List<AccountRole> Roles { get; private set; } = [];

    /// <summary>Why mails cannot be sent there.</summary>
    /// <param name="address">Nothing where no mails are wanted.</param>
    public static Refusal? WhyNotMailTo(string? address) =>
        string.IsNullOrWhiteSpace(address) || Contacts.IsEmail(address.Trim()) ? null : new Refusal("EmailWrong", address);

    /// <summary>Mails go to this address from now on; to none where it is empty.</summary>
    public void MailTo(string? address)
    {
        RefusedException.ThrowIf(WhyNotMailTo(address));
        Email = string.IsNullOrWhiteSpace(address) ? null : address.Trim();
    }

    public void Disable(string reason, DateTimeOffset now)
    {
        DisabledAt = now;
        DisabledBecause = reason;
        SignOutEverywhere();
    }

    public void Enable()
    {
        DisabledAt = null;
        DisabledBecause = null;
    }

    /// <summary>Ends every session of this account at its next request.</summary>
    public void SignOutEverywhere() => SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
}

/// <summary>One role of an account, perhaps only for one office or unit (<see cref="Scope"/>).</summary>
public sealed class AccountRole : CommitteeEntity
{
    public Guid AccountId { get; init; }

    [NamesInAudit]
    public required string Role { get; init; }
    public string? Scope { get; init; }
}

/// <summary>A link that lets its holder set the first password. It works once and ends after its days.</summary>
public sealed class Invitation : CommitteeEntity
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    public Guid AccountId { get; init; }

    /// <summary>SHA-256 of the token in hexadecimal; the token itself is only in the link.</summary>
    public string TokenHash { get; private set; } = "";
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Its link is to go out by mail and has not yet.</summary>
    public bool WaitsForMail { get; private set; }

    /// <summary>A new invitation and the token (128 bits) that its link carries.</summary>
    public static (Invitation Invitation, string Token) For(Account account, DateTimeOffset now)
    {
        var invitation = new Invitation { AccountId = account.Id };
        return (invitation, invitation.Renew(now));
    }

    /// <summary>A new invitation whose link nobody has until it is mailed.</summary>
    public static Invitation ToMail(Account account, DateTimeOffset now)
    {
        var (invitation, _) = For(account, now);
        invitation.WaitsForMail = true;
        return invitation;
    }

    /// <summary>Ends the link and gives the token of a new one.</summary>
    public string Renew(DateTimeOffset now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        (TokenHash, ExpiresAt) = (HashOf(token), now + Lasts);
        return token;
    }

    public void Mailed() => WaitsForMail = false;

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public Refusal? WhyNotUse(DateTimeOffset now) =>
        UsedAt is not null ? new Refusal("InvitationUsed")
        : ExpiresAt <= now ? new Refusal("InvitationExpired")
        : null;

    public void Use(DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotUse(now));
        UsedAt = now;
    }
}
