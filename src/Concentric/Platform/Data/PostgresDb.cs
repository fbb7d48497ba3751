using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Data;

/// <summary>PostgreSQL 15 or later: many writers, row-level security bound to the committee.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options, AppDbServices services) : AppDb(options, services)
{
    protected override Task<IDisposable?> EnterWriteGateAsync(CancellationToken cancellation) =>
        Task.FromResult<IDisposable?>(null);
}
