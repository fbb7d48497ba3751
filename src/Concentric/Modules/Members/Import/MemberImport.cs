using Concentric.Platform.Data;
using Concentric.Platform.Import;
using Concentric.Platform.PersonalData;

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
) : TableImporting<ImportRun>(db, files, columns, time)
{
    private const int RowsAtOnce = 500;
    private readonly MemberColumns columns = columns;
    private Func<string, string> trace = null!;

    private protected override async Task PrepareAsync(CancellationToken cancellation) =>
        trace = await seal.TracerAsync(cancellation);

    private protected override async Task<Func<Task>> LookAsync(
        ImportRun run,
        ImportedTable table,
        CancellationToken cancellation
    )
    {
        var plan = await PlanAsync(run, table, cancellation);
        run.Found(plan, Now);
        return () => WriteAsync(run.Id, plan, cancellation);
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

        return await new ImportPlanner(Db, seal).PlanAsync(rows, run.LeaveOutKnown, cancellation);
    }

    private async Task WriteAsync(Guid runId, ImportPlan plan, CancellationToken cancellation)
    {
        var written = 0;
        foreach (var some in plan.People.Chunk(RowsAtOnce))
        {
            foreach (var planned in some)
                Add(planned);
            await Db.SaveChangesAsync(cancellation);
            // What is saved need not be compared again with every further save.
            Db.ChangeTracker.Clear();
            progress.Report(runId, written += some.Length, plan.People.Count);
        }
    }

    private void Add(PlannedPerson planned)
    {
        if (planned.RegisteredId is { } registered)
        {
            Db.AddRange(planned.NewSeats.Select(seat => register.NewSeat(registered, seat)));
            return;
        }

        var phone = Contacts.TidyPhone(planned.Details!.Phone ?? "");
        var person = new Person { Name = planned.Name };
        register.Describe(person, planned.Details, phone.Length == 0 ? null : trace(phone));
        Db.Add(person);
        foreach (var seat in planned.NewSeats)
            register.Appoint(person, seat);
    }
}
