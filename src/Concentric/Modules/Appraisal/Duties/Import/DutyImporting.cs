using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Duties.Import;

/// <summary>Takes past duties from a table: understand, look at every row, write all or nothing. Nothing counts before it is confirmed.</summary>
public sealed class DutyImporting(
    AppDb db,
    ImportFiles files,
    DutyColumns columns,
    MembersApi members,
    DutyBook book,
    CurrentActor actor,
    ActorField field,
    ImportProgress progress,
    TimeProvider time
) : TableImporting<DutyImport>(db, files, columns, time)
{
    private const int RecordsAtOnce = 500;
    private readonly DutyColumns columns = columns;
    private MemberLookup lookup = null!;

    private protected override async Task PrepareAsync(CancellationToken cancellation) =>
        lookup = await members.LookupAsync(cancellation);

    private protected override async Task<Func<Task>> LookAsync(
        DutyImport run,
        ImportedTable table,
        CancellationToken cancellation
    )
    {
        var (plan, things) = await PlanAsync(run, table, cancellation);
        run.Found(plan, Now);
        return () => WriteAsync(run.Id, plan, things, cancellation);
    }

    private async Task<(DutyPlan Plan, Dictionary<(string, string, Guid), Guid> Things)> PlanAsync(
        DutyImport run,
        ImportedTable table,
        CancellationToken cancellation
    )
    {
        var lines = table.Lines.Skip(run.HeadingLine + 1).ToList();
        var registered = await Db.Set<DutyEntry>()
            .Join(
                Db.Set<DutyRecord>()
                    .Where(row =>
                        row.State != DutyState.Withdrawn && row.State != DutyState.Declined && row.State != DutyState.Replaced
                    ),
                entry => entry.RecordId,
                row => row.Id,
                (entry, row) => new { Key = new DutyKey(row.Kind, row.OccurredOn, row.Title, entry.PersonId), row.ThingId }
            )
            .ToListAsync(cancellation);
        var planner = new DutyPlanner(
            columns,
            lookup,
            registered.Select(row => row.Key).ToHashSet(),
            office => field.Covers(DutyPermissions.Register, office),
            book.Today,
            run.DefaultOffice
        );
        var plan = planner.Plan(lines, run.Places(table), run.LeaveOutKnown, done => progress.Report(run.Id, done, lines.Count));
        var things = new Dictionary<(string, string, Guid), Guid>();
        foreach (var row in registered)
            things.TryAdd((row.Key.Kind, row.Key.Title, row.Key.PersonId), row.ThingId);
        return (plan, things);
    }

    private async Task WriteAsync(
        Guid runId,
        DutyPlan plan,
        Dictionary<(string Kind, string Title, Guid Person), Guid> things,
        CancellationToken cancellation
    )
    {
        var doer = new Doer(actor.AccountId, actor.Name, Now);
        var written = 0;
        foreach (var some in plan.Records.Chunk(RecordsAtOnce))
        {
            foreach (var details in some)
            {
                // Steps of one thing: the same kind and title, and a member in common.
                var keys = details.Members.Select(member => (details.Kind, details.Title, member.PersonId)).ToList();
                var known = keys.Where(things.ContainsKey).Select(key => (Guid?)things[key]).FirstOrDefault();
                var record = DutyRecord.Register(details, book.Today, doer, known, runId);
                foreach (var key in keys)
                    things.TryAdd(key, record.ThingId);
                Db.Add(record);
            }

            await Db.SaveChangesAsync(cancellation);
            // What is saved need not be compared again with every further save.
            Db.ChangeTracker.Clear();
            progress.Report(runId, written += some.Length, plan.Records.Count);
        }
    }
}
