using System.Net;
using AngleSharp.Html.Dom;
using Concentric.Modules.Consultation.Matters;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Matters;

/// <summary>A handling unit sees what it was handed and nothing else: not other units' matters, and never who sent one.</summary>
public sealed class UnitInboxTests(Installation installation)
{
    private const string Inbox = "/office/consultation/inbox";

    [Fact]
    public async Task A_unit_sees_only_its_own_and_never_the_submitter()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var unit = await world.Committee.SignInForOfficeAsync("water-office", "handling-unit");
        var own = await world.MatterAsync(MatterState.Assigned, title: "渠漏水");
        var other = await world.MatterAsync(MatterState.Submitted, title: "路灯不亮");
        await world.DoAsync(
            other,
            MatterVerb.Assign,
            (matter, act) => matter.Assign(world.RoadOffice, [], act.Today.AddDays(9), null, act)
        );
        await world.DoAsync(own, MatterVerb.Clear, (matter, act) => matter.Clear("渠漏水", "三组的支渠漏水", act));

        var list = await MatterWorld.MainAsync(unit, Inbox);
        list.ShouldContain("渠漏水");
        (await MatterWorld.MainAsync(unit, Inbox + "?q=2023-0001")).ShouldContain(
            "渠漏水",
            Case.Sensitive,
            "as it stands on paper"
        );
        (await MatterWorld.MainAsync(unit, Inbox + "?q=2023-0009")).ShouldNotContain("渠漏水");
        list.ShouldNotContain("路灯不亮");
        var page = await (await unit.GetAsync($"{Inbox}/{own}")).Content.ReadAsStringAsync();
        page.ShouldContain("三组的支渠漏水");
        page.ShouldContain("三组村口", Case.Sensitive, "a unit must find the place; whom to ring there is not the way to it");
        foreach (var secret in new[] { "陈", "1389371", "1399379", "提交人" })
            page.ShouldNotContain(secret);
        (await unit.GetAsync($"{Inbox}/{other}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var closed in new[] { "", "/board", "/map", $"/{own}", $"/{own}/assign" })
            (await unit.GetAsync(MatterWorld.Office + closed)).StatusCode.ShouldBe(HttpStatusCode.NotFound, closed);
        (await MatterWorld.MainAsync(unit, "/office")).ShouldContain("待签收的承办事项");
    }

    [Fact]
    public async Task Before_it_is_cleared_a_unit_knows_a_matter_by_its_number_on_every_page_and_in_every_message()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var unit = await world.Committee.SignInForOfficeAsync("water-office", "handling-unit");
        var office = await world.Committee.SignInAsync("office-staff");
        var id = await world.MatterAsync(MatterState.Submitted, title: "陈玉兰家门口漏水，电话13893712345");
        await office.SubmitAsync($"{MatterWorld.Office}/{id}/assign", new() { ["Lead"] = world.WaterOffice.ToString() });
        await unit.SubmitAsync($"{Inbox}/{id}", [], "form[action*='handler=Receive']");
        await unit.SubmitAsync($"{Inbox}/{id}/ask-extension", new() { ["Until"] = "2023-06-12", ["Words"] = "料没有到。" });
        await office.SubmitAsync($"{MatterWorld.Office}/{id}/extension", new() { ["IsGranted"] = "True" });
        foreach (
            var page in new[] { "", $"/{id}", $"/{id}/reply", $"/{id}/return", $"/{id}/ask-extension", $"/{id}/report-progress" }
        )
        {
            var shown = await (await unit.GetAsync(Inbox + page)).Content.ReadAsStringAsync();
            shown.ShouldContain("2023-0001", Case.Sensitive, page);
            shown.ShouldNotContain("陈玉兰", Case.Sensitive, page);
            shown.ShouldNotContain("13893712345", Case.Sensitive, page);
            shown.ShouldNotContain("href=\"~/", Case.Sensitive, page);
        }

        var told = await world.MessagesAsync(unit);
        told.Count.ShouldBe(2);
        told.ShouldAllBe(message => message.Title.Contains("2023-0001") && !(message.Title + message.Body).Contains("陈玉兰"));
    }

    [Fact]
    public async Task A_unit_takes_reports_asks_for_time_and_replies_and_the_reply_after_the_day_is_late()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var unit = await world.Committee.SignInForOfficeAsync("water-office", "handling-unit");
        var helper = await world.Committee.SignInForOfficeAsync("road-office", "handling-unit");
        var office = await world.Committee.SignInAsync("office-staff");
        var id = await world.MatterAsync(MatterState.Assigned);
        var path = $"{Inbox}/{id}";
        (await MatterWorld.MainAsync(unit, path + "/reply")).ShouldContain("请先签收", Case.Sensitive, "it is received first");
        await unit.SubmitAsync(path, [], "form[action*='handler=Receive']");
        await unit.SubmitAsync(path + "/report-progress", new() { ["Words"] = "料已经订了。" });
        (await unit.GetPageAsync(path + "/reply")).QuerySelector("main form").ShouldBeNull("it waits for the other unit");

        await unit.SubmitAsync(path + "/ask-extension", new() { ["Until"] = "2023-06-12", ["Words"] = "料没有到。" });
        (await MatterWorld.MainAsync(office, "/office/consultation/tasks")).ShouldContain("答复延期申请");
        var answering = await office.GetPageAsync($"{MatterWorld.Office}/{id}/extension");
        answering.QuerySelector("h1")!.TextContent.ShouldBe("处理延期申请");
        answering
            .QuerySelectorAll("main button[name=IsGranted]")
            .Select(button => button.TextContent)
            .ShouldBe(["同意", "不同意"]);
        await office.SubmitAsync($"{MatterWorld.Office}/{id}/extension", new() { ["IsGranted"] = "True" });
        (await world.FindAsync(id)).Lead!.DueOn.ShouldBe(new DateOnly(2023, 6, 12));
        (await world.MessagesAsync(unit)).Count.ShouldBe(2);

        await helper.SubmitAsync(path, [], "form[action*='handler=Receive']");
        await helper.SubmitAsync(path + "/reply", new() { ["Words"] = "路已经平了。" });
        (await world.FindAsync(id)).State.ShouldBe(MatterState.InProgress, "only the lead unit moves it");
        var answer = await unit.SubmitAsync(path + "/reply", new() { ["ReplyClass"] = "A", ["Words"] = "支渠修好了。" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        var matter = await world.FindAsync(id);
        (matter.State, matter.ReplyClass).ShouldBe((MatterState.Replied, "A"));
        (await world.FactsAsync(id, MatterFacts.Replied)).Single().ReadAttributes()["onTime"].ShouldBe("yes");
    }

    [Fact]
    public async Task A_script_that_calls_itself_a_picture_is_no_paper()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var unit = await world.Committee.SignInForOfficeAsync("water-office", "handling-unit");
        var id = await world.MatterAsync(MatterState.InProgress);
        var path = $"{Inbox}/{id}/report-progress";
        var form = (IHtmlFormElement)(await unit.GetPageAsync(path)).QuerySelector("main form[method=post]")!;
        using var sent = new MultipartFormDataContent
        {
            { new StringContent("料到了。"), "Words" },
            { new ByteArrayContent("#!/bin/sh\nrm -rf /\n"u8.ToArray()), "Files", "fake.jpg" },
        };
        foreach (var input in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden"))
            sent.Add(new StringContent(input.Value), input.Name!);
        var answer = await unit.Client.PostAsync(new Uri(unit.Base + path, UriKind.Relative), sent);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("不接受这种文件");
        (await world.FindAsync(id)).Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_unit_that_only_helps_returns_is_a_task_of_those_who_assign()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var helper = await world.Committee.SignInForOfficeAsync("road-office", "handling-unit");
        var office = await world.Committee.SignInAsync("office-staff");
        var id = await world.MatterAsync(MatterState.InProgress);
        (await MatterWorld.MainAsync(office, "/office/consultation/tasks")).ShouldNotContain("制种玉米灌不上水");
        await helper.SubmitAsync($"{Inbox}/{id}/return", new() { ["Words"] = "不是我们的路。" });
        (await MatterWorld.MainAsync(office, "/office/consultation/tasks")).ShouldContain("会办单位退回");
        var page = await MatterWorld.MainAsync(office, $"{MatterWorld.Office}/{id}");
        page.ShouldContain("交通局（会办）已经退回：不是我们的路。");
        (await MatterWorld.MainAsync(helper, $"{Inbox}/{id}/reply")).ShouldContain("这项交办已经退回");
    }

    [Fact]
    public async Task A_reply_after_the_last_day_is_taken_and_marked_late()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var unit = await world.Committee.SignInForOfficeAsync("water-office", "handling-unit");
        var id = await world.MatterAsync(MatterState.Submitted);
        await world.DoAsync(
            id,
            MatterVerb.Assign,
            (matter, act) => matter.Assign(world.WaterOffice, [], act.Today.AddDays(1), null, act)
        );
        await world.DoAsync(id, MatterVerb.Receive, (matter, act) => matter.Receive(matter.Lead!, act));
        await world.Committee.InDbAsync(db =>
            db.Set<MatterAssignment>()
                .Where(row => row.MatterId == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueOn, new DateOnly(2023, 5, 2)))
        );
        var path = $"{Inbox}/{id}/reply";
        (await MatterWorld.MainAsync(unit, path)).ShouldContain("会标明逾期");
        await unit.SubmitAsync(path, new() { ["ReplyClass"] = "B", ["Words"] = "正在修。" });
        (await world.FactsAsync(id, MatterFacts.Replied)).Single().ReadAttributes()["onTime"].ShouldBe("no");
        var office = await world.Committee.SignInAsync("office-staff");
        (await MatterWorld.MainAsync(office, $"{MatterWorld.Office}/{id}")).ShouldContain("逾期答复");
    }

    [Fact]
    public async Task What_a_unit_returns_waits_to_be_assigned_again()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var unit = await world.Committee.SignInForOfficeAsync("water-office", "handling-unit");
        var id = await world.MatterAsync(MatterState.Assigned);
        await unit.SubmitAsync($"{Inbox}/{id}/return", new() { ["Words"] = "不属于水务局职责。" });
        var matter = await world.FindAsync(id);
        (matter.State, matter.Lead).ShouldBe((MatterState.Submitted, null));
        (await unit.GetAsync($"{Inbox}/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK, "what it had it still sees");
    }

    [Fact]
    public async Task Who_sent_a_matter_is_masked_and_each_look_is_kept_with_its_reason()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync();
        var office = await world.Committee.SignInAsync("office-staff");
        var path = $"{MatterWorld.Office}/{id}";
        var masked = await MatterWorld.MainAsync(office, path);
        masked.ShouldContain("陈**");
        masked.ShouldNotContain("13893712345");
        var without = await office.SubmitAsync(path, [], "form[action*='handler=Look']");
        (await without.Content.ReadAsStringAsync()).ShouldNotContain("13893712345");
        var open = await office.SubmitAsync(path, new() { ["Reason"] = "回电话核实位置" }, "form[action*='handler=Look']");
        open.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await open.Content.ReadAsStringAsync()).ShouldContain("13893712345");
        var look = (await world.Committee.InDbAsync(db => db.Set<SubmitterLook>().ToListAsync())).ShouldHaveSingleItem();
        (look.ViewerName, look.Reason).ShouldBe((office.UserName, "回电话核实位置"));
        (await MatterWorld.MainAsync(office, path)).ShouldContain("回电话核实位置");
        var chair = await world.Committee.SignInAsync("chairpersons-meeting");
        (await MatterWorld.MainAsync(chair, path)).ShouldNotContain("陈**");
    }
}
