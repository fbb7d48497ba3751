using Concentric.Rules.Opinion;
using CsCheck;

namespace Concentric.Rules.Tests.Opinion;

/// <summary>Who answers alike, which statements stand for whom, and which all share.</summary>
public sealed class OpinionMapTests
{
    /// <summary>Oracle values that Polis publishes in its own tests.</summary>
    [Fact]
    public void Two_shares_are_compared_by_their_common_share() =>
        VoteCount.TwoProportions(15, 56, 24, 71).ShouldBe(-1.518, 0.01);

    [Fact]
    public void A_silhouette_is_the_mean_of_how_well_each_place_lies()
    {
        MapPoint[] line = [new(0, 0), new(1, 0), new(5, 0), new(6, 0)];
        // a = 1 and b = 5.5 outside, 4.5 inside.
        Clustering.Silhouette(line, [0, 0, 1, 1]).ShouldBe(((4.5 / 5.5) + (3.5 / 4.5)) / 2, 1e-12);
        Clustering.Silhouette(line, [0, 1, 2, 3]).ShouldBe(0);
    }

    [Fact]
    public void Two_camps_are_found_with_what_divides_them_and_what_they_share()
    {
        var map = OpinionMap.Of(VoteTable.Of(TwoCamps()));
        map.Groups.Count.ShouldBe(2);
        map.Groups[0].Participants.ShouldBe(Enumerable.Range(0, 12).Select(person => $"{person}"));
        map.Groups[1].Participants.ShouldBe(Enumerable.Range(12, 8).Select(person => $"{person}"));
        map.Groups[0].Representative.Where(one => one.Agrees).Select(Name).ShouldContain("1");
        map.Groups[1].Representative.Where(one => one.Agrees).Select(Name).ShouldContain("5");
        map.Consensus.Where(one => one.Agrees).Select(Name).ShouldBe(["9"]);
        map.Statements.MaxBy(one => one.GroupAware)!.Statement.ShouldBe("9");
        map.LeftOut.ShouldBe(0);

        string Name(RepresentativeStatement one) => map.Statements[one.Statement].Statement;
    }

    [Fact]
    public void Whoever_answered_little_is_on_the_map_and_in_no_group()
    {
        var votes = TwoCamps().Append(new CastVote("late", "1", Vote.Agree));
        var map = OpinionMap.Of(VoteTable.Of(votes));
        map.LeftOut.ShouldBe(1);
        map.Participants.Single(one => one.Participant == "late").Group.ShouldBeNull();
        map.Statements[0].Votes.Agree.ShouldBe(11);
    }

    [Fact]
    public void The_last_of_several_answers_counts_and_what_was_moderated_out_does_not()
    {
        CastVote[] votes =
        [
            new("a", "10", Vote.Agree),
            new("a", "2", Vote.Pass),
            new("a", "10", Vote.Disagree),
            new("b", "3", Vote.Agree),
        ];
        var table = VoteTable.Of(votes, new HashSet<string> { "3" });
        table.Statements.ShouldBe(["2", "10"]);
        table.Rows.ShouldHaveSingleItem().Votes.ShouldBe(new sbyte[] { 0, -1 });
    }

    [Fact]
    public void Another_number_of_groups_has_to_look_better_four_times()
    {
        var places = OpinionGroupsOf(3);
        var (_, count) = OpinionGroups.Of(places, new GroupCount(2));
        count.ShouldBe(new GroupCount(2, 3, 1));
        for (var update = 0; update < 2; update++)
            (_, count) = OpinionGroups.Of(places, count);
        count.ShouldBe(new GroupCount(2, 3, 3));
        (_, count) = OpinionGroups.Of(places, count);
        count.ShouldBe(new GroupCount(3));
    }

    [Fact]
    public void Nobody_and_people_all_alike_make_no_map_and_break_nothing()
    {
        OpinionMap.Of(VoteTable.Of([])).Groups.ShouldBeEmpty();
        var alike = Enumerable.Range(0, 9).SelectMany(person => Ask(person, [1, 1, 1, -1, -1, 0, 1, 1]));
        var map = OpinionMap.Of(VoteTable.Of(alike));
        map.Groups.ShouldHaveSingleItem().Participants.Count.ShouldBe(9);
        map.Consensus.Count(one => one.Agrees).ShouldBe(5);
    }

    [Fact]
    public void Relabelling_people_and_shuffling_or_repeating_votes_changes_nothing() =>
        Gen.Int[-1, 1]
            .Array[8]
            .Array[3, 40]
            .Select(Gen.Int[0, 1_000_000])
            .Sample(
                (rows, seed) =>
                {
                    var votes = rows.SelectMany((answers, person) => Ask(person, answers)).ToList();
                    var map = OpinionMap.Of(VoteTable.Of(votes));
                    var again = votes.Concat(votes).OrderBy(vote => HashCode.Combine(seed, vote.Participant, vote.Statement));
                    Shape(OpinionMap.Of(VoteTable.Of(again)), name => name).ShouldBe(Shape(map, name => name));
                    var renamed = votes.Select(vote =>
                        vote with
                        {
                            Participant = $"{int.Parse(vote.Participant) * 7919 % 10007}",
                        }
                    );
                    Shape(OpinionMap.Of(VoteTable.Of(renamed)), _ => "").ShouldBe(Shape(map, _ => ""));
                },
                iter: 200
            );

    private static List<string> Shape(OpinionMap map, Func<string, string> nameOf) =>
        [
            .. map.Participants.Select(one => $"{nameOf(one.Participant)} {one.Place.X:R} {one.Place.Y:R} {one.Group}").Order(),
            .. map.Groups.Select(group => $"{group.Participants.Count}: {string.Join(' ', group.Representative)}"),
            string.Join(' ', map.Consensus),
        ];

    /// <summary>Twelve who want 1 to 4 and not 5 to 8, eight the other way round; all want 9. Each passes once.</summary>
    private static IEnumerable<CastVote> TwoCamps() =>
        Enumerable
            .Range(0, 20)
            .SelectMany(person =>
            {
                var side = person < 12 ? 1 : -1;
                var answers = Enumerable
                    .Range(0, 9)
                    .Select(column =>
                        column < 4 ? side
                        : column < 8 ? -side
                        : 1
                    )
                    .ToArray();
                answers[person % 8] = 0;
                return Ask(person, answers);
            });

    private static IEnumerable<CastVote> Ask(int person, int[] answers) =>
        answers.Select((answer, column) => new CastVote($"{person}", $"{column + 1}", (Vote)answer));

    private static List<MapPoint> OpinionGroupsOf(int groups) =>
        [
            .. Enumerable
                .Range(0, groups * 10)
                .Select(person => new MapPoint(
                    (20 * Math.Cos(person % groups)) + (0.01 * person),
                    (20 * Math.Sin(person % groups)) + (0.02 * (person % 7))
                )),
        ];
}
