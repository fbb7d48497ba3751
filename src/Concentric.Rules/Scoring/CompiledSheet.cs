namespace Concentric.Rules.Scoring;

/// <summary>A sheet laid out for counting: made once, used for every member, by many threads.</summary>
public sealed class CompiledSheet
{
    private static readonly ItemMatch[] NoMatches = [];
    private readonly Dictionary<string, ItemMatch[]> matchesByKind;

    public CompiledSheet(RuleSheet sheet)
    {
        Sheet = sheet;
        Items = [.. sheet.AllItems];
        Groups = GroupsOf(sheet, Items);
        Pools = PoolsOf(Items);
        Months = MonthsOf(sheet.From, sheet.To);
        matchesByKind = Items
            .SelectMany((item, index) => item.Counts.Select(match => new ItemMatch(index, match)))
            .GroupBy(match => match.Match.Fact, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    public RuleSheet Sheet { get; }

    /// <summary>Calendar months that the span touches.</summary>
    public int Months { get; }

    internal RuleItem[] Items { get; }

    /// <summary>For each item its same-fact group, or -1.</summary>
    internal int[] Groups { get; }

    /// <summary>For each item the item whose cap it draws on: its own, or that of the item it stands in for.</summary>
    internal int[] Pools { get; }

    internal ItemMatch[] MatchesOf(string kind) => matchesByKind.GetValueOrDefault(kind, NoMatches);

    private static int[] GroupsOf(RuleSheet sheet, RuleItem[] items)
    {
        var groups = new int[items.Length];
        for (var index = 0; index < items.Length; index++)
            groups[index] = sheet
                .SameFact.Select((group, at) => group.Items.Contains(items[index].Id) ? at : -1)
                .Append(-1)
                .Max();
        return groups;
    }

    private static int[] PoolsOf(RuleItem[] items)
    {
        var pools = new int[items.Length];
        for (var index = 0; index < items.Length; index++)
        {
            var wanted = items[index].SubstituteFor;
            var stands = wanted is null
                ? -1
                : Array.FindIndex(items, item => string.Equals(item.Id, wanted, StringComparison.Ordinal));
            pools[index] = stands < 0 ? index : stands;
        }

        return pools;
    }

    private static int MonthsOf(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month + 1;
}

internal readonly record struct ItemMatch(int Item, FactMatch Match);
