using Concentric.Platform.Data;

namespace Concentric.Platform.Import;

/// <summary>What a module does with the tables of one sort: understand, look at every row, write all or nothing.</summary>
public abstract class TableImporting<TRun>(AppDb db, ImportFiles files, ImportColumns columns, TimeProvider time)
    where TRun : TableImport
{
    protected AppDb Db => db;

    protected DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Keeps an upload and guesses what its columns mean; nothing is stored if it is no table.</summary>
    internal Task<Refusal?> ReceiveAsync(TRun run, byte[] content, CancellationToken cancellation = default) =>
        ReceiveAsync(run, content, NamedColumns.None, cancellation);

    /// <summary>The same with columns that are named; nothing is stored if they are not there.</summary>
    internal async Task<Refusal?> ReceiveAsync(TRun run, byte[] content, NamedColumns named, CancellationToken cancellation)
    {
        var (table, refusal) = TableReader.Read(content);
        if (table is null)
            return refusal;
        if (named.Mean(run, columns, table) is { } unclear)
            return unclear;
        db.Add(run);
        await files.KeepAsync(run, content, cancellation);
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Looks at every row and stores only what was found.</summary>
    public async Task CheckAsync(TRun run, CancellationToken cancellation = default)
    {
        await PrepareAsync(cancellation);
        if (await files.TableAsync(run, cancellation) is not { } table)
            run.Fail("ImportSheetGone", Now);
        else
            await LookAsync(run, table, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Writes what the table tells of. The rest may have changed since it was looked at, so it is looked at again.</summary>
    public async Task WriteAsync(TRun run, CancellationToken cancellation = default)
    {
        if (await files.TableAsync(run, cancellation) is not { } table)
        {
            run.Fail("ImportSheetGone", Now);
            await db.SaveChangesAsync(cancellation);
            return;
        }

        await PrepareAsync(cancellation);
        await db.InOneTransactionAsync(
            async () =>
            {
                var write = await LookAsync(run, table, cancellation);
                if (run.ProblemCount == 0)
                {
                    db.ChangeTracker.Clear();
                    await write();
                    run.Finish(Now);
                    await files.ForgetAsync(run, cancellation);
                }

                db.Update(run);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation
        );
    }

    /// <summary>What has to be fetched before the transaction: making a key needs the single writer's turn.</summary>
    private protected abstract Task PrepareAsync(CancellationToken cancellation);

    /// <summary>Looks at every row and tells the run what was found.</summary>
    /// <returns>What writes it.</returns>
    private protected abstract Task<Func<Task>> LookAsync(TRun run, ImportedTable table, CancellationToken cancellation);
}
