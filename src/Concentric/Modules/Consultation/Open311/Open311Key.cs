using System.Security.Cryptography;
using System.Text;
using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Open311;

/// <summary>
/// A key with which somebody else's program sends matters by Open311. It is shown once, when it is made; only its digest is kept. A key
/// that is blocked stays, so that it is known who sent what.
/// </summary>
public sealed class Open311Key : CommitteeEntity
{
    public const int LongestName = 100;
    public const int LongestReason = 500;
    private const int Bytes = 24;
    private const int ShownSigns = 6;

    private Open311Key() { }

    /// <summary>Whose program uses it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its first signs, by which people tell keys apart.</summary>
    public string Beginning { get; private set; } = "";

    /// <summary>SHA-256 of the key in hexadecimal.</summary>
    [NotInAudit]
    public string Digest { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }
    public string MadeBy { get; private set; } = "";
    public DateTimeOffset? BlockedAt { get; private set; }
    public string? BlockedBy { get; private set; }
    public string? BlockedBecause { get; private set; }

    public bool IsBlocked => BlockedAt is not null;

    public static Refusal? WhyNotName(string? name) =>
        string.IsNullOrWhiteSpace(name) ? new Refusal("Open311NameMissing").At(nameof(Name))
        : name.Trim().Length > LongestName ? new Refusal("TooLong", LongestName, name.Trim().Length).At(nameof(Name))
        : null;

    /// <summary>A new key (192 random bits) and the secret itself, which is nowhere kept.</summary>
    public static (Open311Key Key, string Secret) Make(string? name, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotName(name));
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        return (
            new Open311Key
            {
                Name = name!.Trim(),
                Beginning = secret[..ShownSigns],
                Digest = DigestOf(secret),
                MadeAt = doer.Now,
                MadeBy = doer.Name,
            },
            secret
        );
    }

    /// <summary>Keys are found by it, so a guess takes the same time whatever it shares with a key.</summary>
    public static string DigestOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret.Trim())));

    public Refusal? WhyNotBlock() => IsBlocked ? new Refusal("Open311KeyBlocked", Name) : null;

    public static Refusal? WhyNotReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("Open311ReasonMissing").At("Reason")
        : reason.Trim().Length > LongestReason ? new Refusal("TooLong", LongestReason, reason.Trim().Length).At("Reason")
        : null;

    /// <summary>From now on the key opens nothing.</summary>
    public void Block(string? reason, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotBlock() ?? WhyNotReason(reason));
        (BlockedAt, BlockedBy, BlockedBecause) = (doer.Now, doer.Name, reason!.Trim());
    }
}

/// <summary>Which key sent which matter, so that the same request sent twice is one matter.</summary>
[OutsideAudit]
public sealed class Open311Filing : CommitteeEntity
{
    private Open311Filing() { }

    public Guid KeyId { get; private init; }
    public Guid MatterId { get; private init; }

    /// <summary>SHA-256 of what was sent and the day on which it was.</summary>
    public string Digest { get; private init; } = "";
    public DateTimeOffset SentAt { get; private init; }

    internal static Open311Filing Of(Open311Key key, Guid matterId, string digest, DateTimeOffset now) =>
        new()
        {
            KeyId = key.Id,
            MatterId = matterId,
            Digest = digest,
            SentAt = now,
        };
}
