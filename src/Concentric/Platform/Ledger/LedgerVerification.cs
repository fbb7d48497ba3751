using System.Text.Json;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Ledger;

/// <summary>
/// Reads a committee's ledger again, fact by fact, and says whether it is what was once recorded: the index has no gap, every leaf
/// hash is that of its fact, every retraction names an earlier fact, and nothing is missing at the end.
/// </summary>
public sealed class LedgerVerification(AppDb db)
{
    /// <param name="from">The index to begin at: 0 for the whole ledger.</param>
    public async Task<LedgerState> RunAsync(long from = 0, CancellationToken cancellation = default)
    {
        // The head is read first: facts that are appended meanwhile lie beyond it.
        var size = await SizeAsync(cancellation);
        var expected = from;
        var facts = db.Facts.AsNoTracking().Where(fact => fact.Index >= from).OrderBy(fact => fact.Index);
        await foreach (var fact in facts.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (fact.Index != expected)
                return new LedgerState(expected - from, new LedgerFault(expected, null, LedgerFault.Missing));
            if (!HashHolds(fact))
                return new LedgerState(expected - from, new LedgerFault(fact.Index, fact.Id, LedgerFault.Changed));
            expected++;
        }

        if (expected < size)
            return new LedgerState(expected - from, new LedgerFault(expected, null, LedgerFault.Missing));
        return new LedgerState(expected - from, await FindLooseRetractionAsync(cancellation));
    }

    /// <summary>How many facts the committee's ledger should hold.</summary>
    public Task<long> SizeAsync(CancellationToken cancellation = default) =>
        db.Set<LedgerHead>().Where(head => head.CommitteeId == db.CommitteeId).SumAsync(head => head.Size, cancellation);

    private static bool HashHolds(Fact fact)
    {
        try
        {
            return fact.LeafHash.AsSpan().SequenceEqual(fact.Content().LeafHash(fact.Salt));
        }
        catch (JsonException)
        {
            // Attributes that are no JSON object were not written by us.
            return false;
        }
    }

    private async Task<LedgerFault?> FindLooseRetractionAsync(CancellationToken cancellation)
    {
        var loose = await db
            .Facts.AsNoTracking()
            .Where(fact =>
                fact.RetractsId != null && !db.Facts.Any(earlier => earlier.Id == fact.RetractsId && earlier.Index < fact.Index)
            )
            .OrderBy(fact => fact.Index)
            .Select(fact => new { fact.Index, fact.Id })
            .FirstOrDefaultAsync(cancellation);
        return loose is null ? null : new LedgerFault(loose.Index, loose.Id, LedgerFault.RetractsNothing);
    }
}

/// <summary>What a verification found.</summary>
/// <param name="Verified">How many facts hold, up to the first fault.</param>
public sealed record LedgerState(long Verified, LedgerFault? FirstFault)
{
    public bool Holds => FirstFault is null;
}

/// <summary>The first fact that does not hold.</summary>
/// <param name="Id">None when the fact itself is gone.</param>
/// <param name="Fault"><c>missing</c>, <c>changed</c> or <c>retracts-nothing</c>.</param>
public sealed record LedgerFault(long Index, Guid? Id, string Fault)
{
    public const string Missing = "missing";
    public const string Changed = "changed";
    public const string RetractsNothing = "retracts-nothing";
}
