using System.Net;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Open311;
using Concentric.Tests.Modules.Consultation.Matters;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Open311;

/// <summary>Other people's programs send matters with a key that the office made.</summary>
public sealed class FilingTests(Installation installation)
{
    private const string Keys = "/office/consultation/open311";
    private const string Requests = "/open311/v2/requests.json";

    [Fact]
    public async Task A_request_becomes_a_matter_at_once_and_is_nobodys_to_read_before_it_is_cleared()
    {
        var (world, key, _) = await WorldAsync();
        var client = world.Committee.Anonymous();
        var answer = await SendAsync(client, Whole(key));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var receipt = (await GeoReportTests.JsonAsync(answer))[0];
        receipt.TryGetProperty("token", out _).ShouldBeFalse();
        var id = Guid.Parse(receipt.GetProperty("service_request_id").GetString()!);
        receipt.GetProperty("service_notice").GetString()!.ShouldContain("/matters/follow");
        var matter = await world.FindAsync(id);
        (matter.Topic, matter.PlaceId, matter.Channel).ShouldBe(("water", world.Village, IntakeChannel.Open311));
        matter.Title.ShouldBe("三组的支渠漏水");
        matter.Text.ShouldContain("https://pictures.example/1.jpg");
        (await world.FactsAsync(id, MatterFacts.Collected)).ShouldHaveSingleItem();
        (await client.GetAsync($"/open311/v2/requests/{id}.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await world.LeadAsync(id, MatterState.Accepted);
        await world.ClearAsync(id);
        (await client.GetAsync($"/open311/v2/requests/{id}.json")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_notices_code_is_a_token_for_the_id()
    {
        var (world, key, _) = await WorldAsync();
        var client = world.Committee.Anonymous();
        var receipt = (await GeoReportTests.JsonAsync(await SendAsync(client, Whole(key))))[0];
        var notice = receipt.GetProperty("service_notice").GetString()!;
        var code = notice.Split('：')[1].Split('。')[0];
        var token = (await GeoReportTests.JsonAsync(await client.GetAsync($"/open311/v2/tokens/{code}.json")))[0];
        token.GetProperty("service_request_id").GetString().ShouldBe(receipt.GetProperty("service_request_id").GetString());
        token.GetProperty("token").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task The_same_request_sent_again_is_the_same_matter_also_at_the_same_moment()
    {
        var (world, key, _) = await WorldAsync();
        var client = world.Committee.Anonymous();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync(client, Whole(key))));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await CountAsync(world)).ShouldBe(1);
        await SendAsync(client, Whole(key, ("description", "另一件事，路灯不亮。")));
        (await CountAsync(world)).ShouldBe(2);
    }

    [Theory]
    [InlineData("", "缺少 api_key")]
    [InlineData("0123456789abcdef", "api_key 不正确")]
    public async Task Without_a_right_key_nothing_is_taken(string key, string words)
    {
        var (world, _, _) = await WorldAsync();
        var answer = await SendAsync(world.Committee.Anonymous(), Whole(key));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var errors = await GeoReportTests.JsonAsync(answer);
        GeoReportSchema.CheckErrors(errors, 403);
        errors[0].GetProperty("description").GetString()!.ShouldStartWith(words);
        (await CountAsync(world)).ShouldBe(0);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_and_nothing_is_kept()
    {
        var (world, key, _) = await WorldAsync();
        var client = world.Committee.Anonymous();
        var answer = await SendAsync(client, [("api_key", key), ("service_code", "nothing"), ("lat", "100")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var errors = await GeoReportTests.JsonAsync(answer);
        errors.GetArrayLength().ShouldBe(3);
        (
            await SendAsync(
                client,
                [("api_key", key), ("service_code", "nothing"), ("address_id", "xiaogou"), ("description", "x")]
            )
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (
            var (name, value) in new[]
            {
                ("attribute[place]", "nowhere"),
                ("email", "nobody"),
                ("phone", "12"),
                ("description", new string('x', 4001)),
            }
        )
            (await SendAsync(client, Whole(key, (name, value)))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CountAsync(world)).ShouldBe(0);
    }

    [Theory]
    [InlineData("address_string", "上坝镇小沟村三组", "xiaogou")]
    [InlineData("address_id", "yinger", "yinger")]
    public async Task A_place_is_found_by_its_key_or_its_name_in_the_address(string name, string value, string slug)
    {
        var (world, key, _) = await WorldAsync();
        var answer = await SendAsync(
            world.Committee.Anonymous(),
            [("api_key", key), ("service_code", "roads"), ("description", "路灯不亮"), (name, value)]
        );
        var id = Guid.Parse((await GeoReportTests.JsonAsync(answer))[0].GetProperty("service_request_id").GetString()!);
        (await world.FindAsync(id)).PlaceId.ShouldBe(slug == "xiaogou" ? world.Village : world.OtherVillage);
    }

    [Fact]
    public async Task A_service_and_a_place_are_enough_as_the_standard_has_it()
    {
        var (world, key, _) = await WorldAsync();
        var answer = await SendAsync(
            world.Committee.Anonymous(),
            [
                ("api_key", key),
                ("service_code", "roads"),
                ("address_id", "xiaogou"),
                ("media_url", "https://pictures.example/2.jpg"),
            ]
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var id = Guid.Parse((await GeoReportTests.JsonAsync(answer))[0].GetProperty("service_request_id").GetString()!);
        var matter = await world.FindAsync(id);
        matter.Title.ShouldStartWith("道路交通");
        matter.Text.ShouldContain("https://pictures.example/2.jpg");
    }

    [Theory]
    [InlineData("requests.json", "application/json; charset=utf-8")]
    [InlineData("requests.xml", "text/xml; charset=utf-8")]
    public async Task What_is_no_form_or_comes_too_often_is_answered_in_the_form_that_was_asked_for(string name, string type)
    {
        var world = await MatterWorld.CreateAsync(installation);
        var client = world.Committee.Anonymous();
        var address = new Uri($"{client.Base}/open311/v2/{name}", UriKind.Relative);
        using var json = new StringContent("{\"service_code\":\"roads\"}", System.Text.Encoding.UTF8, "application/json");
        var unread = await client.Client.PostAsync(address, json);
        (unread.StatusCode, unread.Content.Headers.ContentType!.ToString()).ShouldBe((HttpStatusCode.BadRequest, type));
        HttpResponseMessage last = unread;
        for (var sent = 0; sent < 300 && last.StatusCode != HttpStatusCode.TooManyRequests; sent++)
            last = await client.Client.PostAsync(address, new FormUrlEncodedContent([]));
        last.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        last.Content.Headers.ContentType!.ToString().ShouldBe(type);
        last.Headers.RetryAfter.ShouldNotBeNull();
        (await last.Content.ReadAsStringAsync()).ShouldContain("429");
    }

    [Fact]
    public async Task A_point_finds_a_place_nearby_and_one_far_away_is_refused()
    {
        var (world, key, _) = await WorldAsync();
        var client = world.Committee.Anonymous();
        (string, string)[] said = [("api_key", key), ("service_code", "roads"), ("description", "路灯不亮")];
        (await SendAsync(client, [.. said, ("lat", "39.71"), ("long", "98.51")])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(client, [.. said, ("lat", "31.23"), ("long", "121.47")])).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_key_is_shown_once_and_opens_nothing_after_it_was_blocked()
    {
        var (world, key, office) = await WorldAsync();
        (await office.GetPageAsync(Keys)).Body!.TextContent.ShouldNotContain(key);
        var kept = await world.Committee.InDbAsync(db => db.Set<Open311Key>().SingleAsync());
        kept.Digest.ShouldNotContain(key);
        await office.SubmitAsync($"{Keys}/{kept.Id}/block", new() { ["Reason"] = "" });
        (await world.Committee.InDbAsync(db => db.Set<Open311Key>().SingleAsync())).IsBlocked.ShouldBeFalse();
        await office.SubmitAsync($"{Keys}/{kept.Id}/block", new() { ["Reason"] = "程序停用" });
        (await SendAsync(world.Committee.Anonymous(), Whole(key))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await office.GetPageAsync(Keys)).Body!.TextContent.ShouldContain("程序停用");
    }

    [Fact]
    public async Task A_key_of_one_committee_opens_no_other()
    {
        var (_, key, _) = await WorldAsync();
        var other = await MatterWorld.CreateAsync(installation);
        (await SendAsync(other.Committee.Anonymous(), Whole(key))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_key_that_runs_wild_is_slowed_alone()
    {
        var (world, key, office) = await WorldAsync();
        var client = world.Committee.Anonymous();
        var last = HttpStatusCode.OK;
        for (var sent = 0; sent <= 60; sent++)
            last = (await SendAsync(client, [("api_key", key)])).StatusCode;
        last.ShouldBe(HttpStatusCode.TooManyRequests);
        var another = await NewKeyAsync(office, "另一个程序");
        (await SendAsync(client, Whole(another))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_those_who_may_make_keys_see_them()
    {
        var (world, _, _) = await WorldAsync();
        var editor = await world.Committee.SignInAsync("editor");
        (await editor.GetAsync(Keys)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(MatterWorld World, string Key, Visitor Office)> WorldAsync()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var office = await world.Committee.SignInAsync("office-staff");
        return (world, await NewKeyAsync(office, "区融媒体中心"), office);
    }

    private static async Task<string> NewKeyAsync(Visitor office, string name)
    {
        await office.SubmitAsync(Keys + "/new", new() { ["Name"] = name });
        return (await office.GetPageAsync(Keys)).QuerySelector("#new-key")!.GetAttribute("value")!;
    }

    private static (string, string)[] Whole(string key, params (string Name, string Value)[] other) =>
        [
            .. new[]
            {
                ("api_key", key),
                ("service_code", "water"),
                ("attribute[place]", "xiaogou"),
                ("lat", "39.7"),
                ("long", "98.5"),
                ("description", "三组的支渠漏水。希望修渠。"),
                ("first_name", "玉兰"),
                ("last_name", "陈"),
                ("phone", "13893712345"),
                ("media_url", "https://pictures.example/1.jpg"),
            }.Where(field => other.All(one => one.Name != field.Item1)),
            .. other,
        ];

    private static Task<HttpResponseMessage> SendAsync(Visitor client, IEnumerable<(string Name, string Value)> fields) =>
        client.Client.PostAsync(
            new Uri(client.Base + Requests, UriKind.Relative),
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))
        );

    private static Task<int> CountAsync(MatterWorld world) => world.Committee.InDbAsync(db => db.Set<Matter>().CountAsync());
}
