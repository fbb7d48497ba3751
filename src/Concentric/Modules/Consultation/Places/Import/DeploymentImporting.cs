using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Import;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>
/// Takes a list of deployed members: understand, look at every row, record all or nothing. Each becomes what the page records, with its
/// fact; what is recorded already is left out, so the same list again changes nothing.
/// </summary>
public sealed class DeploymentImporting(
    AppDb db,
    ImportFiles files,
    DeploymentColumns columns,
    PlaceDesk desk,
    PlaceChoices places,
    MembersApi members,
    Deploying deploying,
    ImportProgress progress,
    TimeProvider time
) : TableImporting<DeploymentImport>(db, files, columns, time)
{
    private const int AtOnce = 200;
    private readonly DeploymentColumns columns = columns;
    private MemberLookup lookup = null!;

    private protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        lookup = await members.LookupAsync(cancellation);
        await places.AllAsync(cancellation);
    }

    private protected override async Task<Func<Task>> LookAsync(
        DeploymentImport run,
        ImportedTable table,
        CancellationToken cancellation
    )
    {
        var lines = table.Lines.Skip(run.HeadingLine + 1).ToList();
        var planner = new DeploymentPlanner(
            columns,
            await RegisterAsync(cancellation),
            new DeploymentDefaults(
                run.DefaultOffice,
                run.DefaultFrom,
                run.DefaultBasis,
                desk.Text["DeploymentImport.Ended"].Value
            )
        );
        var plan = planner.Plan(lines, run.Places(table), done => progress.Report(run.Id, done, lines.Count));
        run.Found(plan, Now);
        return () => WriteAsync(run.Id, plan, cancellation);
    }

    private async Task<DeploymentRegister> RegisterAsync(CancellationToken cancellation)
    {
        var recorded = await Db.Set<Deployment>()
            .Where(row => row.State != DeploymentState.Withdrawn)
            .Select(row => new KnownDeployment(row.PlaceId, row.MembershipId, row.From, row.State == DeploymentState.Standing))
            .ToListAsync(cancellation);
        var stations = await Db.Set<MemberWorkstation>()
            .Where(row => row.ClosedOn == null)
            .Select(row => new
            {
                row.Id,
                row.PlaceId,
                row.Name,
            })
            .ToListAsync(cancellation);
        return new DeploymentRegister(
            lookup,
            new PlaceNames(await places.AllAsync(cancellation), await places.OpenAsync(cancellation)),
            [.. stations.Select(row => (row.Id, row.PlaceId, row.Name))],
            recorded,
            desk.Today
        );
    }

    private async Task WriteAsync(Guid runId, DeploymentPlan plan, CancellationToken cancellation)
    {
        var written = 0;
        foreach (var some in plan.Rows.Chunk(AtOnce))
        {
            var ids = some.Select(row => row.PlaceId).Distinct().ToList();
            var at = await Db.Set<Place>()
                .Where(place => ids.Contains(place.Id))
                .ToDictionaryAsync(place => place.Id, cancellation);
            var seats = (await members.FindAsync([.. some.Select(row => row.Member.MembershipId)], cancellation)).ToDictionary(
                seat => seat.MembershipId
            );
            foreach (var row in some)
            {
                // As the register writes the name.
                var seat = seats[row.Member.MembershipId];
                var deployment = deploying.Add(at[row.PlaceId], row.Member with { Name = seat.Name }, seat.Level, row.Details);
                if (row.Ending is { } ending)
                    Db.Add(deployment.End(ending, desk.Today, desk.Doer));
            }

            await Db.SaveChangesAsync(cancellation);
            // What is saved need not be compared again with every further save.
            Db.ChangeTracker.Clear();
            progress.Report(runId, written += some.Length, plan.Rows.Count);
        }
    }
}
