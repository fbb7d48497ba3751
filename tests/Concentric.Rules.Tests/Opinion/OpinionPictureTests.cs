using Concentric.Rules.Opinion;
using CsCheck;

namespace Concentric.Rules.Tests.Opinion;

/// <summary>What is kept of a map to be shown, and what is told of small groups.</summary>
public sealed class OpinionPictureTests
{
    [Theory]
    [InlineData(new[] { 20, 9 }, 30, new[] { false, false })]
    // One small group beside many who are in none: nobody can tell it from the rest.
    [InlineData(new[] { 20, 2 }, 30, new[] { false, true })]
    // Without them the rest of the total would tell it, so the other goes too.
    [InlineData(new[] { 20, 2 }, 22, new[] { true, true })]
    [InlineData(new[] { 20, 9, 1 }, 30, new[] { false, true, true })]
    [InlineData(new[] { 20, 2, 1 }, 23, new[] { false, true, true })]
    [InlineData(new[] { 20, 1, 1 }, 22, new[] { true, true, true })]
    [InlineData(new[] { 20, 0 }, 20, new[] { false, false })]
    public void Small_counts_are_withheld_and_cannot_be_worked_out(int[] people, int all, bool[] withheld) =>
        SmallCounts.Withheld(people, all).ShouldBe(withheld);

    [Fact]
    public void What_is_withheld_is_never_the_only_unknown_of_a_total() =>
        Gen.Int[0, 6]
            .Array[1, 5]
            .Select(Gen.Int[0, 4])
            .Sample(
                (people, others) =>
                {
                    var withheld = SmallCounts.Withheld(people, people.Sum() + others);
                    var unknown = people.Where((_, at) => withheld[at]).ToList();
                    people.Where((count, at) => !withheld[at]).ShouldAllBe(count => count == 0 || count >= SmallCounts.Fewest);
                    if (unknown.Count > 0 && unknown.Count < people.Count(count => count > 0))
                        (unknown.Sum() + others).ShouldBeGreaterThanOrEqualTo(SmallCounts.Fewest);
                }
            );

    [Fact]
    public void Shared_is_what_most_of_every_group_hold_however_small_the_group()
    {
        IReadOnlyList<VoteCount>[] statements =
        [
            [new(90, 5, 100), new(2, 8, 10)],
            [new(60, 30, 100), new(9, 1, 10)],
            [new(5, 90, 100), new(1, 9, 10)],
        ];
        GroupConsensus.Of(statements).ShouldBe([new(1, Agrees: true, new(69, 31, 110)), new(2, Agrees: false, new(6, 99, 110))]);
    }

    [Fact]
    public void An_outline_holds_all_places_and_goes_around_once()
    {
        MapPoint[] places = [new(0, 0), new(4, 0), new(4, 3), new(0, 3), new(2, 1), new(2, 0)];
        Outlines.Around(places).ShouldBe([new(0, 0), new(4, 0), new(4, 3), new(0, 3)]);
        Outlines.Around([new(1, 1)]).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_group_keeps_its_letter_when_another_grows_larger()
    {
        var before = OpinionPicture.Of(OpinionMap.Of(VoteTable.Of(Camps(12, 9))));
        before.Groups.Select(group => group.People).ShouldBe([12, 9]);
        var after = OpinionPicture.Of(OpinionMap.Of(VoteTable.Of(Camps(12, 20)), before.Count), before);
        after.Groups.Select(group => (group.Label, group.People)).ShouldBe([(0, 12), (1, 20)]);
        after.Statements[0].OfGroups[0].Agree.ShouldBeGreaterThan(after.Statements[0].OfGroups[1].Agree);
    }

    [Fact]
    public void Own_answers_are_placed_where_the_map_places_them()
    {
        var map = OpinionMap.Of(VoteTable.Of(Camps(12, 9)));
        var picture = OpinionPicture.Of(map);
        var answers = Answers(0, isFirst: true);
        var own = picture.Place(answers.Index().ToDictionary(pair => pair.Index, pair => (Vote)pair.Item));
        own.DistanceTo(map.Participants.Single(one => one.Participant == "0").Place).ShouldBe(0, 1e-9);
        picture.Nearest(own).ShouldBe(0);
        picture.Spots.Sum(spot => spot.People).ShouldBe(21);
    }

    [Fact]
    public void What_few_have_seen_is_asked_more_often_and_the_lot_decides()
    {
        Asking.Priority(new(2, 1, 3), 1).ShouldBeGreaterThan(Asking.Priority(new(20, 10, 30), 1));
        Asking.Priority(new(10, 0, 30), 1).ShouldBeLessThan(Asking.Priority(new(10, 20, 30), 1));
        double[] priorities = [1, 3];
        Asking.Draw(priorities, 0.24).ShouldBe(0);
        Asking.Draw(priorities, 0.26).ShouldBe(1);
        Asking.Draw(priorities, 0.9999).ShouldBe(1);
    }

    private static IEnumerable<CastVote> Camps(int first, int second) =>
        Enumerable
            .Range(0, first + second)
            .SelectMany(person =>
                Answers(person, person < first)
                    .Select((answer, column) => new CastVote($"{person}", $"{column + 1}", (Vote)answer))
            );

    private static int[] Answers(int person, bool isFirst)
    {
        var side = isFirst ? 1 : -1;
        int[] answers = [side, side, side, side, -side, -side, -side, -side, 1];
        answers[person % 8] = 0;
        return answers;
    }
}
