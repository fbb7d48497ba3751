using Concentric.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Data;

/// <summary>
/// Brings a database to the present schema, and closes what is written once to every change, and makes the index
/// of the search. On PostgreSQL it also closes every committee's rows to the others.
/// </summary>
public sealed class DatabaseMigration(AppDb db, DatabaseAddress address)
{
    public async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancellation = default)
    {
        if (address.Folder is { } folder)
            Directory.CreateDirectory(folder);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        // Asked first: even with nothing to apply it would build the last migration's model and compare the two.
        if (pending.Count > 0)
            await db.Database.MigrateAsync(cancellation);
        if (address.Engine == DatabaseEngine.Sqlite)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellation);
        else if (pending.Count > 0)
            await CloseRowsAsync(cancellation);
        if (pending.Count > 0)
        {
            var statements = AppendOnly.Triggers(db.Model, address.Engine).Concat(SearchTables.Statements(address.Engine));
            foreach (var statement in statements)
                await db.Database.ExecuteSqlRawAsync(statement, cancellation);
        }

        return pending;
    }

    /// <summary>The migrations that are still to be applied.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellation = default) =>
        [.. await db.Database.GetPendingMigrationsAsync(cancellation)];

    /// <summary>Row-level security, forced on the owner too; without a committee set no row is seen or written.</summary>
    private async Task CloseRowsAsync(CancellationToken cancellation)
    {
        var tables = db
            .Model.GetEntityTypes()
            .Where(entity => entity.FindProperty(nameof(CommitteeEntity.CommitteeId)) is not null && !entity.IsOwned())
            .Select(entity => entity.GetTableName()!)
            .Distinct(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var close = $"""
                ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
                ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
                DROP POLICY IF EXISTS committee_only ON {table};
                CREATE POLICY committee_only ON {table}
                    USING (committee_id = nullif(current_setting('concentric.committee', true), '')::uuid);
                """;
            await db.Database.ExecuteSqlRawAsync(close, cancellation);
        }
    }
}
