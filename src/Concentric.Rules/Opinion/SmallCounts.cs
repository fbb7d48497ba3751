namespace Concentric.Rules.Opinion;

/// <summary>
/// Keeps what single people said out of tables of groups: counts of fewer than three people are withheld, and with them the next smallest
/// where what is withheld could be worked out as the rest of the total.
/// </summary>
public static class SmallCounts
{
    /// <summary>Fewest people whose count is told.</summary>
    public const int Fewest = 3;

    /// <summary>For each group, whether its count is withheld. Nobody is no secret.</summary>
    /// <param name="people">How many of each group.</param>
    /// <param name="all">How many there are in all, also those in no group.</param>
    public static IReadOnlyList<bool> Withheld(IReadOnlyList<int> people, int all)
    {
        var withheld = people.Select(count => count is > 0 and < Fewest).ToArray();
        if (!withheld.Contains(true))
            return withheld;
        var rest = all - people.Where((_, at) => !withheld[at]).Sum();
        foreach (var (at, count) in people.Index().OrderBy(pair => pair.Item).ThenBy(pair => pair.Index))
        {
            if (rest >= Fewest && HidesAnother(people, withheld, all))
                break;
            if (withheld[at] || count == 0)
                continue;
            withheld[at] = true;
            rest += count;
        }

        return withheld;
    }

    /// <summary>Two or more share the rest: then none of them is told by it.</summary>
    private static bool HidesAnother(IReadOnlyList<int> people, bool[] withheld, int all) =>
        withheld.Count(one => one) > 1 || all - people.Sum() > 0;
}
