namespace Concentric.Rules.Opinion;

/// <summary>One answer to a statement.</summary>
public enum Vote
{
    Disagree = -1,
    Pass = 0,
    Agree = 1,
}

/// <summary>Somebody's answer to a statement; of several by one person to one statement the last counts.</summary>
public sealed record CastVote(string Participant, string Statement, Vote Vote);

/// <summary>
/// Who answered what: one row a participant, one column a statement. Rows are in the order of what they say, not of who says it, so that
/// nothing computed from them depends on names or on the order in which people came.
/// </summary>
public sealed class VoteTable
{
    /// <summary>From so many answers on, giving the same to all of them is worth a look.</summary>
    public const int FewestForOneSided = 10;

    private VoteTable(IReadOnlyList<string> statements, IReadOnlyList<VoteRow> rows) => (Statements, Rows) = (statements, rows);

    /// <summary>In the order of their identifiers: numbers by value, then the rest by letter.</summary>
    public IReadOnlyList<string> Statements { get; }
    public IReadOnlyList<VoteRow> Rows { get; }

    /// <summary>
    /// How many agreed, or disagreed, with everything they were asked. They are counted like everybody; whoever reads the map should know
    /// of them.
    /// </summary>
    public int OneSided =>
        Rows.Count(row =>
            row.Columns.Length >= FewestForOneSided && row.Votes[0] != 0 && row.Votes.All(vote => vote == row.Votes[0])
        );

    /// <param name="votes">In the order in which they were cast.</param>
    /// <param name="leaveOut">Statements that were moderated out.</param>
    public static VoteTable Of(IEnumerable<CastVote> votes, IReadOnlySet<string>? leaveOut = null)
    {
        var last = new Dictionary<string, Dictionary<string, Vote>>(StringComparer.Ordinal);
        foreach (var (participant, statement, vote) in votes)
        {
            if (leaveOut?.Contains(statement) == true)
                continue;
            if (!last.TryGetValue(participant, out var own))
                last[participant] = own = new Dictionary<string, Vote>(StringComparer.Ordinal);
            own[statement] = vote;
        }

        var statements = last
            .Values.SelectMany(own => own.Keys)
            .Distinct(StringComparer.Ordinal)
            .Order(IdentifierOrder.Instance)
            .ToList();
        var columns = statements.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var rows = last.Select(pair => VoteRow.Of(pair.Key, pair.Value, columns)).Order(VoteRow.ByContent);
        return new VoteTable(statements, [.. rows]);
    }

    /// <summary>The same from rows that are put together already; whoever answered nothing is left out.</summary>
    /// <param name="statements">By column.</param>
    /// <param name="rows">One a participant.</param>
    public static VoteTable Of(IReadOnlyList<string> statements, IEnumerable<VoteRow> rows) =>
        new(statements, [.. rows.Where(row => row.Columns.Length > 0).Order(VoteRow.ByContent)]);
}

/// <summary>One participant's answers: columns in their order, and the answer in each.</summary>
public sealed class VoteRow
{
    private VoteRow(string participant, int[] columns, sbyte[] votes) =>
        (Participant, Columns, Votes) = (participant, columns, votes);

    public string Participant { get; }
    public int[] Columns { get; }
    public sbyte[] Votes { get; }

    /// <summary>By what is said; only those who say the same are in the order of their names.</summary>
    internal static Comparer<VoteRow> ByContent { get; } = Comparer<VoteRow>.Create(Compare);

    /// <param name="participant">Whose answers they are.</param>
    /// <param name="columns">Rising.</param>
    /// <param name="votes">1 agrees, -1 disagrees, 0 passes; one for each column.</param>
    public static VoteRow Of(string participant, int[] columns, sbyte[] votes) => new(participant, columns, votes);

    internal static VoteRow Of(string participant, Dictionary<string, Vote> votes, Dictionary<string, int> columns)
    {
        var own = votes.Select(pair => (Column: columns[pair.Key], Vote: (sbyte)pair.Value)).OrderBy(one => one.Column).ToList();
        return new VoteRow(participant, [.. own.Select(one => one.Column)], [.. own.Select(one => one.Vote)]);
    }

    private static int Compare(VoteRow first, VoteRow second)
    {
        var length = second.Columns.Length.CompareTo(first.Columns.Length);
        if (length != 0)
            return length;
        var columns = first.Columns.AsSpan().SequenceCompareTo(second.Columns);
        if (columns != 0)
            return columns;
        var votes = first.Votes.AsSpan().SequenceCompareTo(second.Votes);
        return votes != 0 ? votes : IdentifierOrder.Instance.Compare(first.Participant, second.Participant);
    }
}

/// <summary>Identifiers as people count them: 2 before 10, numbers before words.</summary>
public sealed class IdentifierOrder : IComparer<string>
{
    public static IdentifierOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var isFirst = long.TryParse(x, out var first);
        var isSecond = long.TryParse(y, out var second);
        return isFirst && isSecond && first != second ? first.CompareTo(second)
            : isFirst != isSecond ? (isFirst ? -1 : 1)
            : string.CompareOrdinal(x, y);
    }
}
