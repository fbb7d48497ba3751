using Concentric.Modules.Consultation.Matters;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Open311;

/// <summary>Tables of keys and of what was sent with them.</summary>
internal static class Open311Model
{
    private const int DigestLength = 64;

    internal static void Map(ModelBuilder model)
    {
        model.Entity<Open311Key>(key =>
        {
            key.ToTable("consultation_open311_keys");
            key.Property(row => row.Name).HasMaxLength(Open311Key.LongestName);
            key.Property(row => row.Beginning).HasMaxLength(10);
            key.Property(row => row.Digest).HasMaxLength(DigestLength);
            key.Property(row => row.MadeBy).HasMaxLength(200);
            key.Property(row => row.BlockedBy).HasMaxLength(200);
            key.Property(row => row.BlockedBecause).HasMaxLength(Open311Key.LongestReason);
            key.HasIndex(row => new { row.CommitteeId, row.Digest }).IsUnique();
        });
        model.Entity<Open311Filing>(filing =>
        {
            filing.ToTable("consultation_open311_filings");
            filing.Property(row => row.Digest).HasMaxLength(DigestLength);
            filing.BelongsTo<Open311Filing, Open311Key>(nameof(Open311Filing.KeyId));
            filing.BelongsTo<Open311Filing, Matter>(nameof(Open311Filing.MatterId));
            filing
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.KeyId,
                    row.Digest,
                })
                .IsUnique();
            filing.HasIndex(row => new { row.CommitteeId, row.MatterId });
        });
    }
}
