using System.Collections.Concurrent;
using System.Data.Common;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Concentric.Platform.Data;

/// <summary>
/// Marks an entity whose rows stand on public pages. A save that touches one makes the committee's kept pages stale; nothing else has
/// to be told.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShownToPublicAttribute : Attribute;

/// <summary>Told after a committed save that touched what the public sees.</summary>
public interface IPublicChangeListener
{
    ValueTask ChangedAsync(Guid committeeId, CancellationToken cancellation);
}

/// <summary>
/// Counts, for each committee, the committed saves that touched what the public sees. Whatever is kept in memory carries the count it
/// was made at, so that a page made during a save can never outlive it.
/// </summary>
public sealed class PublicChanges
{
    private readonly ConcurrentDictionary<Guid, Count> counts = new();

    public long CountOf(Guid committeeId) => Of(committeeId).Number;

    /// <summary>What the committee's public pages show now, as a word for the keys of kept ones: another after each change.</summary>
    internal string StateOf(Guid committeeId) => Of(committeeId).State;

    internal void Add(Guid committeeId) => counts.AddOrUpdate(committeeId, First, (id, count) => new Count(id, count.Number + 1));

    private Count Of(Guid committeeId) => counts.GetOrAdd(committeeId, static id => new Count(id, 0));

    private static Count First(Guid committeeId) => new(committeeId, 1);

    /// <summary>Written out once for each change, read at each request.</summary>
    private sealed class Count(Guid committeeId, long number)
    {
        internal long Number => number;

        internal string State { get; } = $"{committeeId:N} {number} ";
    }
}

/// <summary>Watches the saves of one unit of work; says what changed once it is committed, and nothing if it is not.</summary>
public sealed class PublicChangeWatch(PublicChanges changes, IEnumerable<IPublicChangeListener> listeners)
    : IDbTransactionInterceptor
{
    private readonly HashSet<Guid> touched = [];

    /// <summary>Looks at what a save is about to write.</summary>
    internal void Look(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
                continue;
            if (entry.Entity is Committee committee)
                touched.Add(committee.Id);
            else if (entry.Entity is CommitteeEntity row && Marked<ShownToPublicAttribute>.Is(entry.Metadata.ClrType))
                touched.Add(row.CommitteeId);
        }
    }

    public async Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        foreach (var committeeId in touched)
        {
            changes.Add(committeeId);
            foreach (var listener in listeners)
                await listener.ChangedAsync(committeeId, cancellationToken);
        }

        touched.Clear();
    }

    public Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        touched.Clear();
        return Task.CompletedTask;
    }
}
