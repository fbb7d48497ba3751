namespace Concentric.Rules.Opinion;

/// <summary>The line around places.</summary>
public static class Outlines
{
    /// <summary>The corners of the smallest convex shape that holds all places, anticlockwise (Andrew 1979).</summary>
    public static IReadOnlyList<MapPoint> Around(IReadOnlyList<MapPoint> places)
    {
        var sorted = places.Distinct().OrderBy(place => place.X).ThenBy(place => place.Y).ToList();
        if (sorted.Count < 3)
            return sorted;
        var lower = Half(sorted);
        sorted.Reverse();
        return [.. lower, .. Half(sorted)];
    }

    private static List<MapPoint> Half(List<MapPoint> sorted)
    {
        var half = new List<MapPoint>();
        foreach (var place in sorted)
        {
            while (half.Count > 1 && Turn(half[^2], half[^1], place) <= 0)
                half.RemoveAt(half.Count - 1);
            half.Add(place);
        }

        // The last begins the other half.
        half.RemoveAt(half.Count - 1);
        return half;
    }

    private static double Turn(MapPoint from, MapPoint over, MapPoint to) =>
        ((over.X - from.X) * (to.Y - from.Y)) - ((over.Y - from.Y) * (to.X - from.X));
}
