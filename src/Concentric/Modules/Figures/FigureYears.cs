using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures;

/// <summary>Which years there are, and which of them everybody may see.</summary>
public sealed class FigureYears(AppDb db, CurrentCommittee committee, TimeProvider time)
{
    public Task<bool> IsOpenAsync(int year, CancellationToken cancellation = default) =>
        db.Set<OpenYear>().AnyAsync(row => row.Year == year, cancellation);

    /// <summary>The years that are open to everybody, newest first.</summary>
    public Task<List<int>> OpenAsync(CancellationToken cancellation = default) =>
        db.Set<OpenYear>().OrderByDescending(row => row.Year).Select(row => row.Year).ToListAsync(cancellation);

    /// <summary>The last year in which something happened, this year or before it.</summary>
    public async Task<int?> LatestWithFactsAsync(CancellationToken cancellation = default)
    {
        var end = new DateOnly(committee.Today(time).Year, 12, 31);
        var last = await db
            .Facts.Where(fact => fact.OccurredOn <= end)
            .OrderByDescending(fact => fact.OccurredOn)
            .Select(fact => (DateOnly?)fact.OccurredOn)
            .FirstOrDefaultAsync(cancellation);
        return last?.Year;
    }

    /// <summary>From the year of the first fact to this one, newest first; always this one.</summary>
    public async Task<IReadOnlyList<int>> AllAsync(CancellationToken cancellation = default)
    {
        var thisYear = committee.Today(time).Year;
        var first = await db
            .Facts.OrderBy(fact => fact.OccurredOn)
            .Select(fact => (DateOnly?)fact.OccurredOn)
            .FirstOrDefaultAsync(cancellation);
        var last = await db
            .Facts.OrderByDescending(fact => fact.OccurredOn)
            .Select(fact => (DateOnly?)fact.OccurredOn)
            .FirstOrDefaultAsync(cancellation);
        var from = Math.Min(first?.Year ?? thisYear, thisYear);
        var to = Math.Max(last?.Year ?? thisYear, thisYear);
        return [.. Enumerable.Range(from, to - from + 1).Reverse()];
    }
}
