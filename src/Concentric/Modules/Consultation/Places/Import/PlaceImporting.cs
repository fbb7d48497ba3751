using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>Takes the tree of places from a table: understand, look at every row, write all or nothing.</summary>
public sealed class PlaceImporting(
    AppDb db,
    ImportFiles files,
    PlaceColumns columns,
    Pinyin pinyin,
    CurrentActor actor,
    ImportProgress progress,
    TimeProvider time
) : TableImporting<PlaceImport>(db, files, columns, time)
{
    private readonly PlaceColumns columns = columns;

    private protected override Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    private protected override async Task<Func<Task>> LookAsync(
        PlaceImport run,
        ImportedTable table,
        CancellationToken cancellation
    )
    {
        var lines = table.Lines.Skip(run.HeadingLine + 1).ToList();
        var known = await new PlaceChoices(Db).AllAsync(cancellation);
        var planner = new PlacePlanner(columns, known, new SlugMaker(pinyin, known.Select(place => place.Slug)));
        var plan = planner.Plan(lines, run.Places(table), done => progress.Report(run.Id, done, lines.Count));
        run.Found(plan, Now);
        return () => WriteAsync(plan, cancellation);
    }

    private async Task WriteAsync(PlacePlan plan, CancellationToken cancellation)
    {
        var doer = new Doer(actor.AccountId, actor.Name, Now);
        var above = plan.Places.Select(place => place.Parent).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var places = await Db.Set<Place>()
            .Where(place => above.Contains(place.Slug))
            .ToDictionaryAsync(place => place.Slug, cancellation);
        foreach (var planned in plan.Places)
        {
            var parent = planned.Parent is { } slug ? places[slug] : null;
            var (place, step) = Place.Found(planned.Details, planned.Slug, parent, doer);
            Db.AddRange(place, step);
            places[planned.Slug] = place;
        }

        await Db.SaveChangesAsync(cancellation);
        Db.ChangeTracker.Clear();
    }
}
