using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using Concentric.Modules.Consultation.Matters;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Consultation.Matters.Public;

/// <summary>A matter's own page, its feeds, and open data.</summary>
public sealed class PublicMatterTests(Installation installation)
{
    [Fact]
    public async Task The_verdict_of_those_concerned_stands_beside_the_bodys()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.FeedbackSought);
        await world.ClearAsync(id);
        await world.DoAsync(
            id,
            MatterVerb.GiveFeedback,
            (matter, act) => matter.GiveFeedback(FeedbackGiver.Submitter, SatisfactionMark.NotSatisfied, "陈玉兰说没有修", act)
        );
        await world.DoAsync(id, MatterVerb.SettleFeedback, (matter, act) => matter.SettleFeedback(act));
        await world.DoAsync(
            id,
            MatterVerb.Close,
            (matter, act) => matter.Close(MatterOutcome.ListedInPlan, "列入明年计划。", act)
        );
        var page = await world.Committee.Anonymous().GetPageAsync($"/matters/{id}");
        var result = page.QuerySelector(".summary-list")!.TextContent;
        foreach (var word in new[] { "水务局", "已经修好。", "不满意", "1 人评价", "列入计划", "列入明年计划。" })
            result.ShouldContain(word);
        page.Body!.TextContent.ShouldContain("两者都如实列出");
        page.Body.TextContent.ShouldNotContain("陈玉兰");
    }

    [Fact]
    public async Task Its_story_is_told_in_plain_words_without_anybodys_name()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.Closed);
        await world.ClearAsync(id);
        var page = await world.Committee.Anonymous().GetPageAsync($"/matters/{id}");
        var story = page.QuerySelectorAll(".timeline strong").Select(step => step.TextContent).ToList();
        story[0].ShouldBe("办结");
        story[^1].ShouldBe("有人提出");
        story.ShouldContain("交给水务局、交通局办理");
        page.QuerySelector(".timeline")!.TextContent.ShouldContain("修渠。");
        page.QuerySelector(".timeline")!.TextContent.ShouldNotContain("system");
        page.QuerySelector("meta[property='og:title']")!.GetAttribute("content").ShouldBe("支渠漏水");
        page.QuerySelector(".matter-progress .now")!.TextContent.ShouldContain("协商解决");
    }

    [Theory]
    [InlineData("/matters.atom")]
    [InlineData("/places/shangba/feed.atom")]
    public async Task A_feed_tells_what_changed_last_and_says_not_modified_until_something_does(string path)
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.Accepted);
        await world.ClearAsync(id);
        var reader = world.Committee.Anonymous();
        var answer = await reader.GetAsync(path);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/atom+xml");
        var (entry, feed) = await EntryAsync(answer);
        entry.Element(Atom + "id")!.Value.ShouldBe($"urn:uuid:{id}");
        entry.Element(Atom + "link")!.Attribute("href")!.Value.ShouldEndWith($"/matters/{id}");
        entry.Element(Atom + "content")!.Value.ShouldContain("<p>等待协商</p>");
        feed.Elements(Atom + "link").First().Attribute("href")!.Value.ShouldEndWith(path);
        (await AgainAsync(reader, path, answer.Headers.ETag!)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        installation.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.LeadAsync(id, MatterState.InProgress);
        var changed = await AgainAsync(reader, path, answer.Headers.ETag!);
        var (now, _) = await EntryAsync(changed);
        now.Element(Atom + "id")!.Value.ShouldBe($"urn:uuid:{id}");
        string.CompareOrdinal(now.Element(Atom + "updated")!.Value, entry.Element(Atom + "updated")!.Value)
            .ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_json_feed_has_the_same_entries()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.Accepted);
        await world.ClearAsync(id);
        var answer = await world.Committee.Anonymous().GetAsync("/matters.json");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/feed+json");
        var feed = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        feed.GetProperty("version").GetString().ShouldBe("https://jsonfeed.org/version/1.1");
        feed.GetProperty("items")[0].GetProperty("id").GetString().ShouldBe($"urn:uuid:{id}");
        (await world.Committee.Anonymous().GetAsync("/places/nowhere/feed.atom")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Open_data_has_a_row_for_each_cleared_matter_and_no_formula_for_a_spreadsheet()
    {
        var world = await MatterWorld.CreateAsync(installation);
        await world.MatterAsync(MatterState.Accepted);
        var id = await world.MatterAsync(MatterState.Closed);
        await world.ClearAsync(id, "=1+1");
        var reader = world.Committee.Anonymous();
        (await reader.GetAsync("/matters/open-data")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var csv = await reader.GetAsync("/matters/open-data/matters.csv");
        csv.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        csv.Headers.GetValues("Link").Single().ShouldContain("creativecommons.org/licenses/by/4.0");
        var lines = (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[1].ShouldContain(",'=1+1,");
        var json = JsonDocument.Parse(
            await (await reader.GetAsync("/matters/open-data/matters.json")).Content.ReadAsStringAsync()
        );
        var row = json.RootElement.GetProperty("matters")[0];
        row.GetProperty("id").GetString().ShouldBe(id.ToString());
        row.GetProperty("outcome").GetString().ShouldBe("solved");
        row.GetProperty("days").GetInt32().ShouldBe(0);
        row.GetProperty("held").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static async Task<(XElement Entry, XElement Feed)> EntryAsync(HttpResponseMessage answer)
    {
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        return (feed.Element(Atom + "entry")!, feed);
    }

    private static Task<HttpResponseMessage> AgainAsync(Visitor reader, string path, EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(reader.Base + path, UriKind.Relative));
        request.Headers.IfNoneMatch.Add(tag);
        return reader.Client.SendAsync(request);
    }
}
