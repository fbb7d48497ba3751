namespace Concentric.Rules.Figures;

/// <summary>How an exact number is told in an account: as it is, or rounded down and followed by 余.</summary>
/// <param name="Step">0: as it is. Else the number is rounded down to a multiple of it; <see cref="LeadingPlace"/> asks for the number's own leading place.</param>
public readonly record struct Rounding(long Step)
{
    /// <summary>The step that stands for the number's leading place: 23 to 20, 632 to 600, 7 stays 7.</summary>
    public const long LeadingPlace = -1;

    public static Rounding Exact { get; } = new(0);

    public static Rounding ToLeadingPlace { get; } = new(LeadingPlace);
}

/// <summary>
/// 余(概数): a number as an account tells it. "N余" is said only of a number that exceeds N; the exact number stays beside it.
/// </summary>
/// <param name="Base">N: the number, or what it was rounded down to.</param>
/// <param name="Exceeds">Whether the exact number is more than N.</param>
public readonly record struct ApproximateFigure(long Base, bool Exceeds)
{
    /// <exception cref="ArgumentOutOfRangeException">A figure is never less than nothing.</exception>
    public static ApproximateFigure Of(long value, Rounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        var step = rounding.Step == Rounding.LeadingPlace ? LeadingPlaceOf(value) : rounding.Step;
        // Below one whole step there is no N to exceed: the number is told as it is.
        if (step <= 1 || value < step)
            return new ApproximateFigure(value, false);
        var rounded = value - value % step;
        return new ApproximateFigure(rounded, value > rounded);
    }

    private static long LeadingPlaceOf(long value)
    {
        var place = 1L;
        while (value / place >= 10)
            place *= 10;
        return place;
    }
}
