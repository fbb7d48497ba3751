using System.Net;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Consultation.Matters.Intake;

/// <summary>Somebody at the desk takes a matter down for somebody else.</summary>
public sealed class DeskIntakeTests(Installation installation)
{
    private const string Desk = "/office/consultation/matters/new";

    private static Dictionary<string, string> Entry(string text) =>
        new()
        {
            ["Input.Text"] = text,
            ["Input.Place"] = "怀茂",
            ["Input.Topic"] = "water",
            ["Input.Phone"] = "0937-2612345",
            ["Input.Channel"] = nameof(IntakeChannel.Phone),
        };

    [Fact]
    public async Task A_matter_is_taken_down_and_its_slip_is_seen_by_whoever_took_it()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var desk = await world.Committee.SignInAsync("office-staff");
        var entered = await desk.SubmitAsync(Desk, Entry("三组的支渠漏水，浇不上地。"), "form#desk");
        var slip = entered.Headers.Location!.ToString().Replace(desk.Base, "");
        var matter = (await world.MattersAsync()).ShouldHaveSingleItem();
        slip.ShouldBe($"{Desk}/{matter.Id}");
        (matter.Channel, matter.Title, matter.PlaceId).ShouldBe(
            (IntakeChannel.Phone, "三组的支渠漏水，浇不上地", world.Village.Id)
        );
        matter.Steps[0].AccountId.ShouldBe(desk.AccountId);
        var shown = await desk.GetPageAsync(slip);
        var code = string.Join('-', shown.QuerySelectorAll(".code-groups span").Select(group => group.TextContent));
        MatterTracking.Digest(code).ShouldBe(matter.TrackingDigest);
        var colleague = await world.Committee.SignInAsync("office-staff");
        (await colleague.GetAsync(slip)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once_beside_its_field()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var desk = await world.Committee.SignInAsync("office-staff");
        var answer = await desk.SubmitAsync(
            Desk,
            new()
            {
                ["Input.Place"] = "村",
                ["Input.Phone"] = "12",
                ["Input.Source"] = nameof(MatterSource.Member),
                ["Input.SourceName"] = "没有这位",
            },
            "form#desk"
        );
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        foreach (var field in new[] { "Text", "Place", "Topic", "Phone", "SourceName" })
            page.QuerySelector($"#Input_{field}-error").ShouldNotBeNull(field);
        page.QuerySelector("#Input_Place-error")!.TextContent.ShouldContain("拐坝桥村");
        (await world.MattersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Similar_matters_of_the_place_and_personal_data_in_the_words_are_shown()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        await world.CollectAsync(new NewMatter(world.Details));
        await world.CollectAsync(new NewMatter(world.Details with { PlaceId = world.OtherVillage.Id }));
        await world.CollectAsync(new NewMatter(world.Details with { Text = "村口路灯坏了，晚上看不见。" }));
        var desk = await world.Committee.SignInAsync("office-staff");
        var asked = Entry("支渠漏水，今年两轮水没有灌上。联系人张伟，电话13800001234");
        asked["Act"] = "similar";
        var page = await Visitor.ParseAsync(await (await desk.SubmitAsync(Desk, asked, "form#desk")).Content.ReadAsStringAsync());
        page.QuerySelectorAll("[data-part=similar] a").ShouldHaveSingleItem().TextContent.ShouldContain("支渠漏水");
        page.QuerySelectorAll("[data-part=personal] mark").Select(mark => mark.TextContent).ShouldBe(["张伟", "13800001234"]);
        page.QuerySelector(".error-summary").ShouldBeNull();
        page.QuerySelector("textarea")!.TextContent.ShouldContain("今年两轮水");
        (await world.MattersAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_station_head_enters_matters_of_the_own_place_alone()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var head = await world.Committee.SignInForOfficeAsync("huaimao", "station-head");
        var page = await head.GetPageAsync(Desk);
        page.QuerySelectorAll("datalist option").Select(option => option.GetAttribute("value")).ShouldBe(["怀茂村"]);
        page.QuerySelector("#Input_Place")!.GetAttribute("value").ShouldBe("怀茂村");
        var elsewhere = Entry("路灯");
        elsewhere["Input.Place"] = "拐坝桥村";
        (await head.SubmitAsync(Desk, elsewhere, "form#desk")).Headers.Location.ShouldBeNull();
        (await head.SubmitAsync(Desk, Entry("路灯"), "form#desk")).Headers.Location.ShouldNotBeNull();
        (await world.Committee.SignInAsync("member")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_may_not_enter_matters_finds_no_desk()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var member = await world.Committee.SignInAsync("member");
        (await member.GetAsync(Desk)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
