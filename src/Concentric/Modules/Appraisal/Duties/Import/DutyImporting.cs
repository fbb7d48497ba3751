using Concentric.Modules.Members;
using Concentric.Platform;
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
    ImportProgress progress,
    TimeProvider time
) : ITableImporting<DutyImport>
{
    private const int RecordsAtOnce = 500;

    /// <summary>Keeps an upload and guesses what its columns mean; nothing is stored if it is no table.</summary>
    internal async Task<Refusal?> ReceiveAsync(DutyImport run, byte[] content, CancellationToken cancellation = default)
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

    public async Task CheckAsync(DutyImport run, CancellationToken cancellation = default)
    {
        if (await files.TableAsync(run, cancellation) is not { } table)
            run.Fail("ImportSheetGone", time.GetUtcNow());
        else
            run.Found((await PlanAsync(run, table, cancellation)).Plan, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The register may have changed since it was looked at, so it is looked at again.</summary>
    public async Task WriteAsync(DutyImport run, CancellationToken cancellation = default)
    {
        if (await files.TableAsync(run, cancellation) is not { } table)
        {
            run.Fail("ImportSheetGone", time.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
            return;
        }

        // Looking up members may need the single writer's turn for the key of phone numbers; so it is done before.
        var lookup = await members.LookupAsync(cancellation);
        await db.InOneTransactionAsync(
            async () =>
            {
                var (plan, things) = await PlanAsync(run, table, cancellation, lookup);
                run.Found(plan, time.GetUtcNow());
                if (plan.Problems.Count == 0)
                {
                    await WriteAsync(run.Id, plan, things, cancellation);
                    run.Finish(time.GetUtcNow());
                    await files.ForgetAsync(run, cancellation);
                }

                db.Update(run);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation
        );
    }

    private async Task<(DutyPlan Plan, Dictionary<(string, string, Guid), Guid> Things)> PlanAsync(
        DutyImport run,
        ImportedTable table,
        CancellationToken cancellation,
        MemberLookup? lookup = null
    )
    {
        var lines = table.Lines.Skip(run.HeadingLine + 1).ToList();
        var registered = await db.Set<DutyEntry>()
            .Join(
                db.Set<DutyRecord>()
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
            lookup ?? await members.LookupAsync(cancellation),
            registered.Select(row => row.Key).ToHashSet(),
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
        db.ChangeTracker.Clear();
        var doer = Doer.Of(actor, time);
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
                db.Add(record);
            }

            await db.SaveChangesAsync(cancellation);
            // What is saved need not be compared again with every further save.
            db.ChangeTracker.Clear();
            progress.Report(runId, written += some.Length, plan.Records.Count);
        }
    }
}
