using System.Net;
using AngleSharp.Html.Dom;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Office;
using Concentric.Platform;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Matters;

/// <summary>Each verb of the office has a page: for those who may, in its turn, with its words, its step and its fact.</summary>
public sealed class OfficeVerbTests(Installation installation)
{
    /// <summary>The verb, the state it is done in, what is typed, the state it leads to, and the kind of fact it leaves.</summary>
    public static TheoryData<MatterVerb, MatterState, string, MatterState, string?> Verbs =>
        new()
        {
            { MatterVerb.Accept, MatterState.Collected, "", MatterState.Accepted, MatterFacts.Accepted },
            { MatterVerb.Reject, MatterState.Collected, "ReasonId=unclear&Words=看不明白在哪里", MatterState.Rejected, null },
            { MatterVerb.TakeUpAgain, MatterState.Rejected, "Words=是我们看漏了", MatterState.Collected, null },
            {
                MatterVerb.Transfer,
                MatterState.Accepted,
                "Destination=hotline-12345&Words=已转12345",
                MatterState.Transferred,
                null
            },
            { MatterVerb.Withdraw, MatterState.Accepted, "Words=本人要求撤回", MatterState.Withdrawn, null },
            { MatterVerb.Approve, MatterState.Accepted, "", MatterState.Approved, null },
            { MatterVerb.Schedule, MatterState.Approved, "PlannedFor=2023-05-19", MatterState.Scheduled, null },
            { MatterVerb.Research, MatterState.Scheduled, "Words=看了三组的支渠", MatterState.Researching, null },
            { MatterVerb.Announce, MatterState.Scheduled, "Announcement=周五下午三点，村议事室", MatterState.Announced, null },
            { MatterVerb.Submit, MatterState.ResultSigned, "SubmittedTo=镇党委", MatterState.Submitted, null },
            { MatterVerb.Assign, MatterState.Submitted, "Lead={water}&DueOn=2023-06-20", MatterState.Assigned, null },
            { MatterVerb.AddHandler, MatterState.Assigned, "Unit={power}&DueOn=2023-05-19", MatterState.Assigned, null },
            {
                MatterVerb.GiveFeedback,
                MatterState.FeedbackSought,
                "Giver=Submitter&Mark=Satisfied&Words=渠修好了",
                MatterState.FeedbackSought,
                null
            },
            {
                MatterVerb.Close,
                MatterState.FeedbackGiven,
                "Outcome=Solved&Proof=支渠已修",
                MatterState.Closed,
                MatterFacts.Closed
            },
            { MatterVerb.Revisit, MatterState.Closed, "Held=True&Words=水够", MatterState.Revisited, MatterFacts.Revisited },
            { MatterVerb.Reopen, MatterState.Closed, "Words=又漏了", MatterState.Submitted, null },
            { MatterVerb.AddWords, MatterState.Accepted, "Words=二组也一样", MatterState.Accepted, null },
            { MatterVerb.Clear, MatterState.Accepted, "PublicTitle=修渠&PublicText=支渠漏水", MatterState.Accepted, null },
        };

    [Theory, MemberData(nameof(Verbs))]
    public async Task It_is_done_with_its_words_leaves_its_step_and_its_fact(
        MatterVerb verb,
        MatterState from,
        string typed,
        MatterState to,
        string? fact
    )
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(from);
        if (verb == MatterVerb.Revisit)
            await world.DueTodayAsync(id);
        var office = await world.Committee.SignInAsync("secretary-general");
        var path = $"{MatterWorld.Office}/{id}/{MatterWording.Slug(verb)}";
        var form = await office.GetPageAsync(path);
        form.QuerySelector("a[href^='~']").ShouldBeNull("an address below the committee is resolved");
        (
            await office.GetAsync(form.QuerySelector(".form-actions a")!.GetAttribute("href")![office.Base.Length..])
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = await office.SubmitAsync(path, Fields(typed, world));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        var matter = await world.FindAsync(id);
        matter.State.ShouldBe(to);
        (matter.Steps[^1].Verb, matter.Steps[^1].ActorName).ShouldBe((verb, office.UserName));
        if (fact is not null)
            (await world.FactsAsync(id, fact)).ShouldHaveSingleItem();
        (await MatterWorld.MainAsync(office, $"{MatterWorld.Office}/{id}")).ShouldContain("已办理");
    }

    [Theory, MemberData(nameof(Verbs))]
    public async Task Those_who_may_not_and_those_of_another_place_do_not_find_it(
        MatterVerb verb,
        MatterState from,
        string typed,
        MatterState to,
        string? fact
    )
    {
        _ = (typed, to, fact);
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(from);
        var path = $"{MatterWorld.Office}/{id}/{MatterWording.Slug(verb)}";
        foreach (
            var stranger in new[]
            {
                await world.Committee.SignInAsync("editor"),
                await world.Committee.SignInForOfficeAsync("water-office", "handling-unit"),
                await world.Committee.SignInForOfficeAsync("yinger", "station-head"),
            }
        )
            (await stranger.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, MemberData(nameof(Verbs))]
    public async Task Out_of_its_turn_the_page_says_why_not_and_nothing_is_done(
        MatterVerb verb,
        MatterState from,
        string typed,
        MatterState to,
        string? fact
    )
    {
        _ = (from, typed, to, fact);
        var world = await MatterWorld.CreateAsync(installation);
        var isEarly = verb is MatterVerb.AddWords;
        var id = await world.MatterAsync(verb is MatterVerb.Clear ? MatterState.Collected : MatterState.InSession);
        if (isEarly)
            return;
        var office = await world.Committee.SignInAsync("secretary-general");
        var page = await office.GetPageAsync($"{MatterWorld.Office}/{id}/{MatterWording.Slug(verb)}");
        page.QuerySelector("main form[method=post]").ShouldBeNull();
        page.QuerySelector("a[href^='~']").ShouldBeNull("an address below the committee is resolved");
        var words = installation.Services.GetRequiredService<Words>();
        page.QuerySelector("main")!
            .TextContent.ShouldContain(
                words[verb is MatterVerb.Clear ? "Refusal.MatterClearTooEarly" : $"Refusal.MatterNot{verb}"]
            );
    }

    [Fact]
    public async Task What_is_missing_is_told_beside_its_field_and_what_was_typed_is_kept()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync();
        var office = await world.Committee.SignInAsync("secretary-general");
        var answer = await office.SubmitAsync($"{MatterWorld.Office}/{id}/reject", new() { ["Words"] = "看不明白" });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("#ReasonId-error")!.TextContent.ShouldContain("请选择不予受理的理由");
        ((IHtmlTextAreaElement)page.QuerySelector("textarea[name=Words]")!).Value.Trim().ShouldBe("看不明白");
        (await world.FindAsync(id)).State.ShouldBe(MatterState.Collected);
    }

    [Fact]
    public async Task Of_two_clerks_who_assign_at_once_the_second_sees_both()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.Submitted);
        var first = await world.Committee.SignInAsync("office-staff");
        var second = await world.Committee.SignInAsync("office-staff");
        var path = $"{MatterWorld.Office}/{id}/assign";
        var form = (IHtmlFormElement)(await second.GetPageAsync(path)).QuerySelector("main form[method=post]")!;
        await first.SubmitAsync(path, new() { ["Lead"] = world.WaterOffice.ToString() });
        var answer = await second.SendAsync(path, form, new() { ["Lead"] = world.RoadOffice.ToString() });
        var told = await answer.Content.ReadAsStringAsync();
        told.ShouldContain("别人已经办了");
        told.ShouldContain(first.UserName);
        told.ShouldContain("水务局");
        told.ShouldContain("交通局");
        (await world.FindAsync(id)).Assignments.ShouldHaveSingleItem().HandlingUnitId.ShouldBe(world.WaterOffice);
    }

    [Fact]
    public async Task Handling_again_has_a_limit_and_needs_negative_feedback()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.FeedbackSought);
        var office = await world.Committee.SignInAsync("office-staff");
        var path = $"{MatterWorld.Office}/{id}";
        await office.SubmitAsync(path + "/give-feedback", new() { ["Giver"] = "Submitter", ["Mark"] = "NotSatisfied" });
        await office.SubmitAsync(path, [], "form:has([value=SettleFeedback])");
        (await MatterWorld.MainAsync(office, path + "/close")).ShouldContain("反馈为不满意，不能算作协商解决");
        var answer = await office.SubmitAsync(path + "/rework", new() { ["Words"] = "只修了一半。" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        var matter = await world.FindAsync(id);
        (matter.State, matter.Round, matter.Reworks).ShouldBe((MatterState.Assigned, 2, 1));
        matter.Lead!.HandlingUnitId.ShouldBe(world.WaterOffice);
        matter
            .Current.Select(row => row.HandlingUnitId)
            .ShouldBe([world.WaterOffice, world.RoadOffice], "those who did it before");
    }

    [Fact]
    public async Task What_is_reopened_is_offered_to_those_who_handled_it_before()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.Closed);
        await world.DoAsync(id, MatterVerb.Reopen, (matter, act) => matter.Reopen("又漏了。", act));
        var office = await world.Committee.SignInAsync("office-staff");
        var path = $"{MatterWorld.Office}/{id}/assign";
        var form = await office.GetPageAsync(path);
        ((IHtmlSelectElement)form.QuerySelector("select[name=Lead]")!).Value.ShouldBe($"{world.WaterOffice}");
        await office.SubmitAsync(path, new() { ["Lead"] = $"{world.PowerOffice}" });
        var matter = await world.FindAsync(id);
        (matter.Round, matter.Lead!.HandlingUnitId).ShouldBe((2, world.PowerOffice), "it can be changed");
        matter.Current.ShouldContain(row => row.HandlingUnitId == world.RoadOffice);
    }

    [Fact]
    public async Task A_second_visit_waits_for_its_day_and_one_that_finds_it_undone_leads_to_reopening()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.Closed);
        var office = await world.Committee.SignInAsync("secretary-general");
        var path = $"{MatterWorld.Office}/{id}/revisit";
        var early = await office.GetPageAsync(path);
        early.QuerySelector("main form[method=post]").ShouldBeNull();
        early.QuerySelector("main")!.TextContent.ShouldContain("还没有到回访的日子（2023-");
        await world.DueTodayAsync(id);
        var answer = await office.SubmitAsync(path, new() { ["Held"] = "False", ["Words"] = "又漏了" });
        answer.Headers.Location!.ToString().ShouldEndWith($"{id}/reopen");
        (await office.GetPageAsync($"{MatterWorld.Office}/{id}/reopen"))
            .QuerySelector("textarea")!
            .TextContent.ShouldContain("又漏了");
    }

    [Fact]
    public async Task What_looks_like_personal_data_is_cleared_only_after_a_second_look()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.Accepted);
        var office = await world.Committee.SignInAsync("office-staff");
        var path = $"{MatterWorld.Office}/{id}/clear";
        var entered = new Dictionary<string, string> { ["PublicTitle"] = "修渠", ["PublicText"] = "请打 13893712345 找我" };
        (await (await office.SubmitAsync(path, entered)).Content.ReadAsStringAsync()).ShouldContain("13893712345");
        (await world.FindAsync(id)).IsPublic.ShouldBeFalse();
        await office.SubmitAsync(path, new(entered) { ["PublicText"] = "三组的支渠漏水" });
        (await world.FindAsync(id)).PublicText.ShouldBe("三组的支渠漏水");
        await office.SubmitAsync($"{MatterWorld.Office}/{id}/conceal", new() { ["Words"] = "先不公开" });
        (await world.FindAsync(id)).IsPublic.ShouldBeFalse();
    }

    [Fact]
    public async Task A_matter_is_put_together_with_another_by_its_number()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var into = await world.MatterAsync(MatterState.Approved);
        var id = await world.MatterAsync(title: "三组支渠漏水");
        var office = await world.Committee.SignInAsync("office-staff");
        var path = $"{MatterWorld.Office}/{id}/merge";
        (await (await office.SubmitAsync(path, new() { ["Number"] = "2023-0099" })).Content.ReadAsStringAsync()).ShouldContain(
            "Number-error"
        );
        await office.SubmitAsync(path, new() { ["Number"] = "2023-0001" });
        (await world.FindAsync(id)).MergedIntoId.ShouldBe(into);
        (await MatterWorld.MainAsync(office, $"{MatterWorld.Office}/{into}")).ShouldContain("并入本事项");
    }

    [Fact]
    public async Task A_closed_matter_that_comes_again_is_offered_as_the_earlier_one()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var earlier = await world.MatterAsync(MatterState.Closed);
        var id = await world.MatterAsync(title: "玉米又灌不上水");
        var office = await world.Committee.SignInAsync("office-staff");
        (await MatterWorld.MainAsync(office, $"{MatterWorld.Office}/{id}")).ShouldContain("相似事项");
        await office.SubmitAsync($"{MatterWorld.Office}/{id}/accept", new() { ["Repeats"] = earlier.ToString() });
        (await world.FindAsync(id)).RepeatsId.ShouldBe(earlier);
        (await world.FactsAsync(id, MatterFacts.Accepted)).Single().Step.ShouldBe("repeat");
    }

    private static Dictionary<string, string> Fields(string typed, MatterWorld world) =>
        typed
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .ToDictionary(
                pair => pair[0],
                pair => pair[1].Replace("{water}", $"{world.WaterOffice}").Replace("{power}", $"{world.PowerOffice}")
            );
}
