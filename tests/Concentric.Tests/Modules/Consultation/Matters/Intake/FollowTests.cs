using System.Net;
using Concentric.Modules.Consultation.Matters;
using Concentric.Platform.Ledger;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Matters.Intake;

/// <summary>Whoever holds the code follows the matter, without an account and without a script.</summary>
public sealed class FollowTests(Installation installation)
{
    [Fact]
    public async Task The_code_opens_the_matter_however_it_is_typed_and_the_page_is_kept_by_nobody()
    {
        var (world, code, id) = await BeginAsync();
        var resident = world.Committee.Anonymous();
        var led = await resident.SubmitAsync(
            "/matters/follow",
            new() { ["Code"] = $" {code.Replace("-", " ").ToLowerInvariant()} " }
        );
        led.Headers.Location!.ToString().ShouldEndWith($"/matters/follow/{code}");
        var page = await resident.GetAsync($"/matters/follow/{code}");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        page.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
        var said = await page.Content.ReadAsStringAsync();
        said.ShouldContain("最晚");
        said.ShouldNotContain(id.ToString());
        (await Text(resident, "/matters/follow", new() { ["Code"] = "ABC" })).ShouldContain("26 个字母和数字");
        (await resident.GetAsync($"/matters/follow/{MatterTracking.NewCode()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_story_is_told_in_plain_words_without_names_of_staff()
    {
        var (world, code, id) = await BeginAsync(MatterState.FeedbackSought);
        var resident = world.Committee.Anonymous();
        var story = await MainAsync(resident, code);
        foreach (var sentence in new[] { "受理了", "大家商量一致", "交给水务局", "办理单位答复了", "已经修好。", "请您评价" })
            story.ShouldContain(sentence);
        story.ShouldNotContain("system");
        story.ShouldNotContain("陈玉兰");
        var english = world.Committee.Anonymous();
        await english.GetAsync("/preferences?language=en");
        (await MainAsync(english, code)).ShouldContain("taken up");
    }

    [Fact]
    public async Task Asked_whether_it_is_settled_the_submitter_answers_once()
    {
        var (world, code, id) = await BeginAsync(MatterState.FeedbackSought);
        var resident = world.Committee.Anonymous();
        (await Text(resident, $"/matters/follow/{code}", [], "form#answer")).ShouldContain("请选一个评价");
        await resident.SubmitAsync(
            $"/matters/follow/{code}",
            new() { ["Mark"] = nameof(SatisfactionMark.NotSatisfied), ["Words"] = "还在漏" },
            "form#answer"
        );
        var mark = (await world.FindAsync(id)).Feedback.ShouldHaveSingleItem();
        (mark.Giver, mark.Mark, mark.Words, mark.AccountId).ShouldBe(
            (FeedbackGiver.Submitter, SatisfactionMark.NotSatisfied, "还在漏", Guid.Empty)
        );
        var page = await resident.GetPageAsync($"/matters/follow/{code}");
        page.QuerySelector("form#answer").ShouldBeNull();
        page.QuerySelector("main")!.TextContent.ShouldContain("还在漏");
        page.QuerySelector(".next-step")!.TextContent.ShouldContain("收到了您的评价");
    }

    [Fact]
    public async Task Words_are_added_and_stay_on_the_page_when_they_cannot_be()
    {
        var (world, code, id) = await BeginAsync();
        var resident = world.Committee.Anonymous();
        await resident.SubmitAsync($"/matters/follow/{code}", new() { ["Words"] = "昨天又停水了。" }, "form#add");
        (await world.FindAsync(id)).Notes.ShouldHaveSingleItem().Text.ShouldBe("昨天又停水了。");
        (await MainAsync(resident, code)).ShouldContain("昨天又停水了。");
        var tooLong = new string('水', 3000);
        (await Text(resident, $"/matters/follow/{code}", new() { ["Words"] = tooLong }, "form#add")).ShouldContain(tooLong);
        (await world.FindAsync(id)).Notes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Before_the_session_the_submitter_takes_it_back()
    {
        var (world, code, id) = await BeginAsync(MatterState.Accepted);
        await world
            .Committee.Anonymous()
            .SubmitAsync($"/matters/follow/{code}", new() { ["Words"] = "已经自己解决" }, "form#withdraw");
        (await world.FindAsync(id)).State.ShouldBe(MatterState.Withdrawn);
        (await world.Committee.Anonymous().GetPageAsync($"/matters/follow/{code}")).QuerySelector("form#add").ShouldBeNull();
    }

    [Fact]
    public async Task What_was_closed_is_opened_again_within_the_days_and_its_facts_are_taken_back()
    {
        var (world, code, id) = await BeginAsync(MatterState.Closed);
        (await world.FactsAsync(id, MatterFacts.Closed)).Count.ShouldBe(1);
        var resident = world.Committee.Anonymous();
        (await MainAsync(resident, code)).ShouldContain("已经解决");
        await resident.SubmitAsync($"/matters/follow/{code}", new() { ["Words"] = "又漏了" }, "form#reopen");
        (await world.FindAsync(id)).State.ShouldBe(MatterState.Submitted);
        (await world.FactsAsync(id, MatterFacts.Closed)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_closed_and_found_undone_keeps_its_words_and_its_failed_visit_when_it_is_reopened()
    {
        var (world, code, id) = await BeginAsync(MatterState.Closed);
        await world.DueTodayAsync(id);
        await world.DoAsync(id, MatterVerb.Revisit, (matter, act) => matter.Revisit(held: false, "又漏了。", act));
        await world.DoAsync(id, MatterVerb.Reopen, (matter, act) => matter.Reopen("回访发现又漏了", act));
        (await world.FactsAsync(id, MatterFacts.Closed)).ShouldBeEmpty();
        (await world.FactsAsync(id, MatterFacts.Revisited)).ShouldHaveSingleItem().Step.ShouldBe("lapsed");
        var story = await MainAsync(world.Committee.Anonymous(), code);
        foreach (var sentence in new[] { "办结了：已经解决", "回访：问题又出现了", "重新办理" })
            story.ShouldContain(sentence);
    }

    [Fact]
    public async Task An_extension_gives_its_day_and_leaves_the_day_that_was_first_given()
    {
        var (world, code, id) = await BeginAsync(MatterState.InProgress);
        await world.Committee.InDbAsync(db =>
            db.Set<MatterAssignment>().Where(row => row.Role == HandlerRole.Other).ExecuteDeleteAsync()
        );
        var first = (await world.FindAsync(id)).Lead!.DueOn;
        var later = first.AddDays(10);
        await world.DoAsync(
            id,
            MatterVerb.AskExtension,
            (matter, act) => matter.AskExtension(matter.Lead!, later, "料没有到", act)
        );
        await world.DoAsync(
            id,
            MatterVerb.GrantExtension,
            (matter, act) => matter.AnswerExtension(matter.Lead!, granted: true, null, act)
        );
        var story = await MainAsync(world.Committee.Anonymous(), code);
        story.ShouldContain($"（{Day(first)}前答复）");
        story.ShouldContain($"同意延到{Day(later)}");
        story.ShouldContain($"最晚{Day(later)}答复");
    }

    [Fact]
    public async Task A_unit_that_only_helps_and_returns_it_does_not_stop_the_lead_unit()
    {
        var (world, code, id) = await BeginAsync(MatterState.InProgress);
        await world.DoAsync(
            id,
            MatterVerb.Return,
            (matter, act) => matter.Return(matter.Current.Single(row => row.Role == HandlerRole.Other), "不归我们", act)
        );
        var story = await MainAsync(world.Committee.Anonymous(), code);
        story.ShouldContain("主要办理的单位继续办");
        story.ShouldNotContain("正在另找单位");
    }

    [Fact]
    public async Task Long_after_the_closing_it_is_a_matter_of_its_own()
    {
        var (world, code, id) = await BeginAsync(MatterState.Closed);
        await world.Committee.InDbAsync(db =>
            db.Set<Matter>().ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedOn, row => row.CollectedOn.AddDays(-40)))
        );
        (await world.Committee.Anonymous().GetPageAsync($"/matters/follow/{code}")).QuerySelector("form#reopen").ShouldBeNull();
    }

    [Fact]
    public async Task Of_a_merged_matter_the_other_is_followed_without_what_its_people_said()
    {
        var (world, code, id) = await BeginAsync();
        var otherCode = MatterTracking.NewCode();
        var other = await world.MatterAsync(MatterState.Accepted, code: otherCode);
        await world
            .Committee.Anonymous()
            .SubmitAsync($"/matters/follow/{otherCode}", new() { ["Words"] = "只给办事的人看" }, "form#add");
        var into = await world.FindAsync(other);
        await world.DoAsync(id, MatterVerb.Merge, (matter, act) => matter.Merge(into, "同一条渠", act));
        var story = await MainAsync(world.Committee.Anonymous(), code);
        story.ShouldContain("合在一起办");
        story.ShouldContain("受理了");
        story.ShouldNotContain("只给办事的人看");
        story.ShouldContain("有人提出了同样的事");
    }

    [Fact]
    public async Task To_what_was_rejected_the_submitter_can_still_add_words_and_those_who_screen_are_told()
    {
        var (world, code, id) = await BeginAsync();
        var screener = await world.Committee.SignInAsync("office-staff");
        await world.DoAsync(id, MatterVerb.Reject, (matter, act) => matter.Reject("unclear", "看不明白在哪里", act));
        await world
            .Committee.Anonymous()
            .SubmitAsync($"/matters/follow/{code}", new() { ["Words"] = "在三组村口。" }, "form#add");
        (await world.FindAsync(id)).Notes.ShouldHaveSingleItem().Text.ShouldBe("在三组村口。");
        (await world.MessagesAsync(screener)).ShouldContain(message => message.Title.Contains("补充说明"));
    }

    [Fact]
    public async Task Guessed_codes_are_slowed_but_the_right_code_from_the_same_network_is_not()
    {
        var (world, code, _) = await BeginAsync();
        var guesser = world.Committee.Anonymous();
        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 32; guess++)
            answers.Add((await guesser.GetAsync($"/matters/follow/{MatterTracking.NewCode()}")).StatusCode);
        answers.Count(status => status == HttpStatusCode.NotFound).ShouldBeInRange(29, 30);
        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
        var slowed = await guesser.GetAsync($"/matters/follow/{MatterTracking.NewCode()}");
        slowed.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(10));
        (await slowed.Content.ReadAsStringAsync()).ShouldContain("10 分钟");
        (await guesser.GetAsync($"/matters/follow/{code}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(MatterWorld World, string Code, Guid Id)> BeginAsync(MatterState state = MatterState.Collected)
    {
        var world = await MatterWorld.CreateAsync(installation);
        var code = MatterTracking.NewCode();
        return (world, code, await world.MatterAsync(state, code: code));
    }

    private static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    private static async Task<string> MainAsync(Visitor visitor, string code) =>
        (await visitor.GetPageAsync($"/matters/follow/{code}")).QuerySelector("main")!.TextContent;

    private static async Task<string> Text(
        Visitor visitor,
        string path,
        Dictionary<string, string> fields,
        string? form = null
    ) => await (await visitor.SubmitAsync(path, fields, form)).Content.ReadAsStringAsync();
}
