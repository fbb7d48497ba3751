using System.Security.Cryptography;
using System.Text;
using Concentric.Platform;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Calendars;

/// <summary>What a feed tells.</summary>
public enum FeedScope
{
    /// <summary>The meetings that expect the owner.</summary>
    Own,

    /// <summary>All meetings of the committee, for the office.</summary>
    Committee,
}

/// <summary>
/// A secret address at which a calendar program reads meetings. The address is shown once; it can be revoked and
/// replaced, and one that has been revoked is not found.
/// </summary>
public sealed class CalendarFeed : CommitteeEntity
{
    private CalendarFeed() { }

    public Guid AccountId { get; private set; }
    public FeedScope Scope { get; private set; }

    /// <summary>SHA-256 of the token in hexadecimal; the token itself is only in the address.</summary>
    public string TokenHash { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>A new feed and the token (160 bits) that its address carries.</summary>
    public static (CalendarFeed Feed, string Token) For(Guid accountId, FeedScope scope, DateTimeOffset now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        return (
            new CalendarFeed
            {
                AccountId = accountId,
                Scope = scope,
                TokenHash = HashOf(token),
                MadeAt = now,
            },
            token
        );
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public Refusal? WhyNotRevoke() => RevokedAt is null ? null : new Refusal("FeedRevokedAlready");

    public void Revoke(DateTimeOffset now)
    {
        RefusedException.ThrowIf(WhyNotRevoke());
        RevokedAt = now;
    }

    internal static void Map(ModelBuilder model) =>
        model.Entity<CalendarFeed>(feed =>
        {
            feed.ToTable("meetings_calendar_feeds");
            feed.Property(row => row.TokenHash).HasMaxLength(64);
            feed.HasIndex(row => new { row.CommitteeId, row.TokenHash }).IsUnique();
            feed.HasIndex(row => new { row.CommitteeId, row.AccountId });
            feed.BelongsTo<CalendarFeed, Platform.Identity.Account>(nameof(AccountId), DeleteBehavior.Cascade);
        });
}
