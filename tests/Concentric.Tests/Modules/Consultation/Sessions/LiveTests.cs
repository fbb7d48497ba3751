using System.Net;
using AngleSharp.Html.Dom;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Consultation.Sessions;
using Concentric.Modules.Consultation.Sessions.Live;
using Concentric.Platform.Data;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Sessions;

/// <summary>A session while it is held: the convener's forms, and what everybody in the room sees.</summary>
public sealed class LiveTests(Installation installation)
{
    private static string Live(Guid id) => $"/office/consultation/sessions/{id}/live";

    private static async Task<(SessionWorld World, Guid Id, Visitor Office)> BegunAsync(
        Installation installation,
        VoteThreshold? vote = null
    )
    {
        var world = await SessionWorld.CreateAsync(installation, vote);
        var id = await world.PlannedAsync(await world.ApprovedAsync(), await world.ApprovedAsync("渠边要修护栏"));
        await world.WithAsync(id, (acts, session) => acts.BeginAsync(session, CancellationToken.None));
        return (world, id, await world.Committee.SignInAsync("office-staff"));
    }

    private static Task<HttpResponseMessage> DoAsync(
        Visitor office,
        Guid id,
        string handler,
        Dictionary<string, string>? fields = null
    ) => office.SubmitAsync(Live(id), fields ?? [], $"form[action*='handler={handler}']");

    [Fact]
    public async Task The_convener_leads_a_matter_to_its_result_by_plain_forms_and_only_one_at_a_time()
    {
        var (world, id, office) = await BegunAsync(installation);
        await DoAsync(office, id, "TakeUp");
        await DoAsync(office, id, "Count", new() { ["Input.As"] = "Resident", ["Input.Number"] = "9" });
        await DoAsync(office, id, "Speak", new() { ["Input.As"] = "Resident" });
        (await world.ReadAsync(id)).Turn!.As.ShouldBe(PresentAs.Resident);
        await DoAsync(office, id, "Point", new() { ["Input.Text"] = "水务局出料，村里出工。" });
        var early = await DoAsync(office, id, "End");
        early.StatusCode.ShouldBe(HttpStatusCode.OK);
        await DoAsync(office, id, "Conclude", new() { ["Input.Conclusion"] = "Agreed" });
        await DoAsync(office, id, "ReadBack");

        var session = await world.ReadAsync(id);
        (session.Agenda.First().State, session.Agenda.First().Conclusion).ShouldBe(
            (AgendaState.Concluded, MatterConclusion.Agreed)
        );
        session.Turn.ShouldBeNull();
        var screen = (await world.Committee.Anonymous().GetPageAsync($"/screen/{session.ScreenCode}")).QuerySelector(
            ".screen-agenda li"
        )!;
        screen.TextContent.ShouldContain("协商一致");
        screen.TextContent.ShouldContain("水务局出料，村里出工。");
        await DoAsync(office, id, "TakeUp", new() { ["Input.Row"] = session.Agenda.Last().Id.ToString() });
        await DoAsync(office, id, "Adjourn", new() { ["Input.Reason"] = "设计的人没有来" });
        (await DoAsync(office, id, "End")).Headers.Location!.ToString().ShouldEndWith(id.ToString());
        (await world.ReadAsync(id)).State.ShouldBe(SessionState.Ended);
    }

    [Fact]
    public async Task The_room_reads_what_a_matter_is_about_until_its_words_are_cleared_and_the_convener_its_title()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var matter = await world.ApprovedAsync("陈玉兰家的渠");
        var id = await world.PlannedAsync(matter);
        await world.WithAsync(id, (acts, session) => acts.BeginAsync(session, CancellationToken.None));
        var office = await world.Committee.SignInAsync("office-staff");
        (await office.GetPageAsync(Live(id))).QuerySelector("main")!.TextContent.ShouldContain("陈玉兰家的渠");
        var room = world.Committee.Anonymous();
        var code = (await world.ReadAsync(id)).ScreenCode;
        var screen = $"/screen/{code}";
        await using var phone = await ScreenReader.OpenAsync(room, code, lastEventId: null);
        await phone.NextAsync();
        await DoAsync(office, id, "TakeUp");
        var taken = await phone.NextAsync();
        taken.GetProperty("current").GetProperty("title").GetString().ShouldBe("农田水利事项 2023-0001");
        taken.GetRawText().ShouldNotContain("陈玉兰");
        (await room.GetPageAsync(screen)).DocumentElement.OuterHtml.ShouldNotContain("陈玉兰");
        await world.Committee.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var row = await db.Set<Matter>().Include(one => one.Steps).SingleAsync(one => one.Id == matter);
            row.Clear("支渠漏水", "支渠漏水，请大家商量。", services.GetRequiredService<MatterDesk>().Act());
            await db.SaveChangesAsync();
        });
        (await room.GetPageAsync(screen)).QuerySelector(".screen-agenda")!.TextContent.ShouldContain("支渠漏水");
    }

    [Fact]
    public async Task What_changed_after_it_was_read_back_must_be_read_back_again()
    {
        var (world, id, office) = await BegunAsync(installation);
        await DoAsync(office, id, "TakeUp");
        await DoAsync(office, id, "Point", new() { ["Input.Text"] = "水务局出料。" });
        await DoAsync(office, id, "Conclude", new() { ["Input.Conclusion"] = "Agreed" });
        await DoAsync(office, id, "ReadBack");
        await world.WithAsync(
            id,
            (_, session) =>
            {
                session.AddPoint(
                    session.Agenda.First(),
                    Guid.CreateVersion7(),
                    PointKind.Dissent,
                    "一户不同意。",
                    SessionWorld.Doer
                );
                return Task.CompletedTask;
            }
        );
        var first = (await world.ReadAsync(id)).Agenda.First();
        (first.State, first.ReadBackAt).ShouldBe((AgendaState.Current, null));
    }

    [Fact]
    public async Task Two_who_reword_a_point_at_the_same_time_both_keep_their_words_until_somebody_chooses()
    {
        var (world, id, office) = await BegunAsync(installation);
        await DoAsync(office, id, "TakeUp");
        await DoAsync(office, id, "Point", new() { ["Input.Text"] = "村里出工。" });
        var seen = await office.GetPageAsync(Live(id));
        var form = (IHtmlFormElement)seen.QuerySelector("form[action*='handler=Reword']")!;
        var station = await world.Committee.SignInForOfficeAsync("shatan", "station-head");
        await DoAsync(station, id, "Reword", new() { ["Input.Text"] = "村里出工，每户一人。" });

        // The other one was offline and sends what was written over the earlier words.
        await office.SendAsync(Live(id), form, new() { ["Input.Text"] = "村里和水务局一起出工。" });

        var point = (await world.ReadAsync(id)).Agenda.First().Points.Single();
        (point.Text, point.Rival).ShouldBe(("村里出工，每户一人。", "村里和水务局一起出工。"));
        var page = (await office.GetPageAsync(Live(id))).QuerySelector(".live-rivals")!;
        page.TextContent.ShouldContain("村里出工，每户一人。");
        page.TextContent.ShouldContain("村里和水务局一起出工。");
        await DoAsync(office, id, "Choose", new() { ["Input.Text"] = "村里出工，每户一人，水务局帮忙。" });
        point = (await world.ReadAsync(id)).Agenda.First().Points.Single();
        (point.Text, point.Rival).ShouldBe(("村里出工，每户一人，水务局帮忙。", null));
    }

    [Fact]
    public async Task The_same_change_sent_twice_after_a_break_is_made_once()
    {
        var (world, id, office) = await BegunAsync(installation);
        await DoAsync(office, id, "TakeUp");
        var form = (IHtmlFormElement)(await office.GetPageAsync(Live(id))).QuerySelector("form[action*='handler=Point']")!;
        for (var times = 0; times < 2; times++)
            await office.SendAsync(Live(id), form, new() { ["Input.Text"] = "村里出工。" });
        (await world.ReadAsync(id)).Agenda.First().Points.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Votes_are_asked_for_only_where_the_rule_has_them()
    {
        var (_, without, office) = await BegunAsync(installation);
        await DoAsync(office, without, "TakeUp");
        (await office.GetPageAsync(Live(without))).QuerySelector("[name='Input.For']").ShouldBeNull();
        var (_, id, other) = await BegunAsync(installation, VoteThreshold.MoreThanHalf);
        await DoAsync(other, id, "TakeUp");
        (await other.GetPageAsync(Live(id))).QuerySelector("[name='Input.For']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Everybody_in_the_room_sees_each_change_at_once_and_after_a_break_what_they_missed_and_no_names()
    {
        var (world, id, office) = await BegunAsync(installation);
        var code = (await world.ReadAsync(id)).ScreenCode;
        var room = world.Committee.Anonymous();
        await using var phone = await ScreenReader.OpenAsync(room, code, lastEventId: null);
        (await phone.NextAsync()).GetProperty("state").GetString().ShouldBe("InProgress");

        await DoAsync(office, id, "TakeUp");
        var taken = await phone.NextAsync();
        taken.GetProperty("current").GetProperty("title").GetString().ShouldBe("农田水利事项 2023-0001");
        await DoAsync(office, id, "Speak", new() { ["Input.As"] = "Resident", ["Input.Name"] = "赵六" });
        var spoken = await phone.NextAsync();
        spoken.GetProperty("turn").GetProperty("as").GetString().ShouldBe("Resident");
        spoken.GetProperty("turn").GetProperty("limit").GetInt32().ShouldBe(180);
        spoken.GetRawText().ShouldNotContain("赵六");
        var last = spoken.GetProperty("sequence").GetInt32();
        await phone.DisposeAsync();

        await DoAsync(office, id, "Point", new() { ["Input.Text"] = "水务局出料。" });
        await using var again = await ScreenReader.OpenAsync(room, code, last);
        var missed = await again.NextAsync();
        missed.GetProperty("sequence").GetInt32().ShouldBeGreaterThan(last);
        missed.GetProperty("current").GetProperty("agreements")[0].GetString().ShouldBe("水务局出料。");
        (await room.GetPageAsync($"/screen/{code}")).Body!.TextContent.ShouldContain("水务局出料。");
        (await room.GetAsync("/screen/0000000000")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_listener_that_does_not_keep_up_is_told_to_come_again_and_the_others_go_on()
    {
        var broadcast = installation.Services.GetRequiredService<SessionBroadcast>();
        var session = Guid.CreateVersion7();
        using var slow = broadcast.Join(session);
        using var quick = broadcast.Join(session);
        for (var sequence = 1; sequence <= SessionBroadcast.MostWaiting + 1; sequence++)
        {
            broadcast.Send(session, new SessionFrame(sequence, new byte[] { 1 }));
            (await quick.Reader.ReadAsync(TestContext.Current.CancellationToken)).Sequence.ShouldBe(sequence);
        }

        slow.Reader.Count.ShouldBe(SessionBroadcast.MostWaiting);
        while (slow.Reader.TryRead(out _)) { }
        slow.Reader.Completion.IsCompleted.ShouldBeTrue();
        broadcast.CountOf(session).ShouldBe(1);
    }
}
