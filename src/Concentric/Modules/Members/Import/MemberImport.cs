using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Import;

namespace Concentric.Modules.Members.Import;

/// <summary>Takes a list of members from a sheet: understand, look at every row, write all or nothing.</summary>
public sealed class MemberImport(
    AppDb db,
    ImportFiles files,
    ContactSeal seal,
    MemberRegister register,
    MemberColumns columns,
    SectorList sectors,
    PartyList parties,
    ImportProgress progress,
    TimeProvider time
) : ITableImporting<ImportRun>
{
    private const int RowsAtOnce = 500;

    /// <summary>Keeps an upload and guesses what its columns mean; nothing is stored if it is no table.</summary>
    internal async Task<Refusal?> ReceiveAsync(ImportRun run, byte[] content, CancellationToken cancellation)
    {
        var (table, refusal) = TableReader.Read(content);
        if (table is null)
            return refusal;
        var line = columns.GuessHeadingLine(table);
        run.Mean(line, columns.GuessBelow(table, line));
        db.Add(run);
        await files.KeepAsync(run, content, cancellation);
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Looks at every row and stores only what was found.</summary>
    public async Task CheckAsync(ImportRun run, CancellationToken cancellation = default)
    {
        if (await files.TableAsync(run, cancellation) is not { } table)
            run.Fail("ImportSheetGone", time.GetUtcNow());
        else
            run.Found(await PlanAsync(run, table, cancellation), time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Writes what the sheet tells of. The register may have changed since it was looked at, so it is looked at again.</summary>
    public async Task WriteAsync(ImportRun run, CancellationToken cancellation = default)
    {
        if (await files.TableAsync(run, cancellation) is not { } table)
        {
            run.Fail("ImportSheetGone", time.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
            return;
        }

        // The keys are fetched before the transaction: making one needs the single writer's turn.
        var trace = await seal.TracerAsync(cancellation);
        await db.InOneTransactionAsync(
            async () =>
            {
                var plan = await PlanAsync(run, table, cancellation);
                run.Found(plan, time.GetUtcNow());
                if (plan.Problems.Count == 0)
                {
                    await WriteAsync(run.Id, plan, trace, cancellation);
                    run.Finish(time.GetUtcNow());
                    await files.ForgetAsync(run, cancellation);
                }

                db.Update(run);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation
        );
    }

    private async Task<ImportPlan> PlanAsync(ImportRun run, ImportedTable table, CancellationToken cancellation)
    {
        var lines = table.Lines.Skip(run.HeadingLine + 1).ToList();
        var reader = new RowReader(columns, register, sectors, parties, run.Places(table), run.Defaults);
        var rows = new List<ReadRow>(lines.Count);
        foreach (var line in lines)
        {
            rows.Add(reader.Read(line));
            progress.Report(run.Id, rows.Count, lines.Count);
        }

        return await new ImportPlanner(db, seal).PlanAsync(rows, run.LeaveOutKnown, cancellation);
    }

    private async Task WriteAsync(Guid runId, ImportPlan plan, Func<string, string> trace, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var written = 0;
        foreach (var some in plan.People.Chunk(RowsAtOnce))
        {
            foreach (var planned in some)
                Add(planned, trace);
            await db.SaveChangesAsync(cancellation);
            // What is saved need not be compared again with every further save.
            db.ChangeTracker.Clear();
            progress.Report(runId, written += some.Length, plan.People.Count);
        }
    }

    private void Add(PlannedPerson planned, Func<string, string> trace)
    {
        if (planned.RegisteredId is { } registered)
        {
            db.AddRange(planned.NewSeats.Select(seat => register.NewSeat(registered, seat)));
            return;
        }

        var phone = Contacts.TidyPhone(planned.Details!.Phone ?? "");
        var person = new Person { Name = planned.Name };
        register.Describe(person, planned.Details, phone.Length == 0 ? null : trace(phone));
        db.Add(person);
        foreach (var seat in planned.NewSeats)
            register.Appoint(person, seat);
    }
}
