using System.Data.Common;
using Concentric.Platform.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Concentric.Platform.Data;

/// <summary>Gives the facts of one save their places at the end of the committee's ledger.</summary>
internal static class PendingFacts
{
    /// <summary>
    /// The head's row lock (on SQLite the write gate) serialises appends per committee until the transaction ends, so
    /// the index stays dense; committees do not wait for each other.
    /// </summary>
    /// <returns>The facts that have their places now.</returns>
    internal static async Task<IReadOnlyList<Fact>> TakePlacesAsync(AppDb db, CancellationToken cancellation)
    {
        var pending = db
            .ChangeTracker.Entries<Fact>()
            .Where(entry => entry.State == EntityState.Added && entry.Entity.Index < 0)
            .Select(entry => entry.Entity)
            .ToList();
        if (pending.Count == 0)
            return pending;
        var first = await ReserveAsync(db, pending.Count, cancellation);
        foreach (var fact in pending)
            fact.TakePlace(first++);
        return pending;
    }

    // Each fact of an office passes here: a plain command costs a tenth of a query that is put together anew.
    private static async Task<long> ReserveAsync(AppDb db, int count, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = """
            INSERT INTO platform_ledger_heads (committee_id, size) VALUES (@committee, @count)
            ON CONFLICT (committee_id) DO UPDATE SET size = platform_ledger_heads.size + @count
            RETURNING size
            """;
        Add(command, "committee", db.CommitteeId);
        Add(command, "count", (long)count);
        return (long)(await command.ExecuteScalarAsync(cancellation))! - count;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
