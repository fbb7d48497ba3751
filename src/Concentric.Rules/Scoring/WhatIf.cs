namespace Concentric.Rules.Scoring;

/// <summary>What one item gives more or less.</summary>
public sealed record ItemMove(string Item, string Title, Points Change, string? TitleEn = null) : INamedPart;

/// <summary>One member under two sheets; a side is null for somebody whom only the other sheet judges.</summary>
/// <param name="Items">What causes the move, the largest change first.</param>
public sealed record MemberMove(
    string Member,
    Points? Before,
    Points? After,
    string? GradeBefore,
    string? GradeAfter,
    IReadOnlyList<ItemMove> Items
)
{
    public Points Change => (After ?? Points.Zero) - (Before ?? Points.Zero);
}

/// <summary>试算: the same facts under a draft beside the sheet in force: who moves, by how much, and which items cause it.</summary>
public static class WhatIf
{
    /// <summary>Those whose total or grade differs, in the order of the second list, then those whom only the first judges.</summary>
    public static IReadOnlyList<MemberMove> Of(IReadOnlyCollection<Statement> before, IReadOnlyCollection<Statement> after)
    {
        var earlier = before.ToDictionary(statement => statement.Member, StringComparer.Ordinal);
        var later = after.Select(statement => statement.Member).ToHashSet(StringComparer.Ordinal);
        var moves = after.Select(statement => Move(earlier.GetValueOrDefault(statement.Member), statement));
        var gone = before.Where(statement => !later.Contains(statement.Member)).Select(statement => Move(statement, null));
        return [.. moves.Concat(gone).Where(move => move.Before != move.After || move.GradeBefore != move.GradeAfter)];
    }

    private static MemberMove Move(Statement? before, Statement? after) =>
        new(
            (after ?? before)!.Member,
            before?.Total,
            after?.Total,
            before?.GradeBeforeQuota,
            after?.GradeBeforeQuota,
            Items(before, after)
        );

    private static IReadOnlyList<ItemMove> Items(Statement? before, Statement? after)
    {
        var changes = new Dictionary<string, ItemMove>(StringComparer.Ordinal);
        foreach (var item in after?.Items ?? [])
            changes[item.Item.Id] = new(item.Item.Id, item.Item.Title, item.Points, item.Item.TitleEn);
        foreach (var item in before?.Items ?? [])
        {
            var now = changes.GetValueOrDefault(item.Item.Id)?.Change ?? Points.Zero;
            changes[item.Item.Id] = new(item.Item.Id, item.Item.Title, now - item.Points, item.Item.TitleEn);
        }

        return
        [
            .. changes
                .Values.Where(move => move.Change != Points.Zero)
                .OrderByDescending(move => Math.Abs(move.Change.Thousandths))
                .ThenBy(move => move.Item, StringComparer.Ordinal),
        ];
    }
}
