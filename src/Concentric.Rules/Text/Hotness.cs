namespace Concentric.Rules.Text;

/// <summary>热门: how much something is read these days. A view counts half as much each week.</summary>
public static class Hotness
{
    /// <summary>Days until a view counts half.</summary>
    public const double HalfLife = 7;

    /// <summary>The sum of daily counts with exponential decay; a day to come counts as today.</summary>
    public static double Of(IEnumerable<(DateOnly Day, long Count)> views, DateOnly today) =>
        views.Sum(view => view.Count * Math.Pow(0.5, Math.Max(0, today.DayNumber - view.Day.DayNumber) / HalfLife));
}
