using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Concentric.Platform.Data;

/// <summary>The embedded database: one file, WAL, one fair writer queue.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, AppDbServices services) : AppDb(options, services)
{
    private readonly AppDbServices services = services;

    /// <summary>
    /// A file that was removed or replaced while it is served would take what is written into it with it when the process ends: nothing is
    /// written any more. Asking whether it is there opens nothing.
    /// </summary>
    /// <exception cref="SqliteException">The file is gone.</exception>
    protected override Task<IDisposable?> EnterWriteGateAsync(CancellationToken cancellation)
    {
        const int cannotOpen = 14;
        return File.Exists(Database.GetDbConnection().DataSource)
            ? services.Gate.EnterAsync(cancellation)
            : throw new SqliteException("The database file is gone.", cannotOpen);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>();
    }

    /// <summary>SQLite cannot compare offsets; UTC text of one width sorts as time.</summary>
    private sealed class UtcText()
        : ValueConverter<DateTimeOffset, DateTime>(
            moment => moment.UtcDateTime,
            stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc))
        );
}
