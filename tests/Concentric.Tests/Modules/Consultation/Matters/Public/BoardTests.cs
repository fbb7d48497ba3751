using System.Net;
using AngleSharp.Html.Dom;
using Concentric.Modules.Consultation.Matters;
using Concentric.Tests.Modules.Figures;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Consultation.Matters.Public;

/// <summary>事项公开: what is cleared, and nothing else, is found by everybody.</summary>
public sealed class BoardTests(Installation installation)
{
    [Fact]
    public async Task Only_cleared_matters_stand_on_the_board_and_they_go_when_they_are_concealed()
    {
        var world = await MatterWorld.CreateAsync(installation);
        await world.MatterAsync(MatterState.Accepted, title: "没有公开的事");
        var id = await world.MatterAsync(MatterState.Accepted);
        var reader = world.Committee.Anonymous();
        (await TitlesAsync(reader, "/matters")).ShouldBeEmpty();
        (await reader.GetAsync($"/matters/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await world.ClearAsync(id);
        (await TitlesAsync(reader, "/matters")).ShouldBe(["支渠漏水"]);
        (await reader.GetAsync($"/matters/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TitlesAsync(reader, "/matters?q=玉米")).ShouldBe(["支渠漏水"]);
        await world.ConcealAsync(id);
        (await TitlesAsync(reader, "/matters")).ShouldBeEmpty();
        (await TitlesAsync(reader, "/matters?q=玉米")).ShouldBeEmpty();
        (await reader.GetAsync($"/matters/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_its_submitter_took_back_is_shown_no_more()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.Accepted);
        await world.ClearAsync(id);
        await world.DoAsync(id, MatterVerb.Withdraw, (matter, act) => matter.Withdraw("提交人要求撤回", act));
        var reader = world.Committee.Anonymous();
        (await reader.GetAsync($"/matters/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await TitlesAsync(reader, "/matters?q=支渠")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_shows_what_lies_below_it_and_the_choices_go_together()
    {
        var world = await MatterWorld.CreateAsync(installation);
        await ClearedAsync(world, "小沟村的事", world.Village);
        await ClearedAsync(world, "营尔村的事", world.OtherVillage);
        var done = await world.MatterAsync(MatterState.Closed);
        await world.ClearAsync(done, "办完的事");
        var reader = world.Committee.Anonymous();
        (await TitlesAsync(reader, "/matters?place=shangba")).Count.ShouldBe(3);
        (await TitlesAsync(reader, "/matters?place=yinger")).ShouldBe(["营尔村的事"]);
        (await TitlesAsync(reader, "/matters?place=nowhere")).ShouldBeEmpty();
        (await TitlesAsync(reader, "/matters?state=solved")).ShouldBe(["办完的事"]);
        (await TitlesAsync(reader, "/matters?place=xiaogou&state=waiting&topic=water&year=2023")).ShouldBe(["小沟村的事"]);
        (await TitlesAsync(reader, "/matters?topic=roads")).ShouldBeEmpty();
        (await TitlesAsync(reader, "/matters?year=2022")).ShouldBeEmpty();
        (await TitlesAsync(reader, "/matters?q=支渠&place=yinger")).ShouldBe(["营尔村的事"]);
    }

    [Fact]
    public async Task Older_pages_follow_without_a_gap_or_a_repeat()
    {
        var world = await MatterWorld.CreateAsync(installation);
        for (var number = 1; number <= 23; number++)
            await ClearedAsync(world, $"第 {number} 件", world.Village);
        var reader = world.Committee.Anonymous();
        var first = await reader.GetPageAsync("/matters");
        var older = ((IHtmlAnchorElement)first.QuerySelector("a[rel=next]")!).GetAttribute("href")!;
        var second = await reader.GetPageAsync(older[world.Committee.Path.Length..]);
        var all = Titles(first).Concat(Titles(second)).ToList();
        all.Count.ShouldBe(23);
        all.Distinct().Count().ShouldBe(23);
        second.QuerySelector("a[rel=next]").ShouldBeNull();
        (await TitlesAsync(reader, "/matters?before=nonsense")).Count.ShouldBe(20);
    }

    [Fact]
    public async Task The_board_is_kept_until_something_on_it_changes()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.Accepted);
        await world.ClearAsync(id);
        var reader = world.Committee.Anonymous();
        await reader.GetAsync("/matters");
        (await reader.GetAsync("/matters")).Headers.Age.ShouldNotBeNull();
        await world.LeadAsync(id, MatterState.InProgress);
        (await reader.GetPageAsync("/matters")).QuerySelector(".story-list .status")!.TextContent.ShouldBe("正在办理");
    }

    [Fact]
    public async Task The_results_of_a_year_name_every_outcome_and_do_not_hide_what_they_do_not_show()
    {
        var world = await MatterWorld.CreateAsync(installation);
        await world.MatterAsync(MatterState.Closed);
        var shown = await world.MatterAsync(MatterState.Closed);
        await world.ClearAsync(shown, "支渠修好了的事");
        var reader = world.Committee.Anonymous();
        var page = await reader.GetPageAsync("/matters/results/2023");
        page.QuerySelector(".stat-grid")!.TextContent.ShouldContain("2");
        page.Body!.TextContent.ShouldContain("共办结 2 件，其中 1 件经审核公开");
        var row = page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        foreach (var word in new[] { "支渠修好了的事", "水务局", "协商解决", "满意" })
            row.TextContent.ShouldContain(word);
        (await reader.GetAsync("/matters/results/2022")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var csv = await (await reader.GetAsync("/matters/results/2023/results.csv")).Content.ReadAsStringAsync();
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_number_of_results_leads_to_the_facts_behind_it_once_the_figures_are_open()
    {
        var world = await MatterWorld.CreateAsync(installation);
        await world.ClearAsync(await world.MatterAsync(MatterState.Closed));
        var reader = world.Committee.Anonymous();
        (await reader.GetPageAsync("/matters/results/2023")).QuerySelectorAll("a.stat").ShouldBeEmpty();
        await FigureYearTests.OpenAsync(world.Committee);
        var tile = (IHtmlAnchorElement)
            (await reader.GetPageAsync("/matters/results/2023")).QuerySelectorAll("a.stat").ShouldHaveSingleItem();
        var figure = await reader.GetPageAsync(tile.GetAttribute("href")![world.Committee.Path.Length..]);
        figure.QuerySelector(".stat-value")!.TextContent.ShouldStartWith(tile.QuerySelector(".stat-value")!.TextContent);
    }

    [Fact]
    public async Task The_list_of_results_that_is_offered_is_one_with_results()
    {
        var world = await MatterWorld.CreateAsync(installation);
        await world.MatterAsync(MatterState.Closed);
        var reader = world.Committee.Anonymous();
        (await reader.GetPageAsync("/matters"))
            .QuerySelector("a[href*='/matters/results/']")!
            .GetAttribute("href")!
            .ShouldEndWith("/2023");
    }

    [Fact]
    public async Task The_search_of_the_portal_finds_matters_and_places_too()
    {
        var world = await MatterWorld.CreateAsync(installation);
        await ClearedAsync(world, "小沟村的支渠", world.Village);
        await world.MatterAsync(MatterState.Accepted, title: "小沟村没有公开的事");
        var found = await world.Committee.Anonymous().GetPageAsync("/search?q=小沟");
        found.QuerySelector(".empty-state").ShouldBeNull();
        found
            .QuerySelectorAll("main .news-list a")
            .Select(link => link.TextContent)
            .ShouldBe(["小沟村的支渠", "小沟村"], ignoreOrder: true);
    }

    private static async Task ClearedAsync(MatterWorld world, string title, Guid place)
    {
        var id = await world.MatterAsync(MatterState.Accepted, place);
        await world.ClearAsync(id, title);
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(Visitor reader, string path) =>
        Titles(await reader.GetPageAsync(path));

    private static IReadOnlyList<string> Titles(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".story-list h2").Select(title => title.TextContent)];
}
