using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Concentric.Tests.Modules.Figures;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Portal;

/// <summary>Home page, column pages, search, feeds and the map of the site.</summary>
public sealed class ListsAndFeedsTests(Installation installation)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_home_page_leads_with_the_newest_and_shows_each_column_with_articles()
    {
        var world = await PublicWorld.CreateAsync(installation);
        await world.PublishAsync("较早的要闻");
        await world.PublishAsync("党建文章", column: world.Party);
        await world.PublishAsync("最新的公告", column: world.Notices);
        var page = await world.Committee.Anonymous().GetPageAsync("/");
        page.QuerySelector(".lead-story h2")!.TextContent.ShouldBe("最新的公告");
        page.QuerySelectorAll(".side-list li a")
            .Select(link => link.TextContent)
            .ShouldBe(["党建文章"], "Nothing is told twice.");
        page.QuerySelectorAll(".home-columns h2").Select(title => title.TextContent).ShouldBe(["党建+"]);
        page.QuerySelectorAll(".columns-nav a").Select(link => link.TextContent).Take(3).ShouldBe(["首页", "要闻", "党建+"]);
    }

    [Fact]
    public async Task Before_the_first_article_the_home_page_tells_what_else_is_public()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.StudyAsync("theory-study-group", new DateOnly(2023, 3, 1), new DateOnly(2023, 4, 1));
        await FigureYearTests.OpenAsync(committee);
        var page = await committee.Anonymous().GetPageAsync("/");
        page.QuerySelector("main")!.TextContent.ShouldContain("还没有发布文章");
        page.QuerySelector(".home-figures")!.TextContent.ShouldContain("党组理论学习中心组学习");
    }

    [Fact]
    public async Task A_column_comes_in_pages_and_holds_what_stands_below_it()
    {
        var world = await PublicWorld.CreateAsync(installation);
        for (var number = 1; number <= 21; number++)
            await world.PublishAsync($"公告{number:00}", column: world.Notices);
        var reader = world.Committee.Anonymous();
        var first = await reader.GetPageAsync("/columns/news");
        first.QuerySelectorAll(".story-list h2").Length.ShouldBe(20);
        first.QuerySelector(".story-list h2")!.TextContent.ShouldBe("公告21");
        (await reader.GetPageAsync("/columns/news?page=2")).QuerySelector(".story-list h2")!.TextContent.ShouldBe("公告01");
        (await reader.GetAsync("/columns/news?page=3")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync("/columns/unknown")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Search_marks_what_it_found_and_can_be_narrowed()
    {
        var world = await PublicWorld.CreateAsync(installation);
        await world.PublishAsync("协商议政会议", "围绕乡村振兴开展协商。");
        await world.PublishAsync("乡村振兴调研", "委员走访。", world.Party);
        var reader = world.Committee.Anonymous();
        var all = await reader.GetPageAsync("/search?q=乡村");
        all.QuerySelectorAll(".story-list li").Length.ShouldBe(2);
        all.QuerySelector(".story-list h2 mark")!.TextContent.ShouldBe("乡村");
        var narrowed = await reader.GetPageAsync("/search?q=乡村&column=news");
        narrowed.QuerySelectorAll(".story-list h2").Select(title => title.TextContent.Trim()).ShouldBe(["协商议政会议"]);
        (await reader.GetPageAsync("/search?q=乡村&from=2030-01-01")).QuerySelector(".empty-state").ShouldNotBeNull();
        (await reader.GetPageAsync("/search?q=%22%27%3B--")).QuerySelector(".empty-state").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_feeds_tell_the_newest_articles_whole()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.PublishAsync("会议<召开>&闭幕", "正文\u0001内容。");
        var reader = world.Committee.Anonymous();
        var atom = await reader.GetAsync("/feeds/atom.xml");
        atom.Content.Headers.ContentType!.MediaType.ShouldBe("application/atom+xml");
        var feed = XDocument.Parse(await atom.Content.ReadAsStringAsync()).Root!;
        var entry = feed.Element(Atom + "entry")!;
        entry.Element(Atom + "id")!.Value.ShouldBe($"urn:uuid:{id}");
        entry.Element(Atom + "title")!.Value.ShouldBe("会议<召开>&闭幕");
        entry.Element(Atom + "content")!.Value.ShouldContain("正文内容。");
        entry.Element(Atom + "link")!.Attribute("href")!.Value.ShouldBe($"http://localhost{world.Committee.Path}/articles/{id}");
        feed.Elements(Atom + "link").Select(link => link.Attribute("rel")!.Value).ShouldBe(["self", "alternate"]);

        var json = await reader.GetAsync("/feeds/feed.json");
        json.Content.Headers.ContentType!.MediaType.ShouldBe("application/feed+json");
        var item = JsonDocument.Parse(await json.Content.ReadAsStringAsync()).RootElement.GetProperty("items")[0];
        item.GetProperty("content_html").GetString()!.ShouldContain("内容。");
        item.GetProperty("date_published").GetString()!.ShouldEndWith("+08:00");
        (await reader.GetAsync("/columns/party/atom.xml")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_map_of_the_site_names_its_pages_and_the_rules_for_crawlers_name_the_map()
    {
        var world = await PublicWorld.CreateAsync(installation);
        var id = await world.PublishAsync("第一篇");
        var reader = world.Committee.Anonymous();
        var map = await (await reader.GetAsync("/sitemap.xml")).Content.ReadAsStringAsync();
        map.ShouldContain($"{world.Committee.Path}/articles/{id}</loc>");
        map.ShouldContain($"{world.Committee.Path}/columns/news</loc>");
        var rules = await reader.Client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative));
        rules.ShouldContain("Disallow: /*/office/");
        rules.ShouldContain($"Sitemap: http://localhost{world.Committee.Path}/sitemap.xml");
    }
}
