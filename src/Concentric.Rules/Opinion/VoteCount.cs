using System.Runtime.InteropServices;

namespace Concentric.Rules.Opinion;

/// <summary>How some people answered one statement.</summary>
/// <param name="Seen">Agreed, disagreed or passed.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct VoteCount(int Agree, int Disagree, int Seen)
{
    /// <summary>90 % one-sided.</summary>
    private const double Significant = 1.2816;

    public int Pass => Seen - Agree - Disagree;

    /// <summary>Share that agrees, with one agreement and one other added, so that few answers claim little.</summary>
    public double AgreeShare => (Agree + 1.0) / (Seen + 2);

    public double DisagreeShare => (Disagree + 1.0) / (Seen + 2);

    /// <summary>z of "more than half agree".</summary>
    public double AgreeTest => OneProportion(Agree, Seen);

    public double DisagreeTest => OneProportion(Disagree, Seen);

    public static VoteCount operator +(VoteCount first, VoteCount second) =>
        new(first.Agree + second.Agree, first.Disagree + second.Disagree, first.Seen + second.Seen);

    internal VoteCount With(sbyte vote) => new(Agree + (vote > 0 ? 1 : 0), Disagree + (vote < 0 ? 1 : 0), Seen + 1);

    public static bool IsSignificant(double test) => test > Significant;

    /// <summary>z of one share against one half.</summary>
    public static double OneProportion(int successes, int people) =>
        2 * Math.Sqrt(people + 1) * (((successes + 1.0) / (people + 1)) - 0.5);

    /// <summary>z of one share against another.</summary>
    public static double TwoProportions(int successes, int others, int people, int otherPeople)
    {
        var (own, other) = ((successes + 1.0) / (people + 1), (others + 1.0) / (otherPeople + 1));
        var pooled = (successes + others + 2.0) / (people + otherPeople + 2);
        return pooled >= 1
            ? 0
            : (own - other) / Math.Sqrt(pooled * (1 - pooled) * ((1.0 / (people + 1)) + (1.0 / (otherPeople + 1))));
    }
}

/// <summary>What sets one group apart from all others on one statement.</summary>
public sealed record GroupView(int Statement, VoteCount Own, VoteCount Others)
{
    public double AgreeRatio => Own.AgreeShare / Others.AgreeShare;

    public double DisagreeRatio => Own.DisagreeShare / Others.DisagreeShare;

    public double AgreeRatioTest => VoteCount.TwoProportions(Own.Agree, Others.Agree, Own.Seen, Others.Seen);

    public double DisagreeRatioTest => VoteCount.TwoProportions(Own.Disagree, Others.Disagree, Own.Seen, Others.Seen);

    /// <summary>The side that sets the group apart more.</summary>
    public bool IsAgreeing => AgreeRatioTest > DisagreeRatioTest;

    public bool IsRepresentative =>
        (VoteCount.IsSignificant(AgreeRatioTest) && VoteCount.IsSignificant(Own.AgreeTest))
        || (VoteCount.IsSignificant(DisagreeRatioTest) && VoteCount.IsSignificant(Own.DisagreeTest));

    public double Rank =>
        IsAgreeing
            ? AgreeRatio * AgreeRatioTest * Own.AgreeShare * Own.AgreeTest
            : DisagreeRatio * DisagreeRatioTest * Own.DisagreeShare * Own.DisagreeTest;
}
