using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Platform.PersonalData;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Matters.Intake;

/// <summary>A resident raises a matter without an account and without a script.</summary>
public sealed class ResidentFormTests(Installation installation)
{
    [Fact]
    public async Task Before_sending_a_resident_is_told_of_personal_data_in_the_words_and_may_send_them()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var resident = new Resident(world);
        await resident.AnswerAllAsync("路灯坏了，请联系电话13800001234。");
        var check = await resident.Visitor.GetPageAsync("/matters/new/check");
        check.QuerySelector(".notice mark")!.TextContent.ShouldBe("13800001234");
        (await resident.SendAsync()).Headers.Location!.ToString().ShouldEndWith("/matters/new/sent");
    }

    [Fact]
    public async Task A_character_that_nobody_can_type_is_left_out_and_nothing_else_is_lost()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var resident = new Resident(world);
        await resident.AnswerAllAsync("路灯\0坏了三个月，𠮷家门口。");
        (await resident.SendAsync()).Headers.Location!.ToString().ShouldEndWith("/matters/new/sent");
        (await world.MattersAsync()).ShouldHaveSingleItem().Text.ShouldBe("路灯坏了三个月，𠮷家门口。");
    }

    [Fact]
    public async Task Before_sending_a_resident_sees_what_is_public_and_alike_and_nothing_that_is_not()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var known = (await world.CollectAsync(new NewMatter(world.Details))).Collected!.Matter.Id;
        await world.CollectAsync(new NewMatter(world.Details with { Text = "支渠漏水，张家的地淹了。" }));
        await world.Committee.DoAsync(async services =>
        {
            var acts = services.GetRequiredService<MatterActs>();
            (await acts.AcceptAsync(known)).Refusal.ShouldBeNull();
            var clear = new MatterDeed(MatterVerb.Clear, (matter, act) => matter.Clear("支渠漏水", "三组的支渠漏水。", act));
            (await acts.DoAsync(known, clear)).Refusal.ShouldBeNull();
        });
        var resident = new Resident(world);
        await resident.AnswerAllAsync("三组的支渠漏水，玉米浇不上水。");
        var check = await resident.Visitor.GetPageAsync("/matters/new/check");
        var shown = check.QuerySelectorAll("section:has(> #similar) a").ShouldHaveSingleItem();
        shown.GetAttribute("href")!.ShouldEndWith($"/matters/{known}");
        (await resident.SendAsync()).Headers.Location!.ToString().ShouldEndWith("/matters/new/sent");
    }

    [Fact]
    public async Task A_resident_raises_a_matter_page_by_page()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var resident = new Resident(world);
        (await resident.MainAsync("/matters/new?place=huaimao")).ShouldContain("怀茂村的事");
        (await resident.Visitor.GetPageAsync("/matters/new?place=huaimao"))
            .QuerySelector("main a.button[href*='/matters/new/what?place=huaimao']")
            .ShouldNotBeNull();
        (await resident.AnswerAsync("what?place=huaimao", new() { ["Text"] = "路灯坏了。\r\n三个月了。" })).ShouldBe(
            "/matters/new/kind"
        );
        (await resident.AnswerAsync("kind", new() { ["Topic"] = "roads" })).ShouldBe("/matters/new/where");
        var where = await resident.Visitor.GetPageAsync("/matters/new/where");
        ((IHtmlInputElement)where.QuerySelector("#place-huaimao")!).IsChecked.ShouldBeTrue();
        where.QuerySelector("details.place-branch")!.HasAttribute("open").ShouldBeTrue();
        (await resident.AnswerAsync("where", new() { ["Locality"] = "三组村口" })).ShouldBe("/matters/new/pictures");
        (await resident.AnswerAsync("pictures", [], "form#pictures")).ShouldBe("/matters/new/contact");
        (await resident.AnswerAsync("contact", new() { ["Way"] = "known", ["Phone"] = "１３８ 0000-1234" })).ShouldBe(
            "/matters/new/check"
        );
        var check = await resident.MainAsync("/matters/new/check");
        foreach (var answer in new[] { "路灯坏了。\n三个月了。", "道路交通", "怀茂村", "三组村口" })
            check.ShouldContain(answer);
        (await resident.SendAsync()).Headers.Location!.ToString().ShouldEndWith("/matters/new/sent");

        var matter = (await world.MattersAsync()).ShouldHaveSingleItem();
        (matter.Title, matter.Text, matter.Channel, matter.Source).ShouldBe(
            ("路灯坏了", "路灯坏了。\n三个月了。", IntakeChannel.Web, MatterSource.Public)
        );
        (matter.PlaceId, matter.Locality, matter.Topic).ShouldBe((world.Village.Id, "三组村口", "roads"));
        await world.Committee.DoAsync(services =>
        {
            matter.Submitter!.Open(services.GetRequiredService<PersonalDataSeal>()).Phone.ShouldBe("13800001234");
            return Task.CompletedTask;
        });
        var receipt = await resident.Visitor.GetPageAsync("/matters/new/sent");
        MatterTracking.Digest(await resident.CodeAsync()).ShouldBe(matter.TrackingDigest);
        receipt.QuerySelector(".receipt-qr svg").ShouldNotBeNull();
        receipt.QuerySelector("main")!.TextContent.ShouldContain("最晚");
        (await resident.MainAsync("/matters/new")).ShouldContain("您的事项已经提交");
    }

    [Fact]
    public async Task Back_always_works_and_everything_typed_stays()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var resident = new Resident(world);
        await resident.AnswerAllAsync();
        await SendPicturesAsync(resident, ("渠.jpg", IntakeWorld.PictureWithPlace()));
        var what = await resident.Visitor.GetPageAsync("/matters/new/what?again=true");
        what.QuerySelector("textarea")!.TextContent.ShouldContain("村口的路灯");
        what.QuerySelector("main a[href$='/matters/new/check']").ShouldNotBeNull();
        (await resident.AnswerAsync("what?again=true", new() { ["Text"] = "改过的话" })).ShouldBe("/matters/new/check");
        (await resident.Visitor.GetPageAsync("/matters/new/kind"))
            .QuerySelector("input[value=roads]")!
            .HasAttribute("checked")
            .ShouldBeTrue();
        (await resident.Visitor.GetPageAsync("/matters/new/contact"))
            .QuerySelector<IHtmlInputElement>("#Phone")!
            .Value.ShouldBe("138 0000 1234");
        (await resident.Visitor.GetPageAsync("/matters/new/pictures")).QuerySelectorAll(".picture-list img").Length.ShouldBe(1);
        var check = await resident.MainAsync("/matters/new/check");
        check.ShouldContain("改过的话");
        check.ShouldContain("1 张");
        // A phone switched off for the night: nobody else has the draft.
        (await world.Committee.Anonymous().GetAsync("/matters/new/check"))
            .Headers.Location!.ToString()
            .ShouldEndWith("/matters/new/what");
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_in_the_summary()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var resident = new Resident(world);
        (await resident.AnswerAsync("what", new() { ["Text"] = " \r\n " })).ShouldContain("error-summary");
        var tooLong = new string('水', 100_000);
        var kept = await Visitor.ParseAsync(await resident.AnswerAsync("what", new() { ["Text"] = tooLong }));
        kept.QuerySelector("textarea")!.TextContent.Trim().Length.ShouldBe(100_000);
        kept.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#Text");
        kept.QuerySelector("#Text-error")!.TextContent.ShouldContain("5000");
        await resident.AnswerAsync("what", new() { ["Text"] = "路灯坏了" });
        (await resident.AnswerAsync("kind", [])).ShouldContain("error-summary");
        await resident.AnswerAsync("kind", new() { ["Topic"] = "roads" });
        var nowhere = await Visitor.ParseAsync(await resident.AnswerAsync("where", new() { ["Locality"] = "三组" }));
        nowhere.QuerySelector("#PlaceId-error").ShouldNotBeNull();
        nowhere.QuerySelector<IHtmlInputElement>("#Locality")!.Value.ShouldBe("三组");
        await resident.AnswerAsync("where", new() { ["PlaceId"] = world.Village.Id.ToString() });
        var contact = await Visitor.ParseAsync(
            await resident.AnswerAsync(
                "contact",
                new()
                {
                    ["Way"] = "known",
                    ["Phone"] = "12",
                    ["Email"] = "x",
                }
            )
        );
        contact.QuerySelectorAll(".error-message").Length.ShouldBe(2);
        contact.QuerySelector<IHtmlInputElement>("#Phone")!.Value.ShouldBe("12");
        (await world.MattersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_is_found_by_a_part_of_its_name_without_a_script()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var resident = new Resident(world);
        await resident.AnswerAsync("what", new() { ["Text"] = "路灯坏了" });
        var found = await Visitor.ParseAsync(
            await resident.AnswerAsync("where", new() { ["Find"] = "坝桥", ["Locality"] = "三组" })
        );
        found.QuerySelectorAll("input[name=PlaceId]").Select(input => input.Id).ShouldBe(["found-place-guaibaqiao"]);
        found.QuerySelector<IHtmlInputElement>("#Locality")!.Value.ShouldBe("三组");
        found.QuerySelector("main form")!.GetAttribute("action")!.ShouldEndWith("/matters/new/where");
        (await resident.AnswerAsync("where", new() { ["Find"] = "没有的村" })).ShouldContain("没有找到");
    }

    [Fact]
    public async Task Pictures_are_taken_one_by_one_and_the_bad_one_is_named()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var resident = new Resident(world);
        await resident.AnswerAllAsync();
        var answer = await SendPicturesAsync(
            resident,
            ("好.jpg", IntakeWorld.PictureWithPlace()),
            ("坏.jpg", "no picture"u8.ToArray())
        );
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelector(".error-message")!.TextContent.ShouldContain("坏.jpg");
        var picture = page.QuerySelectorAll(".picture-list img").ShouldHaveSingleItem().GetAttribute("src")!;
        var content = await resident.Visitor.Client.GetAsync(new Uri(picture, UriKind.Relative));
        content.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        (await world.Committee.Anonymous().Client.GetAsync(new Uri(picture, UriKind.Relative))).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        await SendPicturesAsync(resident, [.. Enumerable.Range(0, 6).Select(n => ($"{n}.jpg", IntakeWorld.PictureWithPlace()))]);
        (await resident.MainAsync("/matters/new/check")).ShouldContain("5 张");
        await resident.SendAsync();
        var matter = (await world.MattersAsync()).ShouldHaveSingleItem();
        (await world.InDbAsync(db => db.StoredFiles.CountAsync(file => file.OwnerId == matter.Id))).ShouldBe(5);
    }

    [Fact]
    public async Task The_form_sent_five_times_by_a_nervous_thumb_is_one_matter()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var resident = new Resident(world);
        await resident.AnswerAllAsync();
        // Five pages, each with a key of its own: the page was loaded again between the taps.
        var forms = new List<IHtmlFormElement>();
        for (var tap = 0; tap < 5; tap++)
            forms.Add(await resident.FormAsync("/matters/new/check", "form#send"));
        var answers = await Task.WhenAll(
            forms.Concat([forms[0], forms[0]]).Select(form => resident.Visitor.SendAsync("/matters/new/check", form, []))
        );
        answers.ShouldAllBe(answer => answer.Headers.Location!.ToString().EndsWith("/matters/new/sent"));
        var matter = (await world.MattersAsync()).ShouldHaveSingleItem();
        MatterTracking.Digest(await resident.CodeAsync()).ShouldBe(matter.TrackingDigest);
    }

    [Fact]
    public async Task Script_and_rare_characters_are_words_like_others()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var resident = new Resident(world);
        await resident.AnswerAllAsync("<script>alert(1)</script>𠮷家庄的水");
        var check = await resident.Visitor.GetPageAsync("/matters/new/check");
        check.QuerySelectorAll("main script").ShouldBeEmpty();
        check.QuerySelector("main")!.TextContent.ShouldContain("<script>alert(1)</script>𠮷家庄的水");
    }

    [Fact]
    public async Task An_anonymous_matter_keeps_nobody()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var resident = new Resident(world);
        await resident.AnswerAllAsync();
        // Typed, and then thought better of.
        await resident.AnswerAsync("contact", new() { ["Way"] = "anonymous" });
        await resident.SendAsync();
        (await world.MattersAsync()).ShouldHaveSingleItem().Submitter.ShouldBeNull();
    }

    [Fact]
    public async Task Without_cookies_the_words_stay_on_the_page()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var form = await new Resident(world).FormAsync("/matters/new/what", "main form");
        var without = world.Committee.Anonymous();
        var other = (IHtmlInputElement)
            (await without.GetPageAsync("/sign-in")).QuerySelector("input[name=__RequestVerificationToken]")!;
        var answer = await without.SendAsync(
            "/matters/new/what",
            form,
            new() { ["Text"] = "路灯坏了", ["__RequestVerificationToken"] = other.Value }
        );
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Cookie");
        page.QuerySelector("textarea")!.TextContent.ShouldContain("路灯坏了");
    }

    [Fact]
    public async Task What_was_not_sent_can_be_deleted_and_is_gone_after_a_day()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var resident = new Resident(world);
        await resident.AnswerAllAsync();
        await SendPicturesAsync(resident, ("渠.jpg", IntakeWorld.PictureWithPlace()));
        await resident.Visitor.SubmitAsync("/matters/new/check", [], "form#discard");
        (await world.InDbAsync(db => db.Set<MatterDraft>().CountAsync())).ShouldBe(0);
        (await world.InDbAsync(db => db.StoredFiles.CountAsync())).ShouldBe(0);
        await resident.AnswerAllAsync();
        await SendPicturesAsync(resident, ("渠.jpg", IntakeWorld.PictureWithPlace()));
        await world.InDbAsync(db =>
            db.Set<MatterDraft>()
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(draft => draft.SavedAt, draft => installation.Clock.GetUtcNow().AddDays(-2))
                )
        );
        (await resident.Visitor.GetAsync("/matters/new/check")).Headers.Location!.ToString().ShouldEndWith("/matters/new/what");
        await world.Committee.DoAsync(services => services.GetRequiredService<IntakeSweep>().RunAsync(CancellationToken.None));
        (await world.InDbAsync(db => db.Set<MatterDraft>().CountAsync())).ShouldBe(0);
        (await world.InDbAsync(db => db.StoredFiles.CountAsync())).ShouldBe(0);
    }

    private static async Task<HttpResponseMessage> SendPicturesAsync(
        Resident resident,
        params (string Name, byte[] Content)[] pictures
    )
    {
        var form = await resident.FormAsync("/matters/new/pictures", "form#pictures");
        using var body = new MultipartFormDataContent();
        foreach (var hidden in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden"))
            body.Add(new StringContent(hidden.Value), hidden.Name!);
        foreach (var (name, content) in pictures)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            body.Add(part, "Pictures", name);
        }

        return await resident.Visitor.Client.PostAsync(
            new Uri(resident.Visitor.Base + "/matters/new/pictures", UriKind.Relative),
            body
        );
    }
}
