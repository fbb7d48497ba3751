namespace Concentric.Rules.Opinion;

/// <summary>A statement that a group stands for, and whether by agreeing or by disagreeing.</summary>
public sealed record RepresentativeStatement(int Statement, bool Agrees, VoteCount Votes);

/// <summary>
/// Which statements stand for a group, and which everybody shares. A group's are those on which it differs from all others and is clear
/// in itself, at most five, with the one it agrees on most always among them, so that a group is never told by refusals only.
/// </summary>
public static class Representative
{
    private const int Most = 5;

    public static IReadOnlyList<RepresentativeStatement> Of(IReadOnlyList<GroupView> views)
    {
        var best = BestAgreed(views);
        var ranked = views.Where(view => view.IsRepresentative && view != best).OrderByDescending(view => view.Rank);
        var chosen = (best is null ? ranked : ranked.Prepend(best)).Take(Most).ToList();
        if (chosen.Count == 0 && views.Where(IsVotedOn).MaxBy(Strongest) is { } strongest)
            chosen.Add(strongest);
        return
        [
            .. chosen
                .Select(view => (View: view, Agrees: view == best || view.IsAgreeing))
                .OrderByDescending(one => one.Agrees)
                .Select(one => new RepresentativeStatement(one.View.Statement, one.Agrees, one.View.Own)),
        ];
    }

    /// <summary>Statements that most of everybody agree on, then those that most disagree on; at most five of each.</summary>
    public static IReadOnlyList<RepresentativeStatement> Consensus(IReadOnlyList<VoteCount> everybody)
    {
        var agreed = everybody
            .Index()
            .Where(pair => pair.Item.AgreeShare > 0.5 && VoteCount.IsSignificant(pair.Item.AgreeTest))
            .OrderByDescending(pair => pair.Item.AgreeShare * pair.Item.AgreeTest)
            .Take(Most)
            .Select(pair => new RepresentativeStatement(pair.Index, Agrees: true, pair.Item));
        var refused = everybody
            .Index()
            .Where(pair => pair.Item.DisagreeShare > 0.5 && VoteCount.IsSignificant(pair.Item.DisagreeTest))
            .OrderByDescending(pair => pair.Item.DisagreeShare * pair.Item.DisagreeTest)
            .Take(Most)
            .Select(pair => new RepresentativeStatement(pair.Index, Agrees: false, pair.Item));
        return [.. agreed, .. refused];
    }

    private static GroupView? BestAgreed(IReadOnlyList<GroupView> views)
    {
        GroupView? best = null;
        foreach (var view in views.Where(IsVotedOn))
        {
            var isBetter =
                best is null ? VoteCount.IsSignificant(view.Own.AgreeTest) || (view.AgreeRatio > 1 && view.Own.AgreeShare > 0.5)
                : best.AgreeRatio > 1 ? ByRatio(view) > ByRatio(best)
                : ByShare(view) > ByShare(best);
            best = isBetter ? view : best;
        }

        return best;
    }

    private static bool IsVotedOn(GroupView view) => view.Own.Agree + view.Own.Disagree > 0;

    private static double ByRatio(GroupView view) => view.AgreeRatio * view.AgreeRatioTest * ByShare(view);

    private static double ByShare(GroupView view) => view.Own.AgreeShare * view.Own.AgreeTest;

    private static double Strongest(GroupView view) => Math.Max(view.AgreeRatioTest, view.DisagreeRatioTest);
}
