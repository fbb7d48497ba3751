using System.Net;
using System.Text.Json;
using Concentric.Modules.Consultation.Matters;
using Concentric.Platform.Data;
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
        foreach (var word in new[] { "制种玉米灌溉协商", "2023年5月12日 15:00", "沙滩村", "三组村民都可以来", "将要举行" })
            page.Body!.TextContent.ShouldContain(word);
        (await reader.GetPageAsync("/sessions")).Body!.TextContent.ShouldContain("制种玉米灌溉协商");
        (await reader.GetPageAsync("/places/shatan")).Body!.TextContent.ShouldContain("制种玉米灌溉协商");
        (await reader.GetPageAsync("/places/donghe")).Body!.TextContent.ShouldNotContain("制种玉米灌溉协商");
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
