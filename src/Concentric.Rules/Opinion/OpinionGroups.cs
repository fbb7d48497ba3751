namespace Concentric.Rules.Opinion;

/// <summary>How many groups stood before, and for how many updates another number has now looked better.</summary>
/// <param name="Groups">The number shown; none before the first map.</param>
/// <param name="Challenger">The number that looks better, if one does.</param>
/// <param name="Wins">In how many updates running.</param>
public sealed record GroupCount(int Groups, int? Challenger = null, int Wins = 0);

/// <summary>
/// Groups of people who answer alike: people gathered in up to a hundred small clusters, these in two to five groups, the number chosen
/// by silhouette. Another number than before is taken over only when it has looked better in four updates running, so that a map that
/// people look at does not jump; the count of that is part of the result and can be shown.
/// </summary>
public static class OpinionGroups
{
    /// <summary>Who is grouped has answered so many statements, or all where there are fewer.</summary>
    public const int FewestVotes = 7;

    /// <summary>When fewer qualify, the most active fill up to so many.</summary>
    public const int FewestPeople = 15;
    public const int WinsToChange = 4;
    private const int MostSmallClusters = 100;
    private const int MostGroups = 5;
    private const int SmallRounds = 100;
    private const int GroupRounds = 20;

    /// <summary>The rows that are grouped; the others are left out and counted.</summary>
    public static IReadOnlyList<int> Grouped(VoteTable table)
    {
        var needed = Math.Min(FewestVotes, table.Statements.Count);
        // Rows stand with the most answers first.
        var qualified = table.Rows.Count(row => row.Columns.Length >= needed);
        return [.. Enumerable.Range(0, Math.Min(table.Rows.Count, Math.Max(qualified, FewestPeople)))];
    }

    /// <param name="places">Where the grouped people stand.</param>
    /// <param name="before">What the last map had.</param>
    /// <returns>The group of each, from 0, the largest first; and the count to hand to the next update.</returns>
    public static (IReadOnlyList<int> GroupOf, GroupCount Count) Of(IReadOnlyList<MapPoint> places, GroupCount? before = null)
    {
        if (places.Distinct().Count() < 2)
            return ([.. places.Select(_ => 0)], new GroupCount(places.Count == 0 ? 0 : 1));
        var small = Clustering.Means(places, [.. places.Select(_ => 1.0)], MostSmallClusters, SmallRounds);
        var weights = new double[small.Centres.Count];
        foreach (var cluster in small.Of)
            weights[cluster]++;
        var most = Math.Min(MostGroups, 2 + (small.Centres.Count / 12));
        var candidates = Enumerable
            .Range(2, most - 1)
            .Select(wanted => Clustering.Means(small.Centres, weights, wanted, GroupRounds))
            .Where(found => found.Centres.Count > 1)
            .DistinctBy(found => found.Centres.Count)
            .ToDictionary(found => found.Centres.Count);
        var best = candidates.MaxBy(pair => Clustering.Silhouette(small.Centres, pair.Value.Of)).Key;
        var count = Smooth(best, before, candidates.ContainsKey);
        var groupOf = candidates[count.Groups].Of;
        return (BySize([.. small.Of.Select(cluster => groupOf[cluster])]), count);
    }

    private static GroupCount Smooth(int best, GroupCount? before, Func<int, bool> isPossible)
    {
        if (before is null || !isPossible(before.Groups))
            return new GroupCount(best);
        if (best == before.Groups)
            return new GroupCount(best);
        var wins = before.Challenger == best ? before.Wins + 1 : 1;
        return wins >= WinsToChange ? new GroupCount(best) : new GroupCount(before.Groups, best, wins);
    }

    private static int[] BySize(int[] groupOf)
    {
        var order = groupOf
            .CountBy(group => group)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key)
            .Select((pair, rank) => (pair.Key, rank))
            .ToDictionary(pair => pair.Key, pair => pair.rank);
        return [.. groupOf.Select(group => order[group])];
    }
}
