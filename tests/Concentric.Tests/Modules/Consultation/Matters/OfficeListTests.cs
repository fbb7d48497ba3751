using System.Net;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Office;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Matters;

/// <summary>The office finds its matters by list, board, map and tasks, does many at once, and is reminded once.</summary>
public sealed class OfficeListTests(Installation installation)
{
    [Fact]
    public async Task The_list_is_narrowed_by_state_place_unit_and_what_is_late_and_leaves_as_a_file()
    {
        var world = await MatterWorld.CreateAsync(installation);
        await world.MatterAsync(title: "渠漏水");
        await world.MatterAsync(MatterState.Assigned, title: "路灯不亮");
        await world.MatterAsync(place: world.OtherVillage, title: "垃圾没人收");
        var office = await world.Committee.SignInAsync("office-staff");
        var list = MatterWorld.Office;
        (await MatterWorld.MainAsync(office, list + "?f.place=shangba")).ShouldContain("垃圾没人收");
        var village = await MatterWorld.MainAsync(office, list + "?f.place=xiaogou&f.state=Collected");
        village.ShouldContain("渠漏水");
        village.ShouldNotContain("路灯不亮");
        village.ShouldNotContain("垃圾没人收");
        (await MatterWorld.MainAsync(office, list + "?f.unit=road-office&f.phase=Handling")).ShouldContain("路灯不亮");
        (await MatterWorld.MainAsync(office, list + "?f.late=yes&f.year=2023&f.topic=water&f.source=Public")).ShouldNotContain(
            "渠漏水"
        );
        (await MatterWorld.MainAsync(office, list + "?q=2023-0001")).ShouldContain("路灯不亮");
        var file = await office.GetAsync(list + "?f.place=xiaogou&export=csv");
        (await file.Content.ReadAsStringAsync()).ShouldContain("渠漏水");
        var head = await world.Committee.SignInForOfficeAsync("yinger", "station-head");
        (await MatterWorld.MainAsync(head, list)).ShouldNotContain("渠漏水");
    }

    [Fact]
    public async Task Many_are_accepted_at_once_and_what_was_not_is_told_with_its_reason()
    {
        var world = await MatterWorld.CreateAsync(installation);
        for (var count = 0; count < 3; count++)
            await world.MatterAsync();
        await world.MatterAsync(MatterState.Approved);
        var office = await world.Committee.SignInAsync("office-staff");
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)
            (await office.GetPageAsync(MatterWorld.Office)).QuerySelector("form.bulk-form")!;
        form.SetAttribute("action", office.Base + MatterWorld.Office + "?handler=Accept");
        var answer = await office.SendAsync(MatterWorld.Office, form, new() { ["all"] = "true" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var told = await MatterWorld.MainAsync(office, MatterWorld.Office);
        told.ShouldContain("办了 3 件，1 件没有办");
        (
            await world.Committee.InDbAsync(db => db.Set<Matter>().CountAsync(matter => matter.State == MatterState.Accepted))
        ).ShouldBe(3);
    }

    [Fact]
    public async Task Many_are_assigned_to_one_unit_with_one_last_day()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var ids = new[] { await world.MatterAsync(MatterState.Submitted), await world.MatterAsync(MatterState.Submitted) };
        var office = await world.Committee.SignInAsync("office-staff");
        var path = $"{MatterWorld.Office}/bulk/assign?ids={ids[0]},{ids[1]}";
        var answer = await office.SubmitAsync(path, new() { ["Lead"] = world.RoadOffice.ToString(), ["DueOn"] = "2023-06-01" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        foreach (var id in ids)
            (await world.FindAsync(id)).Lead!.DueOn.ShouldBe(new DateOnly(2023, 6, 1));
    }

    [Fact]
    public async Task The_board_counts_its_columns_and_moves_a_card_only_where_there_is_a_move()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(title: "渠漏水");
        var session = await world.MatterAsync(MatterState.InSession, title: "路灯不亮");
        var office = await world.Committee.SignInAsync("secretary-general");
        var board = $"{MatterWorld.Office}/board";
        var page = await office.GetPageAsync(board + "?place=shangba");
        page.QuerySelector("[data-phase=Screening] .count")!.TextContent.ShouldBe("1");
        page.QuerySelectorAll("[data-phase=Consulting] [data-to]").ShouldBeEmpty("a session concludes it");
        page.QuerySelector("[data-board-told][role=status]").ShouldNotBeNull("what cannot be dropped is told why not");
        page.QuerySelector("[data-phase=Handling]")!.GetAttribute("data-why-not").ShouldBe("报送之后才能交办。");
        page.QuerySelector("[data-phase=Consulting] [data-card]")!.GetAttribute("data-why-not")!.ShouldContain("\"Planning\"");
        page.QuerySelector("[data-phase=Screening] a[data-to=Left]").ShouldNotBeNull();
        await office.SubmitAsync(board, [], "form:has([value=Accept])");
        (await world.FindAsync(id)).State.ShouldBe(MatterState.Accepted);
        (await world.FindAsync(session)).State.ShouldBe(MatterState.InSession);
        (await MatterWorld.MainAsync(office, board)).ShouldContain("受理：《渠漏水》");
        (await office.GetPageAsync(board + "?unit=water-office"))
            .QuerySelector("[data-phase=Approval] .count")!
            .TextContent.ShouldBe("0");
        var chair = await world.Committee.SignInAsync("chairpersons-meeting");
        (await chair.GetPageAsync(board)).QuerySelectorAll("[data-to=Left]").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_map_draws_places_and_says_the_same_in_a_table()
    {
        var world = await MatterWorld.CreateAsync(installation);
        await world.MatterAsync();
        await world.MatterAsync(MatterState.Approved);
        await world.MatterAsync(MatterState.Closed);
        var office = await world.Committee.SignInAsync("office-staff");
        var page = await office.GetPageAsync($"{MatterWorld.Office}/map");
        page.QuerySelectorAll(".place-map > svg circle").Length.ShouldBe(1);
        page.QuerySelector("table tbody tr")!.TextContent.ShouldContain("小沟村");
        page.QuerySelector("table tbody td")!.TextContent.ShouldBe("2");
    }

    [Fact]
    public async Task Tasks_are_what_waits_for_me_by_permission_and_place()
    {
        var world = await MatterWorld.CreateAsync(installation);
        await world.MatterAsync(title: "等受理");
        await world.MatterAsync(MatterState.Accepted, title: "等审定");
        await world.MatterAsync(MatterState.Assigned, title: "单位在办");
        await world.MatterAsync(MatterState.Closed, title: "已经办结");
        var chair = await world.Committee.SignInAsync("chairpersons-meeting");
        var own = await MatterWorld.MainAsync(chair, "/office/consultation/tasks");
        own.ShouldContain("等审定");
        own.ShouldNotContain("等受理");
        var staff = await MatterWorld.MainAsync(await world.Committee.SignInAsync("office-staff"), "/office/consultation/tasks");
        staff.ShouldContain("等受理");
        staff.ShouldNotContain("单位在办");
        staff.ShouldNotContain("已经办结");
        (await MatterWorld.MainAsync(chair, "/office")).ShouldContain("等您办理的协商事项");
        var stranger = await world.Committee.SignInForOfficeAsync("yinger", "station-head");
        (await MatterWorld.MainAsync(stranger, "/office/consultation/tasks")).ShouldContain("都办完了");
    }

    [Fact]
    public async Task People_are_reminded_once_before_and_after_the_last_day_and_those_above_when_it_is_long_past()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var staff = await world.Committee.SignInAsync("office-staff");
        var chair = await world.Committee.SignInAsync("chairpersons-meeting");
        var id = await world.MatterAsync();
        var due = (await world.FindAsync(id)).DueOn!.Value;
        async Task RunOnAsync(DateOnly day) =>
            await world.Committee.DoAsync(async services =>
            {
                await ReminderOf(services, new DateTimeOffset(day.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero))
                    .RunAsync(CancellationToken.None);
            });

        await RunOnAsync(due.AddDays(-1));
        await RunOnAsync(due.AddDays(-1));
        (await RemindersAsync(world, staff)).ShouldHaveSingleItem().ShouldContain("快到期");
        await RunOnAsync(due.AddDays(1));
        await RunOnAsync(due.AddDays(2));
        (await RemindersAsync(world, staff)).Count.ShouldBe(2);
        (await RemindersAsync(world, chair)).ShouldBeEmpty();
        await RunOnAsync(due.AddDays(20));
        await RunOnAsync(due.AddDays(21));
        (await RemindersAsync(world, chair)).ShouldHaveSingleItem().ShouldContain("逾期已久");
        (await RemindersAsync(world, staff)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task When_the_days_for_answering_are_over_the_asking_ends()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.FeedbackSought);
        var due = (await world.FindAsync(id)).DueOn!.Value;
        await world.Committee.DoAsync(services =>
            ReminderOf(services, new DateTimeOffset(due.AddDays(1).ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero))
                .RunAsync(CancellationToken.None)
        );
        var matter = await world.FindAsync(id);
        (matter.State, matter.Satisfaction).ShouldBe((MatterState.FeedbackGiven, null));
        (await world.FactsAsync(id, MatterFacts.FeedbackGiven)).ShouldBeEmpty();
    }

    /// <summary>The job on another day, without moving the clock of all other tests.</summary>
    private static MatterReminders ReminderOf(IServiceProvider services, DateTimeOffset now)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now);
        var desk = ActivatorUtilities.CreateInstance<MatterDesk>(services, clock);
        var reasons = ActivatorUtilities.CreateInstance<MatterReasons>(services, desk);
        var acts = ActivatorUtilities.CreateInstance<MatterActs>(services, desk, reasons);
        return ActivatorUtilities.CreateInstance<MatterReminders>(services, desk, acts, clock);
    }

    private static async Task<List<string>> RemindersAsync(MatterWorld world, Visitor visitor) =>
        [
            .. (await world.MessagesAsync(visitor))
                .Where(message => message.Kind == MatterReminders.Kind)
                .Select(message => message.Title),
        ];
}
