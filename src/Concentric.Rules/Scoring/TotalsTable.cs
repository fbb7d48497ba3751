using System.Runtime.InteropServices;

namespace Concentric.Rules.Scoring;

/// <summary>A fact as totals need it: what it says, as a small number of the table, and how many units.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CountedFact(ushort Signal, ushort Units);

/// <summary>
/// Totals without lines, for sheets that only add and cap (items, steps, categories, bonus, floor and ceiling). Facts are told
/// as signals, one for each kind, category and step that the sheet tells apart; a member costs one addition per fact and one
/// pass over the items. Nothing is allocated per fact or member.
/// </summary>
public sealed class TotalsTable
{
    private readonly CompiledSheet compiled;
    private readonly Dictionary<(string Kind, string? Category, string? Step), ushort> signals = [];
    private readonly List<Worth[]> worths =
    [
        [],
    ];

    private TotalsTable(RuleSheet sheet) => compiled = new(sheet);

    /// <summary>Null when the sheet asks more of facts than sums: ladders, order, authors, roles, days, attributes, the same fact once.</summary>
    public static TotalsTable? Of(RuleSheet sheet) =>
        sheet.SameFact.Count == 0 && sheet.AllItems.All(OnlySums) ? new(sheet) : null;

    /// <summary>How many numbers the scratch space of one thread holds, once every signal is known.</summary>
    public int ScratchSize => worths.Count + compiled.Items.Length;

    /// <summary>The number of what a fact says; 0 when no item counts it. Ask while the facts are read in, from one thread.</summary>
    public ushort SignalOf(string kind, string? category, string? step)
    {
        if (signals.TryGetValue((kind, category, step), out var known))
            return known;
        var worth = WorthOf(
            new()
            {
                Id = Guid.Empty,
                Kind = kind,
                Category = category,
                Step = step,
                Day = compiled.Sheet.From,
            }
        );
        var signal = worth.Length == 0 ? 0 : worths.Count;
        if (signal > 0)
            worths.Add(worth);
        return signals[(kind, category, step)] = checked((ushort)signal);
    }

    /// <summary>The total of one member's facts. The scratch space comes zeroed and is left zeroed.</summary>
    public Points Total(ReadOnlySpan<CountedFact> facts, Span<long> scratch)
    {
        foreach (var fact in facts)
            scratch[fact.Signal] += fact.Units;
        var points = scratch[worths.Count..];
        for (var signal = 1; signal < worths.Count; signal++)
        {
            foreach (var worth in worths[signal])
                points[worth.Item] += scratch[signal] * worth.Each;
        }

        var total = Sum(points);
        scratch.Clear();
        return total;
    }

    private Points Sum(Span<long> points)
    {
        var sheet = compiled.Sheet;
        long sum = 0;
        var at = 0;
        for (var index = 0; index < sheet.Categories.Count; index++)
        {
            var category = sheet.Categories[index];
            var own = category.StartsAt?.Thousandths ?? 0;
            for (var last = at + category.Items.Count; at < last; at++)
                own += compiled.Items[at].Takes ? -Capped(at, points) : Capped(at, points);
            own = Math.Min(own, category.Cap?.Thousandths ?? long.MaxValue);
            sum += category.StartsAt is null ? own : Math.Max(0, own);
        }

        sum = Math.Min(sum, sheet.Scale.Base?.Thousandths ?? long.MaxValue);
        long bonus = 0;
        for (var last = at + sheet.Bonus.Count; at < last; at++)
            bonus += Capped(at, points);
        sum += Math.Min(bonus, sheet.Scale.BonusCap?.Thousandths ?? long.MaxValue);
        for (; at < compiled.Items.Length; at++)
            sum -= Capped(at, points);
        sum = Math.Min(sum, sheet.Scale.Ceiling?.Thousandths ?? long.MaxValue);
        return new(Math.Max(sum, sheet.Scale.Floor?.Thousandths ?? long.MinValue));
    }

    private long Capped(int item, Span<long> points) =>
        Math.Min(points[item], compiled.Items[item].Cap?.Thousandths ?? long.MaxValue);

    private Worth[] WorthOf(DutyFact fact)
    {
        var found = new List<Worth>();
        foreach (var (item, match) in compiled.MatchesOf(fact.Kind))
        {
            if (
                match.Names(fact)
                && !found.Exists(one => one.Item == item)
                && compiled.Items[item].PointsOf(match.As ?? fact.Step) is { } each
            )
                found.Add(new(item, each.Thousandths));
        }

        return [.. found];
    }

    private static bool OnlySums(RuleItem item) =>
        !item.Ladder
        && item.FromNth == 1
        && item.UpToNth is null
        && item.OnceAt is null
        && item.Limits.Count == 0
        && item.Split is null
        && item.For.Count == 0
        && item.SubstituteFor is null
        && item.CapPerStep.Count == 0
        && item.Counts.All(match => match.Where.Count == 0);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Worth(int Item, long Each);
}
