namespace Concentric.Rules.Opinion;

/// <summary>
/// 共识 (group-informed consensus): the statements on which most of every group answer the same way, those first on which the groups agree
/// most, by the product of the groups' shares. A large group cannot make one alone.
/// </summary>
public static class GroupConsensus
{
    public const int Most = 5;

    /// <param name="statements">The votes of each group on each statement.</param>
    /// <returns>What all groups agree with, then what all refuse; the counts are those of all groups together.</returns>
    public static IReadOnlyList<RepresentativeStatement> Of(IReadOnlyList<IReadOnlyList<VoteCount>> statements) =>
        [.. Of(statements, agrees: true), .. Of(statements, agrees: false)];

    private static IEnumerable<RepresentativeStatement> Of(IReadOnlyList<IReadOnlyList<VoteCount>> statements, bool agrees) =>
        statements
            .Index()
            .Where(pair => pair.Item.Count > 0 && pair.Item.All(group => Share(group, agrees) > 0.5))
            .OrderByDescending(pair => pair.Item.Aggregate(1.0, (product, group) => product * Share(group, agrees)))
            .Take(Most)
            .Select(pair => new RepresentativeStatement(
                pair.Index,
                agrees,
                pair.Item.Aggregate(default(VoteCount), (sum, group) => sum + group)
            ));

    private static double Share(VoteCount group, bool agrees) => agrees ? group.AgreeShare : group.DisagreeShare;
}
