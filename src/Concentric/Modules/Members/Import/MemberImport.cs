using Concentric.Platform;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members.Import;

/// <summary>Takes a list of members from a sheet: understand, look at every row, write all or nothing.</summary>
public sealed class MemberImport(
    AppDb db,
    ContactSeal seal,
    MemberRegister register,
    MemberColumns columns,
    SectorList sectors,
    PartyList parties,
    ImportProgress progress,
    TimeProvider time
)
{
    private const int RowsAtOnce = 500;
    private static readonly TimeSpan SheetsAreKept = TimeSpan.FromDays(7);

    /// <summary>Keeps an upload and guesses what its columns mean; nothing is stored if it is no table.</summary>
    internal async Task<Refusal?> ReceiveAsync(
        ImportRun run,
        byte[] content,
        RowDefaults defaults,
        CancellationToken cancellation
    )
    {
        var (sheet, refusal) = SheetReader.Read(content);
        if (sheet is null)
            return refusal;
        Guess(run, sheet, columns.GuessHeadingLine(sheet), defaults);
        await ForgetOldSheetsAsync(cancellation);
        db.Add(run);
        db.Add(new ImportSheet { RunId = run.Id, Sealed = seal.SealBytes(content) });
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Guesses the columns below another line of headings.</summary>
    internal void Guess(ImportRun run, Sheet sheet, int headingLine, RowDefaults defaults)
    {
        var guesses = columns.Guess(sheet.Lines[headingLine], [.. sheet.Lines.Skip(headingLine + 1).Take(50)]);
        run.Understand(headingLine, guesses.Select(guess => guess ?? ""), defaults, run.LeaveOutKnown);
    }

    /// <summary>The sheet of a run; nothing once it is done or forgotten.</summary>
    internal async Task<Sheet?> SheetAsync(ImportRun run, CancellationToken cancellation)
    {
        var kept = await db.Set<ImportSheet>().AsNoTracking().SingleOrDefaultAsync(row => row.RunId == run.Id, cancellation);
        return kept is null ? null : SheetReader.Read(seal.OpenBytes(kept.Sealed)).Sheet;
    }

    /// <summary>Looks at every row and stores only what was found.</summary>
    public async Task CheckAsync(ImportRun run, CancellationToken cancellation = default)
    {
        if (await SheetAsync(run, cancellation) is not { } sheet)
            run.Fail("ImportSheetGone", time.GetUtcNow());
        else
            run.Found(await PlanAsync(run, sheet, cancellation), time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Writes what the sheet tells of. The register may have changed since it was looked at, so it is looked at again.</summary>
    public async Task WriteAsync(ImportRun run, CancellationToken cancellation = default)
    {
        if (await SheetAsync(run, cancellation) is not { } sheet)
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
                var plan = await PlanAsync(run, sheet, cancellation);
                run.Found(plan, time.GetUtcNow());
                if (plan.Problems.Count == 0)
                {
                    await WriteAsync(run.Id, plan, trace, cancellation);
                    run.Finish(time.GetUtcNow());
                    await db.Set<ImportSheet>().Where(row => row.RunId == run.Id).ExecuteDeleteAsync(cancellation);
                }

                db.Update(run);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation
        );
    }

    private async Task<ImportPlan> PlanAsync(ImportRun run, Sheet sheet, CancellationToken cancellation)
    {
        var lines = sheet.Lines.Skip(run.HeadingLine + 1).ToList();
        var headings = sheet.Lines[run.HeadingLine];
        var places = run
            .ColumnMeanings.Select((meaning, place) => (meaning, place))
            .Where(pair => pair.meaning.Length > 0)
            .ToDictionary(pair => pair.meaning, pair => (pair.place, headings[pair.place]), StringComparer.Ordinal);
        var reader = new RowReader(columns, register, sectors, parties, places, run.Defaults);
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

    private Task<int> ForgetOldSheetsAsync(CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - SheetsAreKept;
        return db.Set<ImportSheet>()
            .Where(sheet => db.Set<ImportRun>().Any(run => run.Id == sheet.RunId && run.CreatedAt < before))
            .ExecuteDeleteAsync(cancellation);
    }
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
