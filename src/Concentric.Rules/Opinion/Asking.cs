namespace Concentric.Rules.Opinion;

/// <summary>
/// Which statement somebody is asked next: those that few have seen, that few pass on, that many agree with and that carry far on the
/// map come more often. What comes is drawn, but always the same for the same person at the same point.
/// </summary>
public static class Asking
{
    /// <summary>How many answers it takes until the favour for what is new has halved.</summary>
    private const double Novelty = 5;

    /// <summary>What nobody has seen yet.</summary>
    public static double Unseen { get; } = Priority(default, 0);

    /// <param name="votes">The votes of all groups.</param>
    /// <param name="extremity">How far the statement carries on the map.</param>
    public static double Priority(VoteCount votes, double extremity)
    {
        var importance = (1 - ((votes.Pass + 1.0) / (votes.Seen + 2))) * (extremity + 1) * votes.AgreeShare;
        var wanted = importance * (1 + (8 * Math.Pow(2, -votes.Seen / Novelty)));
        return wanted * wanted;
    }

    /// <summary>Draws one by its priority.</summary>
    /// <param name="priorities">Of those that can be asked; at least one.</param>
    /// <param name="lot">From 0 to 1, without 1.</param>
    public static int Draw(IReadOnlyList<double> priorities, double lot)
    {
        var left = lot * priorities.Sum();
        for (var at = 0; at < priorities.Count - 1; at++)
        {
            left -= priorities[at];
            if (left < 0)
                return at;
        }

        return priorities.Count - 1;
    }
}
