namespace Concentric.Rules.Scoring;

/// <summary>Base, bonus and deductions to one total, each limit as an adjustment of its own so that everything still adds up.</summary>
internal sealed record Summing(
    Points Base,
    Points Bonus,
    Points Deductions,
    Points Total,
    IReadOnlyList<ScoreAdjustment> Adjustments
)
{
    internal static Summing Of(RuleSheet sheet, List<CategoryScore> categories, List<ItemScore> bonus, List<ItemScore> deductions)
    {
        var adjustments = new List<ScoreAdjustment>();
        var baseTotal = categories.Aggregate(Points.Zero, (sum, category) => sum + category.Points);
        baseTotal = Limit(baseTotal, sheet.Scale.Base, AdjustmentKind.BaseCap, adjustments);
        var bonusTotal = bonus.Aggregate(Points.Zero, (sum, item) => sum + item.Points);
        bonusTotal = Limit(bonusTotal, sheet.Scale.BonusCap, AdjustmentKind.BonusCap, adjustments);
        var taken = deductions.Aggregate(Points.Zero, (sum, item) => sum - item.Points);
        var total = Limit(baseTotal + bonusTotal - taken, sheet.Scale.Ceiling, AdjustmentKind.Ceiling, adjustments);
        if (sheet.Scale.Floor is { } floor && total < floor)
        {
            adjustments.Add(new(AdjustmentKind.Floor, floor - total));
            total = floor;
        }

        return new(baseTotal, bonusTotal, taken, total, adjustments);
    }

    private static Points Limit(Points sum, Points? most, AdjustmentKind kind, List<ScoreAdjustment> adjustments)
    {
        if (most is not { } limit || sum <= limit)
            return sum;
        adjustments.Add(new(kind, limit - sum));
        return limit;
    }
}

/// <summary>新任委员: what a part of the year scales, where the sheet says so.</summary>
internal sealed class PartYear(RuleSheet sheet, int months, int ofMonths)
{
    private readonly bool isPart = months > 0 && months < ofMonths;

    internal int Months => months;

    internal Points Cap(Points cap) => Scales(ProRataTarget.Caps) ? cap.Share(months, ofMonths, sheet.Scale.Decimals) : cap;

    internal Points Threshold(Points from) =>
        Scales(ProRataTarget.Thresholds) ? from.Share(months, ofMonths, sheet.Scale.Decimals) : from;

    /// <summary>Rounded down, at least one.</summary>
    internal int Needed(int atLeast) => Scales(ProRataTarget.MinimumDuties) ? Math.Max(1, atLeast * months / ofMonths) : atLeast;

    private bool Scales(ProRataTarget target) => isPart && sheet.Population.ProRata.Contains(target);
}
