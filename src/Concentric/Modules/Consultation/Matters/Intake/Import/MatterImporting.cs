using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Import;
using Concentric.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake.Import;

/// <summary>Takes a ledger of matters: understand, look at every row, collect all or nothing. Each comes in as any other does.</summary>
public sealed class MatterImporting(
    AppDb db,
    ImportFiles files,
    MatterColumns columns,
    MatterIntake intake,
    PlaceChoices places,
    MatterField field,
    PersonalDataSeal seal,
    ImportProgress progress,
    TimeProvider time
) : TableImporting<MatterImport>(db, files, columns, time)
{
    private const int MattersAtOnce = 300;
    private readonly MatterColumns columns = columns;

    private protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        // The first sealing makes the key, which needs the single writer's turn.
        seal.Seal("key");
        await places.AllAsync(cancellation);
    }

    private protected override async Task<Func<Task>> LookAsync(
        MatterImport run,
        ImportedTable table,
        CancellationToken cancellation
    )
    {
        var lines = table.Lines.Skip(run.HeadingLine + 1).ToList();
        var scope = await field.OfAsync(MatterPermissions.Import, cancellation);
        var all = await places.AllAsync(cancellation);
        var offered = scope.IsWhole ? all : [.. all.Where(place => scope.Places.Contains(place.Id))];
        var takenIn = await Db.Set<Matter>()
            .Where(matter => matter.Channel == IntakeChannel.Import)
            .Select(matter => new
            {
                matter.LedgerNumber,
                matter.PlaceId,
                matter.CollectedOn,
                matter.Title,
            })
            .ToListAsync(cancellation);
        var planner = new MatterPlanner(
            columns,
            new PlaceNames(all, offered),
            takenIn.Select(row => LedgerKey.Of(row.LedgerNumber, row.PlaceId, row.CollectedOn, row.Title)).ToHashSet(),
            matter => intake.FaultsAsync(matter, cancellation)
        );
        var plan = await planner.PlanAsync(
            lines,
            run.Places(table),
            run.LeaveOutKnown,
            done => progress.Report(run.Id, done, lines.Count)
        );
        run.Found(plan, Now);
        return () => WriteAsync(run.Id, plan, cancellation);
    }

    private async Task WriteAsync(Guid runId, MatterPlan plan, CancellationToken cancellation)
    {
        var written = 0;
        foreach (var some in plan.Matters.Chunk(MattersAtOnce))
        {
            foreach (var matter in some)
                await intake.AddAsync(matter, cancellation);
            await Db.SaveChangesAsync(cancellation);
            // What is saved need not be compared again with every further save.
            Db.ChangeTracker.Clear();
            progress.Report(runId, written += some.Length, plan.Matters.Count);
        }
    }
}
