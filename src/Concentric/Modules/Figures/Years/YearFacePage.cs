using Concentric.Modules.Figures.Catalogue;
using Concentric.Modules.Members;
using Concentric.Platform.Web.Components;
using Concentric.Rules.Figures;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Figures.Years;

/// <summary>Everything the year page needs, together so that both faces ask alike.</summary>
public sealed record YearQuestions(
    FigureReader Reader,
    FigureYears Years,
    FigureCatalog Catalog,
    FigureWording Wording,
    MembersApi Members
);

/// <summary>The figures of one year: each with its definition, its months and its way into the facts.</summary>
public abstract class YearFacePage(YearQuestions ask) : FigureFacePage(ask.Years)
{
    public IReadOnlyDictionary<string, Figure> Figures { get; private set; } = new Dictionary<string, Figure>();

    public IReadOnlyList<FigureGroup> Groups => ask.Catalog.Groups;

    public FigureWording Wording => ask.Wording;

    public IReadOnlyList<int> OtherYears { get; private set; } = [];

    /// <summary>委员席位: how many seats were held in the period, what coverage is a share of.</summary>
    public int Seats { get; private set; }

    public bool IsOpen { get; private set; }

    /// <summary>How many facts the ledger held when these figures were asked.</summary>
    public long LedgerSize { get; private set; }

    public string Search => Filter.Query();

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken cancellation)
    {
        if (!await MaySeeAsync(Year, cancellation))
            return NotFound();
        var isPeriod = ReadPeriod();
        await LoadAsync(cancellation);
        if (format is null or "")
            return Page();
        if (format is not ("csv" or "json"))
            return NotFound();
        return isPeriod ? FigureExport.Figures(format, Period, LedgerSize, Figures.Values, ask.Wording) : BadRequest();
    }

    public string Address(FigureDefinition figure, int? month = null) =>
        $"{Base}/{Year}/{figure.Id}" + (month is null ? Search : new PeriodFilter { Month = month, AsOf = Filter.AsOf }.Query());

    public IReadOnlyList<Bar> Months(Figure figure, Func<int, string> name) =>
        [
            .. Enumerable
                .Range(Period.From.Month, Period.To.Month - Period.From.Month + 1)
                .Select(month => new Bar(name(month), figure.ByMonth[month - 1], Address(figure.Definition, month))),
        ];

    protected async Task LoadAsync(CancellationToken cancellation)
    {
        LedgerSize = Filter.AsOf ?? await ask.Reader.LedgerSizeAsync(cancellation);
        Figures = (await ask.Reader.ReadAsync(Period, Filter.AsOf, cancellation)).ToDictionary(
            figure => figure.Definition.Id,
            StringComparer.Ordinal
        );
        OtherYears = IsOffice ? await ask.Years.AllAsync(cancellation) : await ask.Years.OpenAsync(cancellation);
        IsOpen = !IsOffice || await ask.Years.IsOpenAsync(Year, cancellation);
        if (Figures.Values.Any(figure => figure.Definition.Base == FigureBase.Seats))
            Seats = await ask.Members.CountHeldAsync(Period.From, Period.To, cancellation);
    }
}
