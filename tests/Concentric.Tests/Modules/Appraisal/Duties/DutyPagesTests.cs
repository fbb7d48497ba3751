using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Concentric.Modules.Appraisal.Duties;
using Concentric.Tests.Modules.Members;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Appraisal.Duties;

/// <summary>The pages of the register: one form for all kinds that works without a script, the list, evidence, who may see what.</summary>
public sealed class DutyPagesTests(Installation installation)
{
    [Theory]
    [InlineData("Input.OccurredOn", "2023-02-30", "2 月没有 30 日|没有")]
    [InlineData("Input.OccurredOn", "2023-05-11", "日期在今天之后")]
    [InlineData("Input.Title", "", "请填写名称")]
    [InlineData("Input.Title", "张三参加冬季走访", "名称里不写委员姓名")]
    [InlineData("Input.Kind", "duty.nothing", "请选择类别")]
    [InlineData("Input.Kind", "duty.honour", "请为张三选择阶段或级别")]
    [InlineData("Input.Step", "filed", "")]
    [InlineData("Input.Office", "nobody", "请选择记录单位")]
    [InlineData("Input.Members[0].MembershipId", "0197a000-0000-7000-8000-000000000000", "这一天不在任")]
    public async Task What_is_wrong_is_told_and_nothing_is_kept(string field, string value, string told)
    {
        var (committee, seat, _, office, _) = await DutiesWorld.CaseAsync(installation);
        var fields = DutiesWorld.Typed(seat);
        fields[field] = value;
        var answer = await office.SubmitAsync(DutiesWorld.List + "/new", fields, DutiesWorld.Form);
        if (told.Length == 0)
        {
            // A step that the kind does not have is left out.
            (await committee.RecordAsync(DutiesWorld.IdOf(answer)))
                .Members.ShouldHaveSingleItem()
                .Step.ShouldBeNull();
            return;
        }

        var errors = await DutiesWorld.ErrorsAsync(answer);
        told.Split('|').ShouldContain(one => errors.Contains(one, StringComparison.Ordinal), errors);
        (await committee.InDbAsync(db => Task.FromResult(db.Set<DutyRecord>().Any()))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("2023-02-30")]
    public async Task Everything_that_is_wrong_is_told_at_once(string day)
    {
        var (_, _, _, office, _) = await DutiesWorld.CaseAsync(installation);
        var answer = await office.SubmitAsync(
            DutiesWorld.List + "/new",
            new() { ["Act"] = "save", ["Input.OccurredOn"] = day },
            DutiesWorld.Form
        );
        var errors = await DutiesWorld.ErrorsAsync(answer);
        foreach (var told in new[] { "请选择类别", "请填写名称", "请选择记录单位", "至少" })
            errors.ShouldContain(told);
        errors.ShouldContain(day.Length == 0 ? "日期" : "没有 30 日");
    }

    [Fact]
    public async Task Members_are_not_doubted_while_the_day_is_unknown()
    {
        var (_, seat, _, office, _) = await DutiesWorld.CaseAsync(installation);
        var answer = await office.SubmitAsync(DutiesWorld.List + "/new", DutiesWorld.Typed(seat, day: ""), DutiesWorld.Form);
        (await DutiesWorld.ErrorsAsync(answer)).ShouldNotContain("不在任");
    }

    [Fact]
    public async Task Long_and_rare_characters_are_kept_as_typed()
    {
        var (committee, seat, _, office, second) = await DutiesWorld.CaseAsync(installation);
        var title = "𠮷䶮" + new string('长', 196);
        title.Length.ShouldBeLessThanOrEqualTo(DutyDetails.LongestTitle);
        var id = await office.RegisterAsync(DutiesWorld.Typed(seat, title: title));
        (await committee.RecordAsync(id)).Title.ShouldBe(title);
        var longer = await office.SubmitAsync(
            DutiesWorld.List + "/new",
            DutiesWorld.Typed(seat, title: title + "长长"),
            DutiesWorld.Form
        );
        (await DutiesWorld.ErrorsAsync(longer)).ShouldContain("不能超过 200 个字符");
        await second.ConfirmAsync(id);
        (await second.MainAsync($"{DutiesWorld.List}?q=" + Uri.EscapeDataString("𠮷䶮"))).ShouldContain("𠮷䶮");
    }

    [Fact]
    public async Task The_same_again_has_to_be_looked_at_and_ticked()
    {
        var (committee, seat, _, office, _) = await DutiesWorld.CaseAsync(installation);
        var first = await office.RegisterAsync(DutiesWorld.Typed(seat));
        var path = DutiesWorld.List + "/new";
        var answer = await office.SubmitAsync(path, DutiesWorld.Typed(seat), DutiesWorld.Form);
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelector($"a[href$='{first}']").ShouldNotBeNull();
        var again = DutiesWorld.Typed(seat);
        again["Input.IsNoTwin"] = "true";
        var second = await office.SendAsync(path, (IHtmlFormElement)page.QuerySelector(DutiesWorld.Form)!, again);
        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await committee.RecordAsync(DutiesWorld.IdOf(second))).State.ShouldBe(DutyState.Registered);
    }

    [Fact]
    public async Task Without_a_script_members_are_found_and_added_by_the_forms_own_buttons()
    {
        var (committee, seat, _, office, _) = await DutiesWorld.CaseAsync(installation);
        await committee.EnrolAsync("李四", sector: "agriculture");
        var path = DutiesWorld.List + "/new";
        var found = await PressAsync(
            office,
            path,
            new()
            {
                ["Act"] = "find",
                ["Find"] = "张",
                ["Input.Title"] = "还没写完",
            }
        );
        found.QuerySelector($"button[value='add:{seat}']").ShouldNotBeNull();
        found.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe("还没写完");
        found.QuerySelector(".error-summary").ShouldBeNull();
        var added = await PressAsync(office, path, new() { ["Act"] = $"add:{seat}", ["Input.Kind"] = "duty.proposal" });
        added.QuerySelector("[name='Input.Members[0].MembershipId']")!.GetAttribute("value").ShouldBe(seat.ToString());
        added.QuerySelector("[name='Input.Members[0].Part'] option[selected]")!.GetAttribute("value").ShouldBe("Sole");
        var group = await PressAsync(office, path, new() { ["Act"] = "group", ["Group"] = "all" });
        group.QuerySelectorAll(".duty-members > li").Length.ShouldBe(2);
        var removed = await PressAsync(
            office,
            path,
            new() { ["Act"] = $"remove:{seat}", ["Input.Members[0].MembershipId"] = seat.ToString() }
        );
        removed.QuerySelectorAll(".duty-members > li").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_is_filtered_and_exported_without_formulas()
    {
        var (committee, seat, _, office, second) = await DutiesWorld.CaseAsync(installation);
        var other = await committee.EnrolAsync("李四");
        await office.RegisterAsync(DutiesWorld.Typed(seat, title: "=1+1"));
        await second.ConfirmAsync(await office.RegisterAsync(DutiesWorld.Typed(other, "duty.lecture", "讲座", "2023-03-08")));
        (await TitlesAsync(office, "?f.kind=duty.lecture")).ShouldBe(["讲座"]);
        (await TitlesAsync(office, "?f.state=Registered")).ShouldBe(["=1+1"]);
        (await TitlesAsync(office, "?f.member=" + Uri.EscapeDataString("李四"))).ShouldBe(["讲座"]);
        (await TitlesAsync(office, "?f.month=2023-04")).ShouldBe(["=1+1"]);
        (await TitlesAsync(office, "?f.year=2023&f.month=2023-03")).ShouldBe(["讲座"]);
        (await TitlesAsync(office, "?f.day.from=2023-03-01&f.day.to=2023-03-31")).ShouldBe(["讲座"]);
        var csv = await (await office.GetAsync(DutiesWorld.List + "?export=csv")).Content.ReadAsStringAsync();
        csv.ShouldContain("'=1+1");
    }

    [Fact]
    public async Task Every_year_that_has_records_can_be_chosen_and_so_can_its_months()
    {
        var (_, seat, _, office, _) = await DutiesWorld.CaseAsync(installation);
        await office.RegisterAsync(DutiesWorld.Typed(seat, title: "Of late"));
        await office.RegisterAsync(DutiesWorld.Typed(seat, title: "Of old", day: "2021-11-08"));
        var list = await office.GetPageAsync(DutiesWorld.List);
        list.QuerySelectorAll("[name='f.year']").Select(option => option.GetAttribute("value")).ShouldBe(["2023", "2021"]);
        (await TitlesAsync(office, "?f.year=2021")).ShouldBe(["Of old"]);
        (await TitlesAsync(office, "?f.year=2021&f.month=2021-10")).ShouldBeEmpty();
        (await TitlesAsync(office, "?f.year=2021&f.month=2021-11")).ShouldBe(["Of old"]);
    }

    [Fact]
    public async Task Many_are_confirmed_in_one_act_and_the_own_ones_are_left()
    {
        var (committee, seat, _, office, second) = await DutiesWorld.CaseAsync(installation);
        for (var number = 1; number <= 3; number++)
            await office.RegisterAsync(DutiesWorld.Typed(seat, title: $"Visit {number}"));
        var own = await second.RegisterAsync(DutiesWorld.Typed(seat, title: "Own"));
        var form = (IHtmlFormElement)(await second.GetPageAsync(DutiesWorld.List)).QuerySelector("form.bulk-form")!;
        form.SetAttribute("action", form.QuerySelector("button[formaction*=Confirm]")!.GetAttribute("formaction")!);
        var answer = await second.SendAsync(DutiesWorld.List, form, new() { ["all"] = "true" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await committee.DutyFactsAsync()).Count.ShouldBe(3);
        (await committee.RecordAsync(own)).State.ShouldBe(DutyState.Registered);
    }

    [Fact]
    public async Task Evidence_is_checked_by_content_and_given_to_those_concerned_only()
    {
        var (committee, seat, person, office, second) = await DutiesWorld.CaseAsync(installation);
        var id = await office.RegisterAsync(DutiesWorld.Typed(seat));
        (await UploadAsync(office, id, [0, 1, 2, 3], "proof.pdf")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await UploadAsync(office, id, Encoding.UTF8.GetBytes("<html><script>alert(1)</script>"), "evil.png");
        (await DutiesWorld.ErrorsAsync(page)).ShouldContain("不接受这种文件");
        (await UploadAsync(office, id, "%PDF-1.4 a letter of thanks"u8.ToArray(), "letter.pdf")).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        var link = (await office.GetPageAsync($"{DutiesWorld.List}/{id}"))
            .QuerySelector("a[href*='/files/']")!
            .GetAttribute("href")!;
        var file = link[committee.Path.Length..];
        await second.ConfirmAsync(id);
        var member = await committee.SignInAsync(person, "member");
        var stranger = await committee.SignInAsync(await committee.PersonAsync(await committee.EnrolAsync("李四")), "member");
        (await member.GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stranger.GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await committee.Anonymous().GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.GetPageAsync($"{DutiesWorld.List}/{id}")).QuerySelector("form[action*=RemoveEvidence]").ShouldBeNull();
    }

    [Fact]
    public async Task Who_may_not_does_not_find_it()
    {
        var (committee, seat, _, office, _) = await DutiesWorld.CaseAsync(installation);
        var id = await office.RegisterAsync(DutiesWorld.Typed(seat));
        var chair = await committee.SignInAsync("chairpersons-meeting");
        var page = await chair.GetPageAsync($"{DutiesWorld.List}/{id}");
        page.QuerySelector("#confirm").ShouldBeNull();
        page.QuerySelector("#reason").ShouldBeNull();
        (await chair.GetAsync(DutiesWorld.List + "/new")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await chair.GetAsync($"{DutiesWorld.List}/{id}/edit")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var member = await committee.SignInAsync("member");
        (await member.GetAsync(DutiesWorld.List)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await member.GetAsync($"{DutiesWorld.List}/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var elsewhere = await (await TestCommittee.CreateAsync(installation)).SignInAsync("office-staff");
        (await elsewhere.GetAsync($"{DutiesWorld.List}/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_waits_is_told_to_those_who_can_do_something_about_it()
    {
        var (_, seat, _, office, second) = await DutiesWorld.CaseAsync(installation);
        await office.RegisterAsync(DutiesWorld.Typed(seat));
        (await second.MainAsync("/office")).ShouldContain("履职登记待确认");
        (await office.MainAsync("/office")).ShouldNotContain("履职登记待确认");
    }

    private static async Task<IHtmlDocument> PressAsync(Visitor office, string path, Dictionary<string, string> fields) =>
        await (await office.SubmitAsync(path, fields, DutiesWorld.Form)).PageAsync();

    private static async Task<IEnumerable<string>> TitlesAsync(Visitor office, string query) =>
        (await office.GetPageAsync(DutiesWorld.List + query))
            .QuerySelectorAll("tbody th a")
            .Select(link => link.TextContent.Trim());

    private static async Task<HttpResponseMessage> UploadAsync(Visitor office, Guid id, byte[] content, string name)
    {
        var form = (IHtmlFormElement)(await office.GetPageAsync($"{DutiesWorld.List}/{id}")).QuerySelector("#evidence-form")!;
        using var sent = new MultipartFormDataContent();
        foreach (var hidden in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden"))
            sent.Add(new StringContent(hidden.Value), hidden.Name!);
        sent.Add(new ByteArrayContent(content), "Upload", name);
        return await office.Client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.RelativeOrAbsolute), sent);
    }
}
