namespace Concentric.Rules.Scoring;

public enum QuotaOutcome
{
    /// <summary>Within the quota.</summary>
    Proposed,

    /// <summary>Tied at the border after every tie rule: the meeting chooses among these.</summary>
    ForTheMeeting,

    /// <summary>Above the threshold, beyond the quota: gets the next grade.</summary>
    BeyondQuota,
}

/// <summary>One member above the threshold of the top grade, with the values that the order went by.</summary>
public sealed record QuotaPlace(
    string Member,
    QuotaOutcome Outcome,
    string? Grade,
    IReadOnlyList<long> Values,
    TieRule? DecidedBy
);

/// <summary>
/// 名额建议: who would be given the top grade, by the sheet's quota and tie rule, with reasons. It is a proposal; the meeting
/// decides and its decision is recorded. People outside the contest or without a grade neither count nor are placed.
/// </summary>
public sealed record QuotaProposal(int Graded, int Seats, int SeatsForTheMeeting, IReadOnlyList<QuotaPlace> Places)
{
    /// <summary>Null when the sheet has no quota.</summary>
    public static QuotaProposal? Of(RuleSheet sheet, IReadOnlyCollection<Statement> statements)
    {
        if (sheet.Grades?.Quota is not { } quota)
            return null;
        var graded = statements.Count(statement => statement.GradeBeforeQuota is not null);
        var seats = Math.Min(
            quota.ShareThousandths is { } share ? (int)((long)graded * share / 1000) : int.MaxValue,
            quota.AtMost ?? int.MaxValue
        );
        var rules = quota.Order.Count > 0 ? quota.Order : [new TieRule(TieMeasure.Total, [])];
        var contest = statements
            .Where(statement => statement.GradeBeforeQuota == quota.Grade)
            .Select(statement => (statement.Member, Values: rules.Select(rule => Measure(rule, statement)).ToArray()))
            .OrderBy(one => one, Comparer<(string Member, long[] Values)>.Create(Compare))
            .ToList();
        var tied = Tied(contest, seats);
        var places = contest.Select((one, at) => Place(at, one, contest, rules, seats, tied, quota)).ToList();
        var sure = places.Count(place => place.Outcome == QuotaOutcome.Proposed);
        return new(graded, Math.Min(seats, graded), tied.Count > 0 ? seats - sure : 0, places);
    }

    private static QuotaPlace Place(
        int at,
        (string Member, long[] Values) one,
        List<(string Member, long[] Values)> contest,
        IReadOnlyList<TieRule> rules,
        int seats,
        HashSet<string> tied,
        GradeQuota quota
    )
    {
        var outcome =
            tied.Contains(one.Member) ? QuotaOutcome.ForTheMeeting
            : at < seats ? QuotaOutcome.Proposed
            : QuotaOutcome.BeyondQuota;
        var grade = outcome switch
        {
            QuotaOutcome.Proposed => quota.Grade,
            QuotaOutcome.BeyondQuota => quota.OthersGet,
            _ => null,
        };
        return new(one.Member, outcome, grade, one.Values, DecidedBy(at, contest, rules, seats));
    }

    /// <summary>The rule that put somebody on this side of the border; none when there is no border or the meeting decides.</summary>
    private static TieRule? DecidedBy(
        int at,
        List<(string Member, long[] Values)> contest,
        IReadOnlyList<TieRule> rules,
        int seats
    )
    {
        if (contest.Count <= seats || seats == 0)
            return null;
        var other = contest[at < seats ? seats : seats - 1].Values;
        for (var rule = 0; rule < rules.Count; rule++)
        {
            if (contest[at].Values[rule] != other[rule])
                return rules[rule];
        }

        return null;
    }

    private static HashSet<string> Tied(List<(string Member, long[] Values)> contest, int seats)
    {
        if (seats <= 0 || contest.Count <= seats || !contest[seats - 1].Values.SequenceEqual(contest[seats].Values))
            return [];
        var border = contest[seats].Values;
        return contest.Where(one => one.Values.SequenceEqual(border)).Select(one => one.Member).ToHashSet(StringComparer.Ordinal);
    }

    private static long Measure(TieRule rule, Statement statement) =>
        rule.By switch
        {
            TieMeasure.Total => statement.Total.Thousandths,
            TieMeasure.Base => statement.BaseTotal.Thousandths,
            TieMeasure.Bonus => statement.BonusTotal.Thousandths,
            _ => statement.Items.Where(item => rule.Items.Contains(item.Item.Id)).Sum(item => item.Units),
        };

    private static int Compare((string Member, long[] Values) a, (string Member, long[] Values) b)
    {
        for (var at = 0; at < a.Values.Length; at++)
        {
            if (a.Values[at] != b.Values[at])
                return b.Values[at].CompareTo(a.Values[at]);
        }

        return string.CompareOrdinal(a.Member, b.Member);
    }
}

/// <summary>What follows a final grade: by itself, after years in a row, or by its number within the term.</summary>
public static class Consequences
{
    public static IReadOnlyList<GradeConsequence> Of(RuleSheet sheet, string? grade, IReadOnlyList<PastYear> past)
    {
        return
        [
            .. (sheet.Grades?.Consequences ?? []).Where(rule =>
                rule.Grade == grade
                && Grading.YearsBefore(past, sheet.To.Year, rule.YearsInARow - 1) is { } before
                && before.All(year => year.Grade == grade)
                && 1 + past.Count(year => year.SameTerm && year.Grade == grade) >= (rule.WithinTerm ?? 0)
            ),
        ];
    }
}
