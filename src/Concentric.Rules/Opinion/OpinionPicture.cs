namespace Concentric.Rules.Opinion;

/// <summary>A statement on a picture: its votes overall and in each group, and what places people by it.</summary>
/// <param name="Mean">The mean answer.</param>
/// <param name="First">Its weight in the first direction of the map.</param>
public sealed record PicturedStatement(
    string Statement,
    VoteCount Votes,
    IReadOnlyList<VoteCount> OfGroups,
    double Priority,
    double Mean,
    double First,
    double Second
);

/// <summary>A group on a picture.</summary>
/// <param name="Label">From 0: A, B, C. A group keeps it from one picture to the next.</param>
/// <param name="Outline">The corners around its people.</param>
public sealed record PicturedGroup(
    int Label,
    int People,
    MapPoint Centre,
    IReadOnlyList<MapPoint> Outline,
    IReadOnlyList<RepresentativeStatement> Representative
);

/// <summary>People who stand so close together that one spot shows them.</summary>
/// <param name="Group">The place in the list of groups; none for whoever is in no group.</param>
public sealed record PicturedSpot(MapPoint Place, int People, int? Group);

/// <summary>
/// What is kept of an opinion map to be shown: counts, groups and spots, and the plane, so that somebody's own place can be found from the
/// own answers. It names no participant.
/// </summary>
public sealed record OpinionPicture
{
    /// <summary>How many fields a picture is divided in, across.</summary>
    private const int Fields = 40;

    public required int Participants { get; init; }
    public required int LeftOut { get; init; }

    /// <summary>See <see cref="VoteTable.OneSided"/>.</summary>
    public required int OneSided { get; init; }
    public required GroupCount Count { get; init; }
    public required IReadOnlyList<PicturedStatement> Statements { get; init; }

    /// <summary>In the order of their labels.</summary>
    public required IReadOnlyList<PicturedGroup> Groups { get; init; }
    public required IReadOnlyList<PicturedSpot> Spots { get; init; }

    /// <summary>What all groups share; without groups, what everybody does.</summary>
    public required IReadOnlyList<RepresentativeStatement> Consensus { get; init; }

    /// <param name="map">What was worked out.</param>
    /// <param name="before">The last picture: groups keep their labels while their number stays.</param>
    public static OpinionPicture Of(OpinionMap map, OpinionPicture? before = null)
    {
        var labels = Labels(map, before);
        // Groups stand in the order of their labels, and so do their counts everywhere.
        var order = Enumerable.Range(0, map.Groups.Count).OrderBy(group => labels[group]).ToList();
        var spots = SpotsOf(map.Participants, group => order.IndexOf(group));
        var statements = map.Statements.Select((one, at) => Statement(map, one, at, order)).ToList();
        var shared = GroupConsensus.Of([.. statements.Select(one => one.OfGroups)]);
        return new OpinionPicture
        {
            Participants = map.Participants.Count,
            LeftOut = map.LeftOut,
            OneSided = map.OneSided,
            Count = map.Count,
            Statements = statements,
            Groups = [.. order.Select((group, at) => Group(map, group, labels[group], at, spots))],
            Spots = spots,
            Consensus = map.Groups.Count > 1 ? shared : map.Consensus,
        };
    }

    /// <summary>Where somebody stands who answered like this, as the map places people.</summary>
    /// <param name="answers">By the place of the statement.</param>
    public MapPoint Place(IReadOnlyDictionary<int, Vote> answers)
    {
        var (x, y) = (0.0, 0.0);
        foreach (var (at, vote) in answers)
        {
            var value = (int)vote - Statements[at].Mean;
            x += value * Statements[at].First;
            y += value * Statements[at].Second;
        }

        var stretch = Math.Sqrt((double)Statements.Count / Math.Max(1, answers.Count));
        return new MapPoint(x * stretch, y * stretch);
    }

    /// <summary>The group whose middle is nearest; none where there are no groups.</summary>
    public int? Nearest(MapPoint place) =>
        Groups.Count == 0 ? null : Groups.Index().MinBy(pair => pair.Item.Centre.SquareTo(place)).Index;

    private static PicturedStatement Statement(OpinionMap map, MappedStatement one, int at, List<int> order) =>
        new(
            one.Statement,
            one.Votes,
            [.. order.Select(group => one.OfGroups[group])],
            one.Priority,
            map.Plane.Means[at],
            map.Plane.First[at],
            map.Plane.Second[at]
        );

    private static PicturedGroup Group(OpinionMap map, int group, int label, int at, List<PicturedSpot> spots)
    {
        var places = map.Participants.Where(one => one.Group == group).Select(one => one.Place).ToList();
        var centre = new MapPoint(places.Average(place => place.X), places.Average(place => place.Y));
        var outline = Outlines.Around([.. spots.Where(spot => spot.Group == at).Select(spot => spot.Place)]);
        return new PicturedGroup(label, places.Count, centre, outline, map.Groups[group].Representative);
    }

    /// <summary>People of one field and group become one spot in their middle.</summary>
    private static List<PicturedSpot> SpotsOf(IReadOnlyList<MappedParticipant> people, Func<int, int> groupAt)
    {
        if (people.Count == 0)
            return [];
        var (left, right) = (people.Min(one => one.Place.X), people.Max(one => one.Place.X));
        var (low, high) = (people.Min(one => one.Place.Y), people.Max(one => one.Place.Y));
        var side = Math.Max(Math.Max(right - left, high - low) / Fields, 1e-9);
        return
        [
            .. people
                .GroupBy(one => ((int)((one.Place.X - left) / side), (int)((one.Place.Y - low) / side), one.Group))
                .OrderBy(field => field.Key.Item1)
                .ThenBy(field => field.Key.Item2)
                .ThenBy(field => field.Key.Group)
                .Select(field => new PicturedSpot(
                    new MapPoint(field.Average(one => one.Place.X), field.Average(one => one.Place.Y)),
                    field.Count(),
                    field.Key.Group is { } group ? groupAt(group) : null
                )),
        ];
    }

    /// <summary>Each group takes the label of the one before that answers most like it.</summary>
    private static int[] Labels(OpinionMap map, OpinionPicture? before)
    {
        var labels = Enumerable.Range(0, map.Groups.Count).ToArray();
        if (before is null || before.Groups.Count != map.Groups.Count || map.Groups.Count < 2)
            return labels;
        var known = before.Statements.ToDictionary(one => one.Statement, StringComparer.Ordinal);
        var pairs =
            from now in Enumerable.Range(0, map.Groups.Count)
            from then in Enumerable.Range(0, map.Groups.Count)
            orderby Difference(map, now, known, then), now, then
            select (now, then);
        var (taken, placed) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (now, then) in pairs)
        {
            if (placed.Contains(now) || !taken.Add(then))
                continue;
            placed.Add(now);
            labels[now] = before.Groups[then].Label;
        }

        return labels;
    }

    private static double Difference(OpinionMap map, int now, Dictionary<string, PicturedStatement> known, int then) =>
        map
            .Statements.Where(one => known.ContainsKey(one.Statement))
            .Sum(one => Math.Abs(MeanOf(one.OfGroups[now]) - MeanOf(known[one.Statement].OfGroups[then])));

    private static double MeanOf(VoteCount votes) => votes.Seen == 0 ? 0 : (double)(votes.Agree - votes.Disagree) / votes.Seen;
}
