using System.Globalization;
using Concentric.Platform;
using Concentric.Rules.Figures;

namespace Concentric.Modules.Figures.Years;

/// <summary>The part of the year that a page shows, as its address says: a quarter, a month, or from one day to another.</summary>
public sealed class PeriodFilter
{
    public int? Quarter { get; init; }

    public int? Month { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The size of the ledger at which to ask: an account's numbers open into the facts of its day.</summary>
    public long? AsOf { get; init; }

    /// <summary>Why the address names no period of this year.</summary>
    public Refusal? WhyNotPeriodOf(int year)
    {
        if (Quarter is < 1 or > 4 || Month is < 1 or > 12 || AsOf < 0)
            return new Refusal("PeriodUnknown", year);
        if (From > To)
            return new Refusal("PeriodEndsBeforeItStarts").At(nameof(To));
        if (From is { } from && from.Year != year)
            return new Refusal("PeriodOutsideYear", year).At(nameof(From));
        return To is { } to && to.Year != year ? new Refusal("PeriodOutsideYear", year).At(nameof(To)) : null;
    }

    /// <summary>The period of the year. Ask <see cref="WhyNotPeriodOf"/> first.</summary>
    public FigurePeriod PeriodOf(int year)
    {
        RefusedException.ThrowIf(WhyNotPeriodOf(year));
        if (Month is { } month)
            return FigurePeriod.OfMonth(year, month);
        if (Quarter is { } quarter)
            return FigurePeriod.OfQuarter(year, quarter);
        var whole = FigurePeriod.OfYear(year);
        return FigurePeriod.Between(From ?? whole.From, To ?? whole.To) ?? whole;
    }

    /// <summary>The period as the query of an address, with what else is given.</summary>
    public string Query(params (string Name, string? Value)[] more)
    {
        (string Name, string? Value)[] own =
        [
            ("quarter", Quarter?.ToString(CultureInfo.InvariantCulture)),
            ("month", Month?.ToString(CultureInfo.InvariantCulture)),
            ("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("asOf", AsOf?.ToString(CultureInfo.InvariantCulture)),
        ];
        return QueryString
            .Create(
                own.Concat(more).Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))
            )
            .Value!;
    }
}
