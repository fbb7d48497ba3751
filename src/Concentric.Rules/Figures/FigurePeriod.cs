namespace Concentric.Rules.Figures;

/// <summary>The days of one year that a figure is asked of, both ends included, in the committee's zone.</summary>
public sealed record FigurePeriod
{
    private FigurePeriod(DateOnly from, DateOnly to) => (From, To) = (from, to);

    public DateOnly From { get; }

    public DateOnly To { get; }

    public int Year => From.Year;

    public bool IsWholeYear => this == OfYear(Year);

    public static FigurePeriod OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <param name="quarter">1 to 4.</param>
    public static FigurePeriod OfQuarter(int year, int quarter) =>
        new(new DateOnly(year, quarter * 3 - 2, 1), new DateOnly(year, quarter * 3, 1).AddMonths(1).AddDays(-1));

    public static FigurePeriod OfMonth(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));

    /// <summary>From one day to another. Nothing when the end is before the start or the days are not of one year.</summary>
    public static FigurePeriod? Between(DateOnly from, DateOnly to) =>
        from <= to && from.Year == to.Year ? new FigurePeriod(from, to) : null;

    public bool Contains(DateOnly day) => From <= day && day <= To;
}
