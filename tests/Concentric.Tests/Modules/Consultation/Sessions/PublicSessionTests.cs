using System.Net;
using System.Text.Json;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Consultation.Sessions;
using Concentric.Platform.Data;
using Concentric.Platform.Messages;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Sessions;

/// <summary>Sessions as everybody sees them: announced before they are held, confirmed afterwards, never with a name of who was there.</summary>
public sealed class PublicSessionTests(Installation installation)
{
    [Fact]
    public async Task A_session_is_seen_once_it_is_announced()
    {
        var (world, matter) = await WorldAsync();
        var id = await world.PlannedAsync(matter);
        var reader = world.Committee.Anonymous();
        (await reader.GetAsync($"/sessions/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await AnnounceAsync(world, id);
        var page = await reader.GetPageAsync($"/sessions/{id}");
        foreach (var word in new[] { "制种玉米灌溉协商", "2023年5月12日 星期五 15:00", "沙滩村", "三组村民都可以来", "将要举行" })
            page.Body!.TextContent.ShouldContain(word);
        (await reader.GetPageAsync("/sessions")).Body!.TextContent.ShouldContain("制种玉米灌溉协商");
        var place = await reader.GetPageAsync("/places/shatan");
        place.Body!.TextContent.ShouldContain("制种玉米灌溉协商");
        foreach (var file in new[] { "sessions.ics", "feed.atom" })
            (
                await reader.GetAsync(
                    place.QuerySelector($"main a[href$='/{file}']")!.GetAttribute("href")![reader.Base.Length..]
                )
            ).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reader.GetPageAsync("/places/donghe")).Body!.TextContent.ShouldNotContain("制种玉米灌溉协商");
    }

    [Fact]
    public async Task Those_invited_are_told_when_it_is_moved_and_the_office_how_many_must_be_rung()
    {
        var (world, matter) = await WorldAsync();
        var person = await world.Committee.InDbAsync(db =>
            db.Set<Deployment>().FirstAsync(row => row.MembershipId == world.Zhang)
        );
        var zhang = await world.Committee.SignInAsync(person.PersonId, "member");
        var office = await world.Committee.SignInAsync("office-staff");
        var id = await world.PlannedAsync(matter);
        await world.WithAsync(
            id,
            async (_, session) =>
            {
                await Task.CompletedTask;
                session.Expect([
                    new SessionPerson(PresentAs.Member) { MembershipId = world.Zhang, Name = "张三" },
                    new SessionPerson(PresentAs.Member) { MembershipId = world.Li, Name = "李四" },
                ]);
            }
        );
        var path = $"/office/consultation/sessions/{id}";
        (await MainAsync(office, path)).ShouldContain("还没有公开");
        await office.SubmitAsync(path, [], "form[action*='handler=Announce']");
        (await MainAsync(office, path)).ShouldContain("通知了 1 位委员；另有 1 位没有账号");

        await office.SubmitAsync(
            path + "/edit",
            new()
            {
                ["Input.Day"] = "2023-05-19",
                ["Input.Locality"] = "村小学",
                ["Input.Members"] = world.Zhang.ToString(),
            }
        );

        var told = await world.Committee.InDbAsync(db =>
            db.Set<Message>().Where(row => row.AccountId == zhang.AccountId && row.Kind == SessionNotices.Move).ToListAsync()
        );
        told.ShouldHaveSingleItem().Body.ShouldContain("2023年5月19日");
        told[0].Body.ShouldContain("村小学");
        (await MainAsync(office, path)).ShouldContain("通知了 1 位委员");
    }

    [Fact]
    public async Task A_notice_that_was_moved_says_from_when_and_where_until_it_is_written_anew()
    {
        var (world, _) = await WorldAsync();
        var code = MatterTracking.NewCode();
        var matter = await world.ApprovedAsync(code: code);
        var id = await world.PlannedAsync(matter);
        await AnnounceAsync(world, id);
        await ClearAsync(world, matter);
        var (office, reader) = (await world.Committee.SignInAsync("office-staff"), world.Committee.Anonymous());
        var path = $"/office/consultation/sessions/{id}";
        await office.SubmitAsync(path + "/edit", new() { ["Input.ConvenerName"] = "赵书记" });
        (await MainAsync(reader, $"/sessions/{id}")).ShouldNotContain(
            "原定",
            customMessage: "nothing that people must know changed"
        );

        await office.SubmitAsync(path + "/edit", new() { ["Input.Day"] = "2023-05-19", ["Input.Locality"] = "村小学" });
        const string moved = "原定2023年5月12日 15:00在沙滩村，现改为2023年5月19日 15:00在村小学";
        (await MainAsync(reader, $"/sessions/{id}")).ShouldContain(moved);
        (await MainAsync(reader, $"/matters/{matter}")).ShouldContain(moved);
        (await MainAsync(reader, $"/matters/follow/{code}")).ShouldContain(moved);
        var calendar = (await CalendarAsync(reader, "/sessions.ics")).Replace("\r\n ", "");
        calendar.ShouldContain("原定2023年5月12日");
        calendar.ShouldContain("DTSTART:20230519T070000Z");
        (await world.MatterAsync(matter)).PlannedFor.ShouldBe(new DateOnly(2023, 5, 19));

        await office.SubmitAsync(path, new() { ["Announcement"] = "十九日在村小学商量。" }, "form[action*='handler=Announce']");
        var anew = await MainAsync(reader, $"/sessions/{id}");
        anew.ShouldContain("十九日在村小学商量。");
        anew.ShouldNotContain("原定");
        (await world.MatterAsync(matter)).Announcement.ShouldBe("十九日在村小学商量。", "its matters carry the new notice");
    }

    [Fact]
    public async Task What_an_announced_session_takes_on_is_announced_too_and_what_it_leaves_waits_for_another()
    {
        var (world, left) = await WorldAsync();
        var added = await world.ApprovedAsync("渠边要修护栏");
        var id = await world.PlannedAsync(left);
        await AnnounceAsync(world, id);
        var office = await world.Committee.SignInAsync("office-staff");
        await office.SubmitAsync($"/office/consultation/sessions/{id}/edit", new() { ["Input.Matters"] = $"{added}" });
        var waiting = await world.MatterAsync(left);
        (waiting.State, waiting.Announcement).ShouldBe((MatterState.Scheduled, null));
        waiting.Steps[^1].Words.ShouldBe("不再列入“制种玉米灌溉协商”的议程");
        var taken = await world.MatterAsync(added);
        (taken.State, taken.Announcement).ShouldBe((MatterState.Announced, "三组村民都可以来。"));
    }

    private static async Task<string> MainAsync(Visitor visitor, string path) =>
        (await visitor.GetPageAsync(path)).QuerySelector("main")!.TextContent;

    [Fact]
    public async Task Whoever_follows_a_matter_reads_when_and_where_it_is_talked_about()
    {
        var (world, _) = await WorldAsync();
        var code = MatterTracking.NewCode();
        var matter = await world.ApprovedAsync(code: code);
        var id = await world.PlannedAsync(matter);
        await AnnounceAsync(world, id);
        var next = (await world.Committee.Anonymous().GetPageAsync($"/matters/follow/{code}")).QuerySelector(".next-step")!;
        next.TextContent.ShouldContain("2023年5月12日 星期五 15:00");
        next.TextContent.ShouldContain("沙滩村");
        next.QuerySelector("a")!.GetAttribute("href")!.ShouldEndWith($"/sessions/{id}");
    }

    [Fact]
    public async Task A_fact_of_a_session_or_a_matter_names_the_place_and_not_its_address()
    {
        var (world, matter) = await WorldAsync();
        var id = await world.EndedAsync(matter);
        await world.WithAsync(id, (acts, session) => acts.ConfirmAsync(session, CancellationToken.None));
        var office = await world.Committee.SignInAsync("secretary-general");
        foreach (var kind in new[] { SessionFacts.Held, MatterFacts.Concluded })
        {
            var index = (await world.StandingAsync())[kind].Single().Index;
            var page = await office.GetPageAsync($"/office/facts/{index}");
            page.QuerySelector("main")!.TextContent.ShouldContain("沙滩村");
            page.QuerySelector(".summary-list")!.TextContent.ShouldNotContain("shatan");
        }
    }

    [Fact]
    public async Task Its_agenda_says_nothing_of_a_matter_that_is_not_cleared()
    {
        var (world, matter) = await WorldAsync();
        var id = await world.PlannedAsync(matter, await world.ApprovedAsync("陈玉兰家的渠"));
        await AnnounceAsync(world, id);
        await ClearAsync(world, matter);
        var reader = world.Committee.Anonymous();
        var page = await reader.GetPageAsync($"/sessions/{id}");
        page.QuerySelector("main ol:not(.crumbs) a")!.GetAttribute("href")!.ShouldEndWith($"/matters/{matter}");
        page.Body!.TextContent.ShouldContain("一件尚未公开的事项（农田水利）");
        page.Body.TextContent.ShouldNotContain("陈玉兰");
        (await reader.GetPageAsync($"/matters/{matter}")).Body!.TextContent.ShouldContain("制种玉米灌溉协商");
    }

    [Fact]
    public async Task A_calendar_program_learns_of_a_move_and_of_a_withdrawal()
    {
        var (world, matter) = await WorldAsync();
        var id = await world.PlannedAsync(matter);
        await AnnounceAsync(world, id);
        var reader = world.Committee.Anonymous();
        var before = await CalendarAsync(reader, "/sessions.ics");
        before.ShouldContain("DTSTART:20230512T070000Z");
        before.ShouldContain($"UID:{id:N}@");
        before.ShouldContain("STATUS:CONFIRMED");
        await world.WithAsync(
            id,
            async (_, session) =>
            {
                await Task.CompletedTask;
                session.Change(
                    world.Details with
                    {
                        PlannedFor = world.Details.PlannedFor!.Value.AddDays(1),
                    },
                    null,
                    SessionWorld.Doer
                );
            }
        );
        var moved = await CalendarAsync(reader, "/sessions.ics");
        moved.ShouldContain("DTSTART:20230513T070000Z");
        moved.ShouldContain($"UID:{id:N}@");
        SequenceOf(moved).ShouldBeGreaterThan(SequenceOf(before));
        await world.WithAsync(id, (acts, session) => acts.WithdrawAsync(session, "下雨改期", CancellationToken.None));
        var off = await CalendarAsync(reader, "/places/shatan/sessions.ics");
        off.ShouldContain("STATUS:CANCELLED");
        off.ShouldContain($"UID:{id:N}@");
        (await reader.GetPageAsync($"/sessions/{id}")).Body!.TextContent.ShouldContain("这次协商活动已取消：下雨改期");
        (await CalendarAsync(reader, "/places/donghe/sessions.ics")).ShouldNotContain("BEGIN:VEVENT");
    }

    [Fact]
    public async Task What_it_came_to_is_told_once_it_is_confirmed_and_without_a_name()
    {
        var (world, matter) = await WorldAsync();
        var id = await world.EndedAsync(matter);
        var reader = world.Committee.Anonymous();
        (await reader.GetAsync($"/sessions/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await world.WithAsync(id, (acts, session) => acts.ConfirmAsync(session, CancellationToken.None));
        await ClearAsync(world, matter);
        var page = (await reader.GetPageAsync($"/sessions/{id}")).Body!.TextContent;
        page.ShouldContain("委员 1 人，其他 8 人");
        page.ShouldContain("协商一致");
        page.ShouldNotContain("张三");
        (await reader.GetPageAsync("/sessions")).Body!.TextContent.ShouldContain("制种玉米灌溉协商");
        var csv = await (await reader.GetAsync("/matters/open-data/sessions.csv")).Content.ReadAsStringAsync();
        csv.ShouldContain(",2023-05-10,village,沙滩村村委会,mediated,1,1,8,");
        var json = JsonDocument.Parse(
            await (await reader.GetAsync("/matters/open-data/sessions.json")).Content.ReadAsStringAsync()
        );
        json.RootElement.GetProperty("sessions")[0].GetProperty("id").GetString().ShouldBe(id.ToString());
    }

    private async Task<(SessionWorld World, Guid Matter)> WorldAsync()
    {
        var world = await SessionWorld.CreateAsync(installation);
        return (world, await world.ApprovedAsync());
    }

    private static Task AnnounceAsync(SessionWorld world, Guid id) =>
        world.WithAsync(id, (acts, session) => acts.AnnounceAsync(session, "三组村民都可以来。", CancellationToken.None));

    private static Task ClearAsync(SessionWorld world, Guid matter) =>
        world.Committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var row = await db.Set<Matter>().Include(one => one.Steps).SingleAsync(one => one.Id == matter);
            row.Clear("支渠漏水", "支渠漏水，请大家商量。", services.GetRequiredService<MatterDesk>().Act());
            await db.SaveChangesAsync();
        });

    private static async Task<string> CalendarAsync(Visitor reader, string path)
    {
        var answer = await reader.GetAsync(path);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        return await answer.Content.ReadAsStringAsync();
    }

    private static int SequenceOf(string calendar) =>
        int.Parse(
            calendar.Split("\r\n").Single(line => line.StartsWith("SEQUENCE:", StringComparison.Ordinal))[9..],
            System.Globalization.CultureInfo.InvariantCulture
        );
}
