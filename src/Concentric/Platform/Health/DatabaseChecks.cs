using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Platform.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Health;

/// <summary>What can be wrong with the database and what it holds.</summary>
internal static class DatabaseChecks
{
    /// <summary>How many of a ledger's last facts the quick look verifies; <c>concentric verify</c> reads all.</summary>
    private const int QuickLook = 1000;

    private static readonly TimeSpan ClockMayDiffer = TimeSpan.FromMinutes(5);

    internal static IEnumerable<Check> All(IServiceProvider services) =>
        [
            new(
                "DB001",
                "The database can be reached",
                "Check --database (or CONCENTRIC_DATABASE) and that the server runs; for SQLite that the folder may be written.",
                cancellation => InDbAsync(services, db => ReachAsync(db, cancellation))
            ),
            new(
                "DB002",
                "All migrations are applied",
                "concentric migrate",
                cancellation => MigrationsAsync(services, cancellation),
                Needs: "DB001"
            ),
            .. services.GetRequiredService<DatabaseAddress>().Engine == DatabaseEngine.Sqlite
                ? OfSqlite(services)
                : OfPostgres(services),
            new(
                "CLK001",
                "The clock is right",
                "timedatectl set-ntp true",
                cancellation => EachCommitteeAsync(services, ClockAsync, cancellation),
                Needs: "DB002"
            ),
            new(
                "LDG001",
                $"The ledgers hold (their last {QuickLook} facts)",
                "concentric verify --committee SLUG names the first fact that does not hold; restore that committee from a backup.",
                cancellation => EachCommitteeAsync(services, LedgerAsync, cancellation),
                Needs: "DB002"
            ),
        ];

    private static Check[] OfSqlite(IServiceProvider services) =>
        [
            new(
                "DB003",
                "SQLite writes ahead (WAL)",
                "concentric migrate",
                cancellation => PragmaAsync(services, "journal_mode", "wal", cancellation),
                Needs: "DB001"
            ),
            new(
                "DB004",
                "SQLite checks foreign keys",
                "Leave 'Foreign Keys' out of the database address.",
                cancellation => PragmaAsync(services, "foreign_keys", "1", cancellation),
                Needs: "DB001"
            ),
            new(
                "DB005",
                "The database file is whole",
                "Restore the latest backup: the file is damaged.",
                cancellation => WholeAsync(services.GetRequiredService<DatabaseAddress>(), cancellation),
                Needs: "DB001"
            ),
        ];

    private static Check[] OfPostgres(IServiceProvider services) =>
        [
            new(
                "DB006",
                "The database role obeys row-level security",
                "CREATE ROLE concentric LOGIN; and use it: a superuser, or a role with BYPASSRLS, passes every policy.",
                cancellation => InDbAsync(services, db => OrdinaryRoleAsync(db, cancellation)),
                Needs: "DB001"
            ),
        ];

    private static async Task<Finding> InDbAsync(IServiceProvider services, Func<AppDb, Task<Finding>> look)
    {
        await using var scope = services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    private static async Task<Finding> ReachAsync(AppDb db, CancellationToken cancellation)
    {
        // Opening tells why it fails, which CanConnect does not; it would also make an embedded database that is not there.
        if (db.Database.IsSqlite() && !File.Exists(db.Database.GetDbConnection().DataSource))
            return Finding.Problem($"There is no file {db.Database.GetDbConnection().DataSource}.");
        await db.Database.OpenConnectionAsync(cancellation);
        return Finding.Well(db.Database.ProviderName!);
    }

    private static async Task<Finding> MigrationsAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var pending = await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().PendingAsync(cancellation);
        return pending.Count == 0 ? Finding.Well("None is pending.") : Finding.Problem("Pending: " + string.Join(", ", pending));
    }

    /// <param name="pragma">A name written in this class; as a table function its only column has the same name.</param>
    private static Task<Finding> PragmaAsync(
        IServiceProvider services,
        string pragma,
        string right,
        CancellationToken cancellation
    ) =>
        InDbAsync(
            services,
            async db =>
            {
                var statement = $"SELECT CAST({pragma} AS TEXT) AS Value FROM pragma_{pragma}";
                var found = (await db.Database.SqlQueryRaw<string>(statement).ToListAsync(cancellation)).FirstOrDefault();
                return found == right ? Finding.Well(right) : Finding.Problem($"{found} instead of {right}");
            }
        );

    /// <summary>
    /// On a connection of its own: one that searched before others wrote still holds the old outline of the full-text index, and
    /// takes what is new for damage.
    /// </summary>
    private static async Task<Finding> WholeAsync(DatabaseAddress address, CancellationToken cancellation)
    {
        var fresh = new SqliteConnectionStringBuilder(address.ConnectionString)
        {
            Pooling = false,
            Mode = SqliteOpenMode.ReadWrite,
        };
        await using var connection = new SqliteConnection(fresh.ToString());
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        var found = (string?)await command.ExecuteScalarAsync(cancellation);
        return found == "ok" ? Finding.Well(found) : Finding.Problem($"{found} instead of ok");
    }

    private static async Task<Finding> OrdinaryRoleAsync(AppDb db, CancellationToken cancellation)
    {
        var passes = await db
            .Database.SqlQueryRaw<bool>(
                """SELECT rolsuper OR rolbypassrls AS "Value" FROM pg_roles WHERE rolname = current_user"""
            )
            .SingleAsync(cancellation);
        return passes ? Finding.Problem("The role passes every policy.") : Finding.Well("The role is bound by the policies.");
    }

    private static async Task<Finding> EachCommitteeAsync(
        IServiceProvider services,
        Func<IServiceProvider, CancellationToken, Task<Finding>> look,
        CancellationToken cancellation
    )
    {
        var count = 0;
        await foreach (var committee in services.GetRequiredService<CommitteeDirectory>().AllAsync(cancellation))
        {
            count++;
            await using var scope = services.CreateCommitteeScope(committee, "doctor");
            var finding = await look(scope.ServiceProvider, cancellation);
            if (!finding.IsWell)
                return Finding.Problem($"{committee.Slug}: {finding.Detail}");
        }

        return Finding.Well($"{count} committees");
    }

    /// <summary>A clock that stands before what was already written down is wrong.</summary>
    private static async Task<Finding> ClockAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var latest = await services
            .GetRequiredService<AppDb>()
            .AuditEntries.OrderByDescending(entry => entry.At)
            .Select(entry => (DateTimeOffset?)entry.At)
            .FirstOrDefaultAsync(cancellation);
        return latest > now + ClockMayDiffer
            ? Finding.Problem($"It is {now:u} here, but something was recorded at {latest:u}.")
            : Finding.Well($"{now:u}");
    }

    private static async Task<Finding> LedgerAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var verification = services.GetRequiredService<LedgerVerification>();
        var size = await verification.SizeAsync(cancellation);
        var state = await verification.RunAsync(Math.Max(0, size - QuickLook), cancellation);
        return state.FirstFault is { } fault
            ? Finding.Problem($"fact {fault.Index} is {fault.Fault}")
            : Finding.Well($"{state.Verified} facts");
    }
}
