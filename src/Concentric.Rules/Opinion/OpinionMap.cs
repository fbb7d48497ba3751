namespace Concentric.Rules.Opinion;

/// <summary>Somebody on the map.</summary>
/// <param name="Group">None for whoever answered too little to be grouped.</param>
public sealed record MappedParticipant(string Participant, MapPoint Place, int? Group);

/// <summary>People who answer alike, by size, and the statements that stand for them.</summary>
public sealed record OpinionGroup(IReadOnlyList<string> Participants, IReadOnlyList<RepresentativeStatement> Representative);

/// <summary>One statement among all: its votes, how much all groups share it, how far it divides.</summary>
/// <param name="GroupAware">Product over the groups of the share that agrees: high only where every group agrees.</param>
/// <param name="Extremity">How far the statement carries on the map.</param>
/// <param name="Priority">How much is learnt by asking it next.</param>
public sealed record MappedStatement(string Statement, VoteCount Votes, double GroupAware, double Extremity, double Priority)
{
    /// <summary>The votes of each group, in the order of the groups.</summary>
    public required IReadOnlyList<VoteCount> OfGroups { get; init; }
}

/// <summary>
/// 意见地图 (opinion map): who answers alike and which statements all share, as Polis finds it (Small et al. 2021, "Polis: Scaling
/// deliberation by mapping high dimensional opinion spaces"), worked out again here. Deterministic: the same answers give the same map,
/// whoever gave them and in whatever order.
/// </summary>
public sealed record OpinionMap
{
    public required IReadOnlyList<MappedParticipant> Participants { get; init; }
    public required IReadOnlyList<OpinionGroup> Groups { get; init; }
    public required IReadOnlyList<MappedStatement> Statements { get; init; }

    /// <summary>By index into <see cref="Statements"/>, as everywhere here.</summary>
    public required IReadOnlyList<RepresentativeStatement> Consensus { get; init; }

    /// <summary>How many answered too little to be grouped.</summary>
    public required int LeftOut { get; init; }

    /// <summary>See <see cref="VoteTable.OneSided"/>.</summary>
    public required int OneSided { get; init; }

    /// <summary>To be handed to the next update.</summary>
    public required GroupCount Count { get; init; }

    /// <summary>The plane of the map: where anybody's answers lie on it.</summary>
    public required PrincipalPlane Plane { get; init; }

    public static OpinionMap Of(VoteTable table, GroupCount? before = null)
    {
        var plane = PrincipalPlane.Of(table);
        var places = table.Rows.Select(plane.Place).ToList();
        var grouped = OpinionGroups.Grouped(table);
        var (groupOf, count) = OpinionGroups.Of([.. grouped.Select(row => places[row])], before);
        var groups = groupOf.Count == 0 ? 0 : groupOf.Max() + 1;
        var group = new int?[table.Rows.Count];
        foreach (var (at, row) in grouped.Index())
            group[row] = groupOf[at];
        var votes = Tally(table, group, groups);
        return new OpinionMap
        {
            Participants = [.. table.Rows.Select((row, at) => new MappedParticipant(row.Participant, places[at], group[at]))],
            Groups = [.. Enumerable.Range(0, groups).Select(number => GroupOf(table, group, number, votes))],
            Statements =
            [
                .. table.Statements.Select(
                    (statement, at) =>
                        Describe(statement, votes.All[at], [.. votes.Of.Select(own => own[at])], plane.ExtremityOf(at))
                ),
            ],
            Consensus = Representative.Consensus(votes.All),
            LeftOut = table.Rows.Count - grouped.Count,
            OneSided = table.OneSided,
            Count = count,
            Plane = plane,
        };
    }

    private static MappedStatement Describe(string statement, VoteCount all, VoteCount[] ofGroups, double extremity) =>
        new(
            statement,
            all,
            ofGroups.Aggregate(1.0, (product, own) => product * own.AgreeShare),
            extremity,
            Asking.Priority(ofGroups.Aggregate(default(VoteCount), (sum, own) => sum + own), extremity)
        )
        {
            OfGroups = ofGroups,
        };

    private static OpinionGroup GroupOf(VoteTable table, int?[] group, int number, (VoteCount[][] Of, VoteCount[] All) votes)
    {
        var participants = table
            .Rows.Where((_, at) => group[at] == number)
            .Select(row => row.Participant)
            .Order(IdentifierOrder.Instance);
        var views = votes
            .Of[number]
            .Select(
                (own, statement) =>
                    new GroupView(
                        statement,
                        own,
                        votes
                            .Of.Where((_, other) => other != number)
                            .Aggregate(default(VoteCount), (sum, other) => sum + other[statement])
                    )
            );
        return new OpinionGroup([.. participants], Representative.Of([.. views]));
    }

    /// <summary>The votes of each group, and of everybody, grouped or not.</summary>
    private static (VoteCount[][] Of, VoteCount[] All) Tally(VoteTable table, int?[] group, int groups)
    {
        var of = Enumerable.Range(0, groups).Select(_ => new VoteCount[table.Statements.Count]).ToArray();
        var all = new VoteCount[table.Statements.Count];
        for (var at = 0; at < table.Rows.Count; at++)
        {
            var row = table.Rows[at];
            for (var cell = 0; cell < row.Columns.Length; cell++)
            {
                var (column, vote) = (row.Columns[cell], row.Votes[cell]);
                all[column] = all[column].With(vote);
                if (group[at] is { } own)
                    of[own][column] = of[own][column].With(vote);
            }
        }

        return (of, all);
    }
}
