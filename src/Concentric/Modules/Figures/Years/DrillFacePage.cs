using Concentric.Modules.Figures.Catalogue;
using Concentric.Platform.Web.Components;
using Concentric.Rules.Figures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures.Years;

/// <summary>Everything the drill-down needs, together so that both faces ask alike.</summary>
public sealed record DrillQuestions(
    FigureReader Reader,
    FigureYears Years,
    FigureCatalog Catalog,
    FigureWording Wording,
    FactRows Rows
);

/// <summary>One figure opened: the facts behind it, a page at a time. Where it counts facts, it lists exactly as many.</summary>
public abstract class DrillFacePage(DrillQuestions ask) : FigureFacePage(ask.Years)
{
    public const int PageSize = 50;

    public Figure Figure { get; private set; } = null!;

    public FigureDefinition Definition => Figure.Definition;

    public FigureWording Wording => ask.Wording;

    public IReadOnlyList<FactRow> Rows { get; private set; } = [];

    /// <summary>How many facts are listed on all pages together.</summary>
    public int FactCount { get; private set; }

    public int Number { get; private set; }

    public int Pages => (FactCount + PageSize - 1) / PageSize;

    public string Search => Filter.Query();

    /// <summary>The year page with the same filter.</summary>
    public string YearAddress => $"{Base}/{Year}{Filter.Query()}";

    public async Task<IActionResult> OnGetAsync(
        string id,
        string? format,
        [FromQuery(Name = "page")] int number,
        CancellationToken cancellation
    )
    {
        if (ask.Catalog.Find(id) is not { } definition || !await MaySeeAsync(Year, cancellation))
            return NotFound();
        var isPeriod = ReadPeriod();
        var figures = await ask.Reader.ReadAsync(Period, AsOf, cancellation);
        Figure = figures.Single(figure => figure.Definition.Id == id);
        var facts = ask
            .Reader.FactsOf(definition, Period, AsOf)
            .AsNoTracking()
            .OrderBy(fact => fact.OccurredOn)
            .ThenBy(fact => fact.Index);
        if (format is not null)
            return isPeriod ? await ExportAsync(id, format, facts, cancellation) : BadRequest();
        FactCount = await facts.CountAsync(cancellation);
        Number = Math.Clamp(number, 1, Math.Max(1, Pages));
        var shown = await facts.Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        Rows = await ask.Rows.DescribeAsync(shown, IsOffice, cancellation);
        return Page();
    }

    public IReadOnlyList<Bar> Months(Func<int, string> name) =>
        [
            .. Enumerable
                .Range(Period.From.Month, Period.To.Month - Period.From.Month + 1)
                .Select(month => new Bar(
                    name(month),
                    Figure.ByMonth[month - 1],
                    $"{Base}/{Year}/{Definition.Id}" + new PeriodFilter { Month = month, AsOf = AsOf }.Query()
                )),
        ];

    private async Task<IActionResult> ExportAsync(
        string id,
        string format,
        IQueryable<Platform.Ledger.Fact> facts,
        CancellationToken cancellation
    )
    {
        if (format is not ("csv" or "json"))
            return NotFound();
        var all = await facts.ToListAsync(cancellation);
        return FigureExport.Facts(format, $"{id}-{Year}", await ask.Rows.DescribeAsync(all, IsOffice, cancellation), IsOffice);
    }
}
