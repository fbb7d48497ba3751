using Concentric.Modules.Figures.Catalogue;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Rules.Figures;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures.Years;

/// <summary>
/// Asks the ledger for the figures of a period. Three grouped questions answer the whole catalogue, however many figures it
/// has; all read only the committee's own facts of the period, by index.
/// </summary>
public sealed class FigureReader(AppDb db, FigureCatalog catalog)
{
    /// <summary>All figures of the catalogue, in its order.</summary>
    /// <param name="asOf">
    /// The size of the ledger at which to ask: facts from this index on, retractions among them, are not seen. Null asks now.
    /// </param>
    public async Task<IReadOnlyList<Figure>> ReadAsync(
        FigurePeriod period,
        long? asOf = null,
        CancellationToken cancellation = default
    )
    {
        var cells = new FigureCells(
            await CellsAsync(period, asOf, cancellation),
            await SubjectsAsync(period, asOf, cancellation),
            await QuantitiesAsync(period, asOf, cancellation)
        );
        return [.. catalog.All.Select(figure => Figure.Compute(figure, cells))];
    }

    /// <summary>The facts that a figure takes in, as many as its value says where it counts facts.</summary>
    public IQueryable<Fact> FactsOf(FigureDefinition figure, FigurePeriod period, long? asOf = null) =>
        Narrow(Standing(period, asOf), figure);

    /// <summary>How many facts the ledger holds now: the index that the next one will have.</summary>
    public Task<long> LedgerSizeAsync(CancellationToken cancellation = default) =>
        db.Set<LedgerHead>()
            .Where(head => head.CommitteeId == db.CommitteeId)
            .Select(head => head.Size)
            .SingleOrDefaultAsync(cancellation);

    /// <summary>The facts after an index that changed a figure: those added, and those taken back.</summary>
    public async Task<(List<Fact> Added, List<Fact> TakenBack)> DifferenceAsync(
        FigureDefinition figure,
        FigurePeriod period,
        long since,
        int most,
        CancellationToken cancellation = default
    )
    {
        var added = FactsOf(figure, period).Where(fact => fact.Index >= since);
        var takenBack = FactsOf(figure, period, since)
            .Where(fact => db.Facts.Any(later => later.RetractsId == fact.Id && later.Index >= since));
        return (
            await added.AsNoTracking().OrderBy(fact => fact.Index).Take(most).ToListAsync(cancellation),
            await takenBack.AsNoTracking().OrderBy(fact => fact.Index).Take(most).ToListAsync(cancellation)
        );
    }

    internal static IQueryable<Fact> Narrow(IQueryable<Fact> facts, FigureDefinition figure)
    {
        var (kinds, categories) = (figure.Kinds, figure.Categories);
        facts = facts.Where(fact => kinds.Contains(fact.Kind));
        if (categories.Count > 0)
            facts = facts.Where(fact => categories.Contains(fact.Category));
        if (figure.Channels is { Count: > 0 } channels)
            facts = facts.Where(fact => channels.Contains(fact.Channel));
        if (figure.Places is { Count: > 0 } places)
            facts = facts.Where(fact => places.Contains(fact.Place));
        if (figure.Steps is { Count: > 0 } steps)
            facts = facts.Where(fact => steps.Contains(fact.Step));
        return facts;
    }

    private IQueryable<Fact> Standing(FigurePeriod period, long? asOf)
    {
        var (from, to) = (period.From, period.To);
        if (asOf is not { } size)
            return db.Facts.Standing().Where(fact => from <= fact.OccurredOn && fact.OccurredOn <= to);
        return db.Facts.Where(fact =>
            from <= fact.OccurredOn
            && fact.OccurredOn <= to
            && fact.Index < size
            && fact.RetractsId == null
            && !db.Facts.Any(later => later.RetractsId == fact.Id && later.Index < size)
        );
    }

    private Task<List<FigureCell>> CellsAsync(FigurePeriod period, long? asOf, CancellationToken cancellation) =>
        Standing(period, asOf)
            .GroupBy(fact => new
            {
                fact.Kind,
                fact.Category,
                fact.Channel,
                fact.Step,
                fact.Place,
                fact.OccurredOn.Month,
            })
            .Select(group => new FigureCell(
                group.Key.Kind,
                group.Key.Category,
                group.Key.Channel,
                group.Key.Step,
                group.Key.Place,
                group.Key.Month,
                group.LongCount(),
                group.Sum(fact => fact.Quantity)
            ))
            .ToListAsync(cancellation);

    private Task<List<SubjectCell>> SubjectsAsync(FigurePeriod period, long? asOf, CancellationToken cancellation)
    {
        var kinds = catalog.SubjectKinds;
        if (kinds.Count == 0)
            return Task.FromResult(new List<SubjectCell>());
        return Standing(period, asOf)
            .Where(fact => fact.SubjectId != null && kinds.Contains(fact.Kind))
            .Select(fact => new
            {
                fact.Kind,
                fact.Category,
                fact.Channel,
                fact.Step,
                fact.Place,
                fact.OccurredOn.Month,
                Subject = fact.SubjectId!.Value,
            })
            .Distinct()
            .Select(row => new SubjectCell(row.Kind, row.Category, row.Channel, row.Step, row.Place, row.Month, row.Subject))
            .ToListAsync(cancellation);
    }

    private Task<List<QuantityCell>> QuantitiesAsync(FigurePeriod period, long? asOf, CancellationToken cancellation)
    {
        var kinds = catalog.QuantityKinds;
        if (kinds.Count == 0)
            return Task.FromResult(new List<QuantityCell>());
        return Standing(period, asOf)
            .Where(fact => kinds.Contains(fact.Kind))
            .GroupBy(fact => new
            {
                fact.Kind,
                fact.Category,
                fact.Channel,
                fact.Step,
                fact.Place,
                fact.OccurredOn.Month,
                fact.Quantity,
            })
            .Select(group => new QuantityCell(
                group.Key.Kind,
                group.Key.Category,
                group.Key.Channel,
                group.Key.Step,
                group.Key.Place,
                group.Key.Month,
                group.Key.Quantity,
                group.LongCount()
            ))
            .ToListAsync(cancellation);
    }
}
