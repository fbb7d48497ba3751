using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Import;

/// <summary>The file of an import, sealed because of what it tells of people, until the import is done or given up.</summary>
[OutsideAudit]
public sealed class ImportFile : CommitteeEntity
{
    public Guid RunId { get; init; }
    public DateTimeOffset KeptAt { get; init; }
    public required byte[] Sealed { get; init; }
}

/// <summary>Keeps the files of imports unreadable in the database, and forgets them.</summary>
public sealed class ImportFiles(AppDb db, IDataProtectionProvider protection, CurrentCommittee committee, TimeProvider time)
{
    private static readonly TimeSpan FilesAreKept = TimeSpan.FromDays(7);

    private IDataProtector Protector => protection.CreateProtector("platform.import", committee.Value.Id.ToString());

    /// <summary>Adds a file to the next save and forgets those that nobody came back to.</summary>
    public async Task KeepAsync(TableImport run, byte[] content, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var before = now - FilesAreKept;
        await db.Set<ImportFile>().Where(file => file.KeptAt < before).ExecuteDeleteAsync(cancellation);
        db.Add(
            new ImportFile
            {
                RunId = run.Id,
                KeptAt = now,
                Sealed = Protector.Protect(content),
            }
        );
    }

    /// <summary>The table of a run; nothing once it is done or forgotten.</summary>
    internal async Task<ImportedTable?> TableAsync(TableImport run, CancellationToken cancellation)
    {
        var kept = await db.Set<ImportFile>().AsNoTracking().SingleOrDefaultAsync(row => row.RunId == run.Id, cancellation);
        return kept is null ? null : TableReader.Read(Protector.Unprotect(kept.Sealed)).Table;
    }

    public Task<int> ForgetAsync(TableImport run, CancellationToken cancellation) =>
        db.Set<ImportFile>().Where(file => file.RunId == run.Id).ExecuteDeleteAsync(cancellation);
}

/// <summary>How far imports under way have come, for the page that shows it. Kept in memory: the row is locked meanwhile.</summary>
public sealed class ImportProgress
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, (int Done, int Total)> runs = new();

    public void Report(Guid run, int done, int total) => runs[run] = (done, total);

    /// <summary>Rows done and rows in all; nothing when this server is not at it.</summary>
    public (int Done, int Total)? Of(Guid run) => runs.TryGetValue(run, out var progress) ? progress : null;

    public void Forget(Guid run) => runs.TryRemove(run, out _);
}
