using Concentric.Modules.Appraisal.Cycle;
using Concentric.Platform.Data;
using Concentric.Rules.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>The committee's rule sheets, and which of them judges a year.</summary>
public sealed class SheetShelf(AppDb db, SheetReader reader)
{
    /// <summary>More than a committee will ever adopt; a list stays a list.</summary>
    public const int MostListed = 200;

    /// <summary>Newest span first; without the texts.</summary>
    public Task<List<EditionLine>> AllAsync(CancellationToken cancellation = default) =>
        db.Set<SheetEdition>()
            .OrderByDescending(row => row.FromDay)
            .ThenBy(row => row.SheetKey)
            .ThenByDescending(row => row.Number)
            .ThenByDescending(row => row.Id)
            .Take(MostListed)
            .Select(row => new EditionLine(
                row.Id,
                row.SheetKey,
                row.Number,
                row.Title,
                row.FromDay,
                row.ToDay,
                row.State,
                row.PublishedAt
            ))
            .ToListAsync(cancellation);

    public Task<SheetEdition?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        db.Set<SheetEdition>().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>The editions that judge facts now, and those that did; newest span first.</summary>
    public Task<List<SheetEdition>> PublishedAsync(CancellationToken cancellation = default) =>
        db.Set<SheetEdition>()
            .Where(row => row.State != SheetState.Draft)
            .OrderByDescending(row => row.FromDay)
            .ThenByDescending(row => row.Id)
            .ToListAsync(cancellation);

    /// <summary>The edition that judges a year: the one that the year's cycle is bound to, else the one in force.</summary>
    public async Task<SheetEdition?> OfYearAsync(int year, CancellationToken cancellation = default) =>
        await db.Set<SheetEdition>()
            .AsNoTracking()
            .Where(row => db.Set<AppraisalCycle>().Any(cycle => cycle.Year == year && cycle.SheetEditionId == row.Id))
            .SingleOrDefaultAsync(cancellation)
        ?? await InForceOfYearAsync(year, cancellation);

    /// <summary>The edition in force whose span ends in the year; a sheet from July to June belongs to the year of its June.</summary>
    public Task<SheetEdition?> InForceOfYearAsync(int year, CancellationToken cancellation = default) =>
        db.Set<SheetEdition>().AsNoTracking().SingleOrDefaultAsync(row => row.YearInForce == year, cancellation);

    /// <summary>The years that have a sheet in force, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellation = default) =>
        await db.Set<SheetEdition>()
            .Where(row => row.YearInForce != null)
            .Select(row => row.YearInForce!.Value)
            .OrderDescending()
            .ToListAsync(cancellation);

    public SheetReading Read(SheetEdition edition) => reader.Read(edition.Text);

    /// <exception cref="InvalidDataException">What was once sound no longer is: a kind of fact was taken away from the product.</exception>
    public RuleSheet SoundSheetOf(SheetEdition edition) =>
        Read(edition) is { IsSound: true, Sheet: { } sheet }
            ? sheet
            : throw new InvalidDataException($"The rule sheet {edition.SheetKey} {edition.Number} is no longer sound.");
}

/// <summary>One edition in a list.</summary>
public sealed record EditionLine(
    Guid Id,
    string SheetKey,
    string Number,
    string Title,
    DateOnly FromDay,
    DateOnly ToDay,
    SheetState State,
    DateTimeOffset? PublishedAt
)
{
    /// <summary>The title; <paramref name="untitled"/> while a draft has none.</summary>
    public string TitleOr(string untitled) => Title.Length > 0 ? Title : untitled;

    /// <summary>Whether the text says which days it judges.</summary>
    public bool HasDays => FromDay.Year > 1 && FromDay <= ToDay;
}
