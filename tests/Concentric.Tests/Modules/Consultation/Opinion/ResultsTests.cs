using Concentric.Modules.Consultation.Opinion;
using Concentric.Rules.Opinion;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Opinion;

/// <summary>What people answered: hidden while they are few, then what all share, the groups, and every statement.</summary>
public sealed class ResultsTests(Installation installation)
{
    private const string Cars = "+-+++++";
    private const string Children = "-+---++";

    [Fact]
    public async Task Below_seven_people_only_their_number_is_told()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        await world.VoteAsync(0, 6, Cars);
        var page = await world.Committee.Anonymous().GetPageAsync(world.Path + "/results");
        page.QuerySelector("main")!.TextContent.ShouldContain("目前有 6 人回答。满 7 人后公布结果");
        page.QuerySelectorAll("main svg.vote-bar, main table").ShouldBeEmpty();
        await world.VoteAsync(6, 1, Cars);
        var main = await OpinionWorld.MainAsync(world.Committee.Anonymous(), world.Path + "/results");
        main.ShouldContain("7 人回答");
        main.ShouldContain("满 15 人才画地图");
    }

    [Fact]
    public async Task Two_camps_are_drawn_with_what_they_share_first()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        await world.VoteAsync(0, 14, Cars);
        await world.VoteAsync(14, 9, Children);
        var page = await world.Committee.Anonymous().GetPageAsync(world.Path + "/results");
        page.QuerySelectorAll("main h2")[0].TextContent.ShouldBe("各组都认可的");
        page.QuerySelector(".opinion-marks")!
            .QuerySelectorAll(".opinion-statement")
            .Select(one => one.TextContent)
            .ShouldBe([OpinionWorld.Seeds[5], OpinionWorld.Seeds[6]], ignoreOrder: true);
        page.QuerySelectorAll(".opinion-map text.letter").Select(one => one.TextContent).ShouldBe(["A", "B"]);
        page.QuerySelectorAll(".opinion-map .own").ShouldBeEmpty();
        page.QuerySelector(".opinion-map")!.TextContent.ShouldContain("14 人");
        page.QuerySelector("section.group-0 .opinion-marks")!.TextContent.ShouldContain(OpinionWorld.Seeds[0]);
        page.QuerySelectorAll(".opinion-table tbody tr").Length.ShouldBe(8);
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_answered_sees_the_own_place()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        await world.VoteAsync(0, 14, Cars);
        await world.VoteAsync(14, 9, Children);
        var resident = world.Committee.Anonymous();
        for (var at = 0; at < Children.Length; at++)
            await world.AnswerAsync(
                resident,
                Children[at] == '+' ? Vote.Agree : Vote.Disagree,
                await world.StatementAsync(OpinionWorld.Seeds[at])
            );
        var page = await resident.GetPageAsync(world.Path + "/results");
        page.QuerySelectorAll(".opinion-map .own").ShouldHaveSingleItem();
        page.QuerySelector(".opinion-map")!.TextContent.ShouldContain("你的回答离 B 组最近");
    }

    [Fact]
    public async Task The_numbers_of_a_group_that_hardly_answered_a_statement_are_withheld()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        await world.VoteAsync(0, 14, Cars);
        await world.VoteAsync(14, 9, "-+---+ +");
        await world.VoteAsync(23, 1, Children + "+");
        var page = await world.Committee.Anonymous().GetPageAsync(world.Path + "/results");
        var row = page.QuerySelectorAll(".opinion-table tbody tr")
            .Single(one => one.QuerySelector("th")!.TextContent == OpinionWorld.Seeds[6]);
        // The other group's number would tell it as the rest of the total.
        row.TextContent.Split("不公布").Length.ShouldBe(3);
    }

    [Fact]
    public async Task The_map_is_kept_and_made_anew_when_votes_change()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        var resident = world.Committee.Anonymous();
        await world.VoteAsync(0, 14, Cars);
        await resident.GetPageAsync(world.Path + "/results");
        var first = await ResultAsync(world);
        await resident.GetPageAsync(world.Path + "/results");
        (await ResultAsync(world)).Digest.ShouldBe(first.Digest);
        await world.VoteAsync(0, 1, Children);
        await resident.GetPageAsync(world.Path + "/results");
        var changed = await ResultAsync(world);
        (changed.Voters, changed.Votes).ShouldBe((14, 98));
        changed.Digest.ShouldNotBe(first.Digest);
    }

    [Fact]
    public async Task A_statement_taken_away_is_counted_no_more()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        await world.VoteAsync(0, 9, Cars);
        await world.Committee.InDbAsync(async db =>
        {
            var statement = await db.Set<OpinionStatement>().SingleAsync(row => row.Text == OpinionWorld.Seeds[0]);
            statement.Withdraw(new(Guid.Empty, "office", installation.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        var page = await world.Committee.Anonymous().GetPageAsync(world.Path + "/results");
        page.QuerySelectorAll(".opinion-table tbody tr").Length.ShouldBe(7);
        (await ResultAsync(world)).Votes.ShouldBe(54);
        (await world.VotesAsync()).Count.ShouldBe(63);
    }

    private static Task<OpinionResult> ResultAsync(OpinionWorld world) =>
        world.Committee.InDbAsync(db => db.Set<OpinionResult>().AsNoTracking().SingleAsync());
}
