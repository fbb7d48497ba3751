using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Concentric.Platform.Data;

/// <summary>The embedded database: one file, WAL, one fair writer queue.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, AppDbServices services) : AppDb(options, services)
{
    private readonly AppDbServices services = services;

    protected override Task<IDisposable?> EnterWriteGateAsync(CancellationToken cancellation) =>
        services.Gate.EnterAsync(cancellation);

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
