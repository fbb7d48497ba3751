using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Sessions;
using Concentric.Platform.Messages;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Sessions;

/// <summary>A session by its pages: planned, announced, held, confirmed; or written down afterwards in one form.</summary>
public sealed class SessionPagesTests(Installation installation)
{
    private const string Path = "/office/consultation/sessions";

    private static Dictionary<string, string> Afterwards(SessionWorld world) =>
        new()
        {
            ["Input.PlaceId"] = world.Village.ToString(),
            ["Input.HeldOn"] = "2023-4-20",
            ["Input.Organiser"] = "Village",
            ["Input.MembersPart"] = "mediated",
            ["Input.Members"] = world.Zhang.ToString(),
            ["Input.Residents"] = "12",
            ["Input.Cadres"] = "3",
            ["Input.Rows[0].Title"] = "三组道路夜里没有灯",
            ["Input.Rows[0].Topic"] = "roads",
            ["Input.Rows[0].Result"] = "Agreed",
            ["Input.Rows[0].Points"] = "村里装八盏灯。\n电费由村集体出。",
            ["Input.Rows[1].Title"] = "广场要不要摆摊",
            ["Input.Rows[1].Topic"] = "livelihood",
            ["Input.Rows[1].Result"] = "Adjourned",
            ["Input.Rows[1].Dissent"] = "等城管的人来",
            ["Input.WasReadBack"] = "true",
        };

    [Fact]
    public async Task One_form_takes_a_session_with_several_matters_and_what_is_wrong_comes_back_beside_its_field()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var office = await world.Committee.SignInAsync("office-staff");
        var faulty = Afterwards(world);
        faulty["Input.Rows[0].Points"] = "";
        var back = await office.SubmitAsync(Path + "/afterwards", faulty);
        back.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Visitor.ParseAsync(await back.Content.ReadAsStringAsync());
        var field = (IHtmlTextAreaElement)page.QuerySelector("[name='Input.Rows[0].Points']")!;
        field.Closest(".field")!.ClassList.ShouldContain("invalid");
        page.QuerySelector("[name='Input.Rows[1].Title']")!.GetAttribute("value").ShouldBe("广场要不要摆摊");

        var done = await office.SubmitAsync(Path + "/afterwards", Afterwards(world));

        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var session = await world.ReadAsync(Guid.Parse(done.Headers.Location!.ToString().Split('/')[^1]));
        (session.State, session.Matters.Count).ShouldBe((SessionState.Confirmed, 2));
        session.Title.ShouldEndWith("等 2 件");
        session.Title.ShouldNotContain("没有灯", customMessage: "everybody reads the topic, and nobody cleared the matter yet");
        session.Agenda.First().Agreements.Count().ShouldBe(2);
        session.Agenda.Last().State.ShouldBe(AgendaState.Adjourned);
        (await world.StandingAsync())[SessionFacts.Held].Count().ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_writes_a_session_down_can_give_it_a_topic_of_its_own()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var office = await world.Committee.SignInAsync("office-staff");
        var typed = Afterwards(world);
        typed["Input.Title"] = new string('议', CouncilSession.LongestTitle + 1);
        var back = await office.SubmitAsync(Path + "/afterwards", typed);
        (await Visitor.ParseAsync(await back.Content.ReadAsStringAsync()))
            .QuerySelector("[name='Input.Title']")!
            .Closest(".field")!
            .ClassList.ShouldContain("invalid");
        typed["Input.Title"] = "四月议事";
        var done = await office.SubmitAsync(Path + "/afterwards", typed);
        (await world.ReadAsync(Guid.Parse(done.Headers.Location!.ToString().Split('/')[^1]))).Title.ShouldBe("四月议事");
    }

    [Fact]
    public async Task From_a_matter_that_waits_its_session_is_planned_and_one_without_matters_cannot_be_announced()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var matter = await world.ApprovedAsync();
        var office = await world.Committee.SignInAsync("office-staff");
        var page = await office.GetPageAsync($"/office/consultation/matters/{matter}");
        var way = page.QuerySelector("a[href*='/sessions/new']")!.GetAttribute("href")![office.Base.Length..];
        var form = await office.GetPageAsync(way);
        form.QuerySelector($"input[name='Input.Matters'][value='{matter}']")!.HasAttribute("checked").ShouldBeTrue();
        var empty = await office.GetPageAsync($"{Path}/{await world.PlannedAsync()}");
        empty.QuerySelector("textarea[name=Announcement]").ShouldBeNull();
        empty.QuerySelector("main")!.TextContent.ShouldContain("还没有安排事项");
        var editor = await world.Committee.SignInAsync("editor");
        (await editor.GetAsync(way)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_station_head_holds_sessions_at_the_own_place_and_sees_no_others()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var elsewhere = await world.Committee.SignInForOfficeAsync("donghe", "station-head");
        var refused = await elsewhere.SubmitAsync(Path + "/afterwards", Afterwards(world));
        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await world.StandingAsync()).ShouldBeEmpty();
        var id = await world.EndedAsync(await world.ApprovedAsync());
        (await elsewhere.GetAsync($"{Path}/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var head = await world.Committee.SignInForOfficeAsync("shatan", "station-head");
        (await head.SubmitAsync($"{Path}/{id}", [], "form[action*='handler=Confirm']")).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await world.ReadAsync(id)).State.ShouldBe(SessionState.Confirmed);
        (await (await world.Committee.SignInAsync("editor")).GetAsync($"{Path}/{id}")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_planned_session_is_announced_to_everybody_and_to_the_members_posted_there()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var matter = await world.ApprovedAsync();
        var office = await world.Committee.SignInAsync("secretary-general");
        var person = await world.Committee.InDbAsync(db =>
            db.Set<Concentric.Modules.Consultation.Places.Deployment>().FirstAsync(row => row.MembershipId == world.Zhang)
        );
        var member = await world.Committee.SignInAsync(person.PersonId, "member");
        var planned = await office.SubmitAsync(
            Path + $"/new?place={world.Village}&matter={matter}",
            new()
            {
                ["Input.Title"] = "制种玉米灌溉协商",
                ["Input.Day"] = "2023-05-12",
                ["Input.From"] = "15:00",
                ["Input.Organiser"] = "Village",
                ["Input.MembersPart"] = "advised",
            }
        );
        planned.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var path = Path + "/" + planned.Headers.Location!.ToString().Split('/')[^1];
        (await world.MatterAsync(matter)).State.ShouldBe(MatterState.Scheduled);

        var announced = await office.SubmitAsync(path, [], "form[action*='handler=Announce']");

        announced.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await world.MatterAsync(matter)).State.ShouldBe(MatterState.Announced);
        (await world.Committee.InDbAsync(db => db.Set<Message>().Where(row => row.AccountId == member.AccountId).ToListAsync()))
            .Single()
            .Path.ShouldBe("/my/sessions");
        (await member.GetPageAsync("/my/sessions")).Body!.TextContent.ShouldContain("制种玉米灌溉协商");

        (await office.SubmitAsync(path, [], "form[action*='handler=Begin']")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await world.MatterAsync(matter)).State.ShouldBe(MatterState.InSession);
    }

    [Fact]
    public async Task Minutes_write_themselves_are_signed_and_come_as_a_document_and_as_data()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var matter = await world.ApprovedAsync();
        var id = await world.EndedAsync(matter);
        await world.WithAsync(id, (acts, session) => acts.ConfirmAsync(session, CancellationToken.None));
        var path = $"{Path}/{id}/minutes";
        var office = await world.Committee.SignInAsync("office-staff");
        await office.SubmitAsync(path, [], "form[action*='handler=Draft']");
        (await office.GetPageAsync(path))
            .QuerySelector("form[action*='handler=Draft']")!
            .Closest("[popover], dialog")
            .ShouldNotBeNull("drafting again asks first");
        await office.SubmitAsync(path, new() { ["Number"] = "〔2023〕5号" }, "form[action*='handler=Edit']");
        (await office.GetPageAsync(path)).QuerySelector("form[action*='handler=Sign']").ShouldBeNull();
        var secretary = await world.Committee.SignInAsync("secretary-general");
        await secretary.SubmitAsync(path, [], "form[action*='handler=Sign']");

        (await world.MatterAsync(matter)).State.ShouldBe(MatterState.ResultSigned);
        var document = await (await office.GetAsync(path + "?handler=Document")).Content.ReadAsByteArrayAsync();
        using var package = new ZipArchive(new MemoryStream(document));
        using var reader = new StreamReader(
            package.GetEntry("word/document.xml") is { } part
                ? part.Open()
                : package.Entries.First(entry => entry.Name == "document.xml").Open(),
            Encoding.UTF8
        );
        var text = await reader.ReadToEndAsync();
        foreach (
            var words in new[]
            {
                "沙滩村村委会协商纪要",
                "〔2023〕5号",
                "一、制种玉米灌不上水",
                "水务局出料，村里出工。",
                "出席",
                "张三",
                "2023年5月10日",
            }
        )
            text.ShouldContain(words);
        using var data = JsonDocument.Parse(await (await office.GetAsync(path + "?handler=Data")).Content.ReadAsStringAsync());
        data.RootElement.GetProperty("matters")[0].GetProperty("conclusion").GetString().ShouldBe("agreed");
        data.RootElement.GetProperty("present").GetProperty("resident").GetInt32().ShouldBe(8);
    }

    [Fact]
    public async Task A_withdrawal_asks_for_its_reason()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var id = await world.EndedAsync(await world.ApprovedAsync());
        var office = await world.Committee.SignInAsync("office-staff");
        (await office.SubmitAsync($"{Path}/{id}/withdraw", [])).StatusCode.ShouldBe(HttpStatusCode.OK);
        await office.SubmitAsync($"{Path}/{id}/withdraw", new() { ["Reason"] = "录错了村" });
        (await office.GetPageAsync($"{Path}/{id}")).Body!.TextContent.ShouldContain("录错了村");
        (await office.GetPageAsync(Path)).Body!.TextContent.ShouldContain("已撤销");
    }
}
