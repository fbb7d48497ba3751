using System.Globalization;
using Concentric.Rules.Scoring;

namespace Concentric.Bench;

/// <summary>
/// The totals of <see cref="ScoringBench"/> asked of SQL over <c>facts(member, signal, units)</c>, in three ways that come to the same
/// sum. Which is fastest is the database's affair; ours stands beside the fastest.
/// </summary>
internal static class ScoringSql
{
    private const int Width = 10;
    private const int InOne = 6;

    internal static IReadOnlyList<(string Name, string Sql)> Questions(RuleSheet sheet)
    {
        RuleItem[] items = [.. sheet.AllItems];
        return [("by rules", ByRules(sheet)), ("by cases", ByCases(sheet, items)), ("packed", Packed(sheet, items))];
    }

    /// <summary>As one would write it: sums by member and signal, joined with the rules, capped by item and by category.</summary>
    private static string ByRules(RuleSheet sheet)
    {
        var rules = sheet.Categories.SelectMany(
            (category, number) =>
                category.Items.Select(item =>
                    Say($"({Signal(item)}, {number}, {Each(item)}, {Cap(item)}, {category.Cap!.Value.Thousandths})")
                )
        );
        return Say(
            $"""
            WITH rules(signal, category, each, cap, category_cap) AS (VALUES {string.Join(", ", rules)})
            SELECT sum(least({sheet.Scale.Base!.Value.Thousandths}, points) * (1 + member % 1000))::BIGINT
            FROM (SELECT member, sum(points) AS points
                  FROM (SELECT member, category, least(any_value(category_cap), sum(least(cap, units * each))) AS points
                        FROM (SELECT member, signal, sum(units)::BIGINT AS units FROM facts GROUP BY member, signal)
                        JOIN rules USING (signal)
                        GROUP BY member, category)
                  GROUP BY member)
            """
        );
    }

    /// <summary>One column for each item, in one pass.</summary>
    private static string ByCases(RuleSheet sheet, RuleItem[] items) =>
        Capped(
            sheet,
            string.Concat(
                items.Select(item =>
                    Say(
                        $", least({Cap(item)}, sum(CASE WHEN signal = {Signal(item)} THEN units ELSE 0 END)::BIGINT * {Each(item)}) AS {item.Id}"
                    )
                )
            ),
            "facts GROUP BY member"
        );

    /// <summary>Several items in the bits of one number: fewer sums, for whoever knows that no item counts more than a thousand units.</summary>
    private static string Packed(RuleSheet sheet, RuleItem[] items)
    {
        var sums = items
            .Chunk(InOne)
            .Select(
                (chunk, number) =>
                    Say(
                        $"sum(CASE WHEN signal >= {number * InOne} AND signal < {(number * InOne) + chunk.Length} THEN units::BIGINT << ({Width} * (signal - {number * InOne})) ELSE 0 END)::BIGINT AS p{number}"
                    )
            );
        var unpacked = items.Select(
            (item, at) =>
                Say(
                    $", least({Cap(item)}, ((p{at / InOne} >> {Width * (at % InOne)}) & {(1 << Width) - 1}) * {Each(item)}) AS {item.Id}"
                )
        );
        return Capped(
            sheet,
            string.Concat(unpacked),
            Say($"(SELECT member, {string.Join(", ", sums)} FROM facts GROUP BY member)")
        );
    }

    private static string Capped(RuleSheet sheet, string columns, string from)
    {
        var categories = sheet.Categories.Select(category =>
            Say($"least({category.Cap!.Value.Thousandths}, {string.Join(" + ", category.Items.Select(item => item.Id))})")
        );
        return Say(
            $"""
            SELECT sum(least({sheet.Scale.Base!.Value.Thousandths}, {string.Join(
                " + ",
                categories
            )}) * (1 + member % 1000))::BIGINT
            FROM (SELECT member{columns} FROM {from})
            """
        );
    }

    private static string Signal(RuleItem item) => item.Counts[0].Fact["bench.k".Length..];

    private static long Each(RuleItem item) => item.PerUnit!.Value.Thousandths;

    private static long Cap(RuleItem item) => item.Cap!.Value.Thousandths;

    private static string Say(FormattableString sql) => sql.ToString(CultureInfo.InvariantCulture);
}
