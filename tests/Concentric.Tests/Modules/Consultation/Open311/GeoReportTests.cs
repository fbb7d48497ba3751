using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Concentric.Modules.Consultation.Matters;
using Concentric.Tests.Modules.Consultation.Matters;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Consultation.Open311;

/// <summary>Open311 GeoReport v2 as existing clients read it.</summary>
public sealed class GeoReportTests(Installation installation)
{
    private const string Base = "/open311/v2/";

    [Theory]
    [InlineData("services")]
    [InlineData("services/water")]
    [InlineData("requests")]
    [InlineData("discovery")]
    public async Task Xml_and_json_say_the_same(string name)
    {
        var world = await MatterWorld.CreateAsync(installation);
        await world.ClearAsync(await world.MatterAsync(MatterState.Accepted));
        var client = world.Committee.Anonymous();
        var xml = await client.GetAsync(Base + name + ".xml");
        xml.Content.Headers.ContentType!.ToString().ShouldBe("text/xml; charset=utf-8");
        var json = await client.GetAsync(Base + name + ".json");
        json.Content.Headers.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
        var text = await xml.Content.ReadAsStringAsync();
        text.ShouldStartWith("<?xml");
        GeoReportSchema.CheckSame(XDocument.Parse(text).Root!, await JsonAsync(json));
    }

    [Fact]
    public async Task Discovery_names_an_address_that_clients_can_glue_a_file_name_to()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var client = world.Committee.Anonymous();
        var discovery = await JsonAsync(await client.GetAsync(Base + "discovery.json"));
        var endpoint = discovery.GetProperty("endpoints")[0];
        endpoint.GetProperty("url").GetString()!.ShouldEndWith(world.Committee.Path + Base);
        endpoint.GetProperty("type").GetString().ShouldBe("production");
        endpoint
            .GetProperty("formats")
            .EnumerateArray()
            .Select(format => format.GetString())
            .ShouldBe(["text/xml", "application/json"]);
        var services = await client.Client.GetAsync(new Uri(endpoint.GetProperty("url").GetString() + "services.json"));
        services.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Services_are_the_topics_and_their_definition_lists_the_places()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var client = world.Committee.Anonymous();
        var services = await JsonAsync(await client.GetAsync(Base + "services.json?jurisdiction_id=anything"));
        GeoReportSchema.CheckServices(services);
        var water = services.EnumerateArray().Single(service => service.GetProperty("service_code").GetString() == "water");
        water.GetProperty("service_name").GetString().ShouldBe("农田水利");
        water.GetProperty("keywords").GetString()!.Split(',').ShouldContain("灌溉");
        water.GetProperty("group").GetString().ShouldBe("农村建设");
        var definition = await JsonAsync(await client.GetAsync(Base + "services/water.json"));
        GeoReportSchema.CheckDefinition(definition);
        definition.GetProperty("attributes")[0].GetProperty("values").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Only_what_is_cleared_is_a_request_and_it_follows_the_published_schema()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var secret = await world.MatterAsync(MatterState.Accepted);
        var open = await world.MatterAsync(MatterState.InProgress);
        var closed = await world.MatterAsync(MatterState.Closed);
        await world.ClearAsync(open, "三组灌不上水");
        await world.ClearAsync(closed);
        var client = world.Committee.Anonymous();
        var requests = await JsonAsync(await client.GetAsync(Base + "requests.json"));
        GeoReportSchema.CheckRequests(requests);
        requests.EnumerateArray().Select(Id).Order().ShouldBe(new[] { open, closed }.Select(id => id.ToString()).Order());
        var one = (await JsonAsync(await client.GetAsync($"{Base}requests/{open}.json")))[0];
        one.GetRawText().ShouldMatch(@"""requested_datetime"":""[\d-]+T[\d:]+\+08:00""");
        one.GetProperty("status").GetString().ShouldBe("open");
        one.GetProperty("agency_responsible").GetString().ShouldBe("水务局");
        one.GetProperty("address").GetString().ShouldBe("上坝镇 · 小沟村");
        one.GetProperty("address_id").GetString().ShouldBe("xiaogou");
        one.GetProperty("lat").GetDecimal().ShouldBe(39.7m);
        one.GetProperty("expected_datetime").GetString()!.ShouldEndWith("T23:59:59+08:00");
        one.GetProperty("description").GetString()!.ShouldStartWith("三组灌不上水");
        var done = (await JsonAsync(await client.GetAsync($"{Base}requests/{closed}.json")))[0];
        done.GetProperty("status").GetString().ShouldBe("closed");
        done.GetProperty("status_notes").GetString().ShouldBe("协商解决：支渠修好了。");
        done.GetProperty("expected_datetime").ValueKind.ShouldBe(JsonValueKind.Null);
        (await client.GetAsync($"{Base}requests/{secret}.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Requests_are_narrowed_and_paged()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var ids = new List<Guid>();
        for (var number = 0; number < 3; number++)
        {
            ids.Add(await world.MatterAsync(number == 0 ? MatterState.Closed : MatterState.Accepted));
            await world.ClearAsync(ids[^1]);
        }

        var client = world.Committee.Anonymous();
        (await IdsAsync(client, "status=closed")).ShouldBe([ids[0].ToString()]);
        (await IdsAsync(client, "status=open,closed")).Count.ShouldBe(3);
        (await IdsAsync(client, "service_code=roads,water")).Count.ShouldBe(3);
        (await IdsAsync(client, "service_code=roads")).ShouldBeEmpty();
        (await IdsAsync(client, $"service_request_id={ids[1]},{ids[2]},nobody&status=closed")).Count.ShouldBe(2);
        (await IdsAsync(client, "start_date=2023-05-10T00:00:00Z&end_date=2023-05-11T00:00:00Z")).Count.ShouldBe(3);
        (await IdsAsync(client, "end_date=2023-05-09T00:00:00Z")).ShouldBeEmpty();
        string[] pages =
        [
            .. await IdsAsync(client, "page=1&page_size=2"),
            .. await IdsAsync(client, "page=2&page_size=2"),
            .. await IdsAsync(client, "page=3&page_size=2"),
        ];
        pages.Order().ShouldBe(ids.Select(id => id.ToString()).Order());
    }

    [Theory]
    [InlineData("services/nothing.json", 404)]
    [InlineData("requests/nothing.json", 404)]
    [InlineData("requests/0192f1a2-0000-7000-8000-000000000000.json", 404)]
    [InlineData("tokens/nothing.json", 404)]
    [InlineData("requests.json?service_code=nothing", 404)]
    [InlineData("requests.json?start_date=soon", 400)]
    [InlineData("requests.json?status=lost&page_size=0", 400)]
    public async Task What_is_wrong_is_answered_with_code_and_words(string address, int status)
    {
        var world = await MatterWorld.CreateAsync(installation);
        var answer = await world.Committee.Anonymous().GetAsync(Base + address);
        ((int)answer.StatusCode).ShouldBe(status);
        GeoReportSchema.CheckErrors(await JsonAsync(answer), status);
    }

    [Fact]
    public async Task Whoever_only_asks_whether_it_is_there_is_answered_too()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var client = world.Committee.Anonymous();
        foreach (var name in new[] { "discovery.xml", "services.json", "requests.xml" })
        {
            using var head = new HttpRequestMessage(HttpMethod.Head, new Uri(client.Base + Base + name, UriKind.Relative));
            (await client.Client.SendAsync(head)).StatusCode.ShouldBe(HttpStatusCode.OK, name);
        }
    }

    [Theory]
    [InlineData("services.csv")]
    [InlineData("requests")]
    [InlineData("nothing/at/all.xml")]
    public async Task An_address_that_there_is_not_says_what_there_is(string address)
    {
        var world = await MatterWorld.CreateAsync(installation);
        var answer = await world.Committee.Anonymous().GetAsync(Base + address);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Name.LocalName.ShouldBe("errors");
    }

    private static string Id(JsonElement request) => request.GetProperty("service_request_id").GetString()!;

    private static async Task<IReadOnlyList<string>> IdsAsync(Visitor client, string query) =>
        [.. (await JsonAsync(await client.GetAsync($"{Base}requests.json?{query}"))).EnumerateArray().Select(Id)];

    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
