using Concentric.Modules.Figures.Catalogue;
using Concentric.Platform;
using Concentric.Platform.Ledger;
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
    IEnumerable<IFigureBase> Bases,
    Words Words
);

/// <summary>The figures of one year: each with its definition, its months and its way into the facts.</summary>
public abstract class YearFacePage(YearQuestions ask) : FigureFacePage(ask.Years)
{
    public IReadOnlyDictionary<string, Figure> Figures { get; private set; } = new Dictionary<string, Figure>();

    public IReadOnlyList<FigureGroup> Groups => ask.Catalog.Groups;

    public FigureWording Wording => ask.Wording;

    public IReadOnlyList<int> OtherYears { get; private set; } = [];

    /// <summary>What figures are a share of, with how many there were in the period, by id.</summary>
    private readonly Dictionary<string, (string Title, long Count)> bases = new(StringComparer.Ordinal);

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

    /// <summary>What a figure is a share of; null for none, and when there was nothing of it in the period.</summary>
    public (string Title, long Count)? BaseOf(FigureDefinition figure) =>
        figure.ShareOf is { } share && bases.TryGetValue(share, out var found) && found.Count > 0 ? found : null;

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
        await LoadBasesAsync(cancellation);
    }

    private async Task LoadBasesAsync(CancellationToken cancellation)
    {
        foreach (
            var share in Figures
                .Values.Select(figure => figure.Definition.ShareOf)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
        )
        {
            if (Figures.TryGetValue(share, out var whole))
                bases[share] = (Wording.Title(whole.Definition), whole.Value);
            else
                bases[share] = (
                    ask.Words["FigureBase." + share],
                    await ask.Bases.Single(counted => counted.Id == share).CountAsync(Period.From, Period.To, cancellation)
                );
        }
    }
}
