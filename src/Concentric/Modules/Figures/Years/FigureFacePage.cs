using Concentric.Platform.Web;
using Concentric.Rules.Figures;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Figures.Years;

/// <summary>
/// A page of figures on one of its two faces. On the public one a year is found only once the committee has opened it, and
/// no person is named.
/// </summary>
public abstract class FigureFacePage(FigureYears years) : AppPage
{
    public abstract bool IsOffice { get; }

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Quarter { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? AsOf { get; set; }

    public PeriodFilter Filter =>
        new()
        {
            Quarter = Quarter,
            Month = Month,
            From = From,
            To = To,
            AsOf = AsOf,
        };

    public FigurePeriod Period { get; private set; } = FigurePeriod.OfYear(1949);

    /// <summary>Where this face's figures are, as <c>~/…</c>.</summary>
    public string Base => IsOffice ? "~/office/figures" : "~/figures";

    public string FactsBase => IsOffice ? "~/office/facts" : "~/facts";

    /// <summary>Whether this reader may see the year at all.</summary>
    protected async Task<bool> MaySeeAsync(int year, CancellationToken cancellation) =>
        year is >= 1949 and <= 9998 && (IsOffice || await years.IsOpenAsync(year, cancellation));

    /// <summary>Reads the period; when the address names none, tells why and shows the whole year.</summary>
    protected bool ReadPeriod()
    {
        var refusal = Filter.WhyNotPeriodOf(Year);
        if (refusal is not null)
            Tell(refusal);
        Period = refusal is null && ModelState.IsValid ? Filter.PeriodOf(Year) : FigurePeriod.OfYear(Year);
        return ModelState.IsValid;
    }
}
