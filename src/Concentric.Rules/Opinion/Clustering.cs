namespace Concentric.Rules.Opinion;

/// <summary>Places, each with a weight, gathered around centres.</summary>
public sealed record Clusters(IReadOnlyList<MapPoint> Centres, IReadOnlyList<int> Of, double Spread);

/// <summary>
/// k-means in the plane. The first centres are chosen without chance: the place farthest from the middle, then always the one farthest from
/// all chosen; so the order of the places matters only between equal ones.
/// </summary>
public static class Clustering
{
    private const double Still = 1e-9;

    /// <param name="places">What is gathered.</param>
    /// <param name="weights">How much each counts.</param>
    /// <param name="wanted">How many clusters; fewer when there are fewer distinct places.</param>
    /// <param name="rounds">At most so many.</param>
    public static Clusters Means(IReadOnlyList<MapPoint> places, IReadOnlyList<double> weights, int wanted, int rounds)
    {
        var centres = Farthest(places, weights, wanted);
        var of = new int[places.Count];
        var nearness = new Nearness(places, centres.Count);
        for (var round = 0; round < rounds; round++)
        {
            nearness.Assign(centres, of);
            var moved = Move(places, weights, centres, of);
            if (moved < Still)
                break;
        }

        nearness.Assign(centres, of);
        return Drop(places, weights, centres, of);
    }

    /// <summary>
    /// Mean silhouette: for each place (b - a) / max(a, b), with a the mean distance to its own cluster without itself and b the least mean
    /// distance to another; a place alone in its cluster has 0 (Rousseeuw 1987).
    /// </summary>
    public static double Silhouette(IReadOnlyList<MapPoint> places, IReadOnlyList<int> of)
    {
        var clusters = of.Max() + 1;
        var sizes = new int[clusters];
        foreach (var cluster in of)
            sizes[cluster]++;
        var total = 0.0;
        var sums = new double[clusters];
        for (var place = 0; place < places.Count; place++)
        {
            if (sizes[of[place]] < 2)
                continue;
            Array.Clear(sums);
            for (var other = 0; other < places.Count; other++)
                sums[of[other]] += places[place].DistanceTo(places[other]);
            var own = sums[of[place]] / (sizes[of[place]] - 1);
            var nearest = double.PositiveInfinity;
            for (var cluster = 0; cluster < clusters; cluster++)
            {
                if (cluster != of[place] && sizes[cluster] > 0)
                    nearest = Math.Min(nearest, sums[cluster] / sizes[cluster]);
            }

            if (double.IsFinite(nearest) && Math.Max(own, nearest) > 0)
                total += (nearest - own) / Math.Max(own, nearest);
        }

        return total / places.Count;
    }

    private static List<MapPoint> Farthest(IReadOnlyList<MapPoint> places, IReadOnlyList<double> weights, int wanted)
    {
        var weight = weights.Sum();
        var middle = new MapPoint(
            places.Select((place, at) => place.X * weights[at]).Sum() / weight,
            places.Select((place, at) => place.Y * weights[at]).Sum() / weight
        );
        // The farthest from the middle begins: groups stand apart from it, and one of them is not missed.
        var centres = new List<MapPoint> { places.MaxBy(place => place.SquareTo(middle)) };
        var away = places.Select(place => place.SquareTo(centres[0])).ToArray();
        while (centres.Count < wanted)
        {
            var farthest = 0;
            for (var place = 1; place < away.Length; place++)
                farthest = away[place] > away[farthest] ? place : farthest;
            if (away[farthest] <= 0)
                break;
            centres.Add(places[farthest]);
            for (var place = 0; place < away.Length; place++)
                away[place] = Math.Min(away[place], places[place].SquareTo(places[farthest]));
        }

        return centres;
    }

    /// <summary>How far the centre that moved most went.</summary>
    private static double Move(IReadOnlyList<MapPoint> places, IReadOnlyList<double> weights, List<MapPoint> centres, int[] of)
    {
        var sums = new (double X, double Y, double Weight)[centres.Count];
        for (var place = 0; place < of.Length; place++)
        {
            ref var sum = ref sums[of[place]];
            var weight = weights[place];
            sum = (sum.X + (places[place].X * weight), sum.Y + (places[place].Y * weight), sum.Weight + weight);
        }

        var most = 0.0;
        for (var centre = 0; centre < centres.Count; centre++)
        {
            var (x, y, weight) = sums[centre];
            if (weight <= 0)
                continue;
            var next = new MapPoint(x / weight, y / weight);
            most = Math.Max(most, next.DistanceTo(centres[centre]));
            centres[centre] = next;
        }

        return most;
    }

    /// <summary>Without the clusters that nobody is in.</summary>
    private static Clusters Drop(IReadOnlyList<MapPoint> places, IReadOnlyList<double> weights, List<MapPoint> centres, int[] of)
    {
        var used = of.Distinct().Order().ToList();
        var renamed = used.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var spread = of.Select((centre, place) => weights[place] * places[place].SquareTo(centres[centre])).Sum();
        return new Clusters([.. used.Select(centre => centres[centre])], [.. of.Select(centre => renamed[centre])], spread);
    }
}
