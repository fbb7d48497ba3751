using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Concentric.Platform.Data;

/// <summary>Stamps new rows with the committee, raises versions, and refuses rows of another committee.</summary>
internal static class CommitteeStamp
{
    internal static void Apply(ChangeTracker tracker, Guid committeeId)
    {
        foreach (var entry in tracker.Entries<CommitteeEntity>())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
                continue;
            if (committeeId == Guid.Empty)
                throw new InvalidOperationException($"No committee is set, so no {entry.Metadata.ShortName()} can be saved.");
            if (entry.State == EntityState.Added && entry.Entity.CommitteeId == Guid.Empty)
                entry.Entity.Enter(committeeId);
            if (entry.Entity.CommitteeId != committeeId)
                throw new InvalidOperationException($"A {entry.Metadata.ShortName()} of another committee cannot be saved here.");
            if (entry.State == EntityState.Modified && !entry.Property(row => row.Version).IsModified)
                entry.Entity.Version++;
        }
    }
}
