using System.Net;
using AngleSharp.Html.Dom;
using Concentric.Modules.Appraisal.Cycle;
using Concentric.Platform.Messages;
using Concentric.Rules.Facts;
using Concentric.Tests.Modules.Meetings;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>The year's appraisal through its pages: who may do what, what is missing, reminders and quarters.</summary>
public sealed class CyclePagesTests(Installation installation)
{
    [Fact]
    public async Task A_year_that_is_opened_while_it_goes_on_tells_nobody_a_grade_until_the_members_check()
    {
        var world = await CycleWorld.CreateAsync(installation);
        var statement = $"/office/appraisal/2023/members/{world.Members["王五"].Person}";
        await world.ReachAsync(CycleState.Collecting);
        var text = await CycleWorld.MainAsync(world.Office, statement);
        text.ShouldContain("年度未结束，暂不评等次");
        text.ShouldNotContain("不称职");
        await world.MoveAsync(world.Office);
        (await CycleWorld.MainAsync(world.Office, statement)).ShouldContain("不称职");
    }

    [Fact]
    public async Task After_the_last_day_nothing_offers_to_object_and_the_day_is_told()
    {
        var world = await CycleWorld.CreateAsync(installation);
        var member = await world.Committee.SignInAsync(world.Members["张三"].Person, "member");
        const string Own = "/my/appraisal/2023";
        await world.ReachAsync(CycleState.Publicised);
        (await member.GetPageAsync(Own)).QuerySelector("a[href*='/objections/new']").ShouldNotBeNull();
        await world.EndStageAsync();
        var page = await member.GetPageAsync(Own);
        page.QuerySelector("a[href*='/objections/new']").ShouldBeNull();
        page.QuerySelector("#objections-closed")!.TextContent.ShouldContain("2023年5月4日");
    }

    [Fact]
    public async Task A_year_is_walked_from_its_opening_to_the_duty_files()
    {
        var world = await CycleWorld.CreateAsync(installation);
        (await CycleWorld.MainAsync(world.Office, CycleWorld.Path)).ShouldContain("2023年度评价还没有启动");
        await world.ReachAsync(CycleState.Filed);
        var page = await world.Office.GetPageAsync(CycleWorld.Path);
        page.QuerySelectorAll(".stages > li.past").Length.ShouldBe(9);
        page.QuerySelector(".stages > li[aria-current=step] strong")!.TextContent.ShouldBe("归档");
        page.QuerySelectorAll("main form[action*=Move]").ShouldBeEmpty();
        (await world.CycleAsync()).Steps.Count.ShouldBe(11);
    }

    [Fact]
    public async Task Each_role_sees_the_one_button_that_is_its_own_and_why_not_otherwise()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.Recheck);
        (await ButtonAsync(world.Secretary)).ShouldBe("复核完毕，提请会议");
        (await ButtonAsync(world.Office)).ShouldBeNull();
        (await CycleWorld.MainAsync(world.Office, CycleWorld.Path)).ShouldContain("由秘书长办理");
        var form = (IHtmlFormElement)(await world.Chair.GetPageAsync(CycleWorld.Path)).QuerySelector("form[method=post]")!;
        form.SetAttribute("action", "?handler=Move");
        var forced = await world.Chair.SendAsync(CycleWorld.Path, form, new() { ["Verb"] = nameof(CycleVerb.ConfirmRecheck) });
        forced.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await world.MoveAsync(world.Secretary);
        (await ButtonAsync(world.Chair)).ShouldBeNull();
        var text = await CycleWorld.MainAsync(world.Chair, CycleWorld.Path);
        text.ShouldContain("名额还没有决定");
        text.ShouldContain("2人达到最高等次的分数线，名额待会议决定");
    }

    [Fact]
    public async Task Members_see_nothing_of_it_and_a_year_without_a_sheet_cannot_be_opened()
    {
        var world = await CycleWorld.CreateAsync(installation);
        var member = await world.Committee.SignInAsync(world.Members["张三"].Person, "member");
        foreach (var path in new[] { "cycle", "quota", "results" })
            (await member.GetAsync("/office/appraisal/2023/" + path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await CycleWorld.MainAsync(world.Office, "/office/appraisal/2022/cycle")).ShouldContain("这一年度没有施行的细则");
    }

    [Fact]
    public async Task The_days_of_a_stage_are_working_days_of_the_sheet()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.SelfChecked);
        // Wednesday, 10 May 2023 and three working days.
        (await world.CycleAsync()).DueOn.ShouldBe(new DateOnly(2023, 5, 15));
        (await CycleWorld.MainAsync(world.Office, CycleWorld.Path)).ShouldContain("自查期到 2023-05-15 才结束");
    }

    [Fact]
    public async Task A_member_looks_at_the_own_statement_once_and_only_the_total_is_told()
    {
        var world = await CycleWorld.CreateAsync(installation);
        var zhang = await world.Committee.SignInAsync(world.Members["张三"].Person, "member");
        var li = await world.Committee.SignInAsync(world.Members["李四"].Person, "member");
        await world.ReachAsync(CycleState.SelfChecked);
        (await CycleWorld.MainAsync(zhang, "/messages")).ShouldContain("请看一看您的2023年度结果单");
        await zhang.DoneAsync("/my/appraisal/2023", new() { ["IsCorrect"] = "true" });
        (await CycleWorld.MainAsync(zhang, "/my/appraisal/2023")).ShouldContain("看过，没有问题");
        await li.DoneAsync("/my/appraisal/2023", new() { ["Remark"] = "少一次读书活动" });
        var text = await CycleWorld.MainAsync(world.Office, CycleWorld.Path);
        text.ShouldContain("2人看过并作了答复");
        text.ShouldContain("少一次读书活动");
        text.ShouldNotContain("张三");
        text.ShouldNotContain("王五");
    }

    [Fact]
    public async Task A_veto_waits_for_the_meeting_and_its_decision_is_kept()
    {
        var world = await CycleWorld.CreateAsync(installation);
        var (person, seat) = world.Members["李四"];
        await world.Committee.RecordDutyAsync(seat, "duty.false-record", 1, UnitOfCount.Times);
        await world.ReachAsync(CycleState.Recheck);
        await world.MoveAsync(world.Secretary);
        (await CycleWorld.MainAsync(world.Chair, CycleWorld.Path)).ShouldContain("李四：是否适用“虚报履职材料”");
        var form = $"/office/appraisal/2023/members/{person}/decision?veto=falsified";
        (await world.Chair.SubmitAsync(form, new() { ["Form.Text"] = "查实" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var decided = new Dictionary<string, string>
        {
            ["Applies"] = "True",
            ["Form.Meeting"] = "第21次主席会议",
            ["Form.Day"] = "2023-05-09",
            ["Form.Text"] = "查实，适用",
        };
        await world.Chair.DoneAsync(form, decided);
        (await CycleWorld.MainAsync(world.Office, $"/office/appraisal/2023/members/{person}")).ShouldContain("第21次主席会议");
        (await CycleWorld.MainAsync(world.Office, "/office/appraisal/2023/quota")).ShouldNotContain("李四");
        await world.Chair.DoneAsync(form, new(decided) { ["Applies"] = "False", ["Form.Text"] = "复查不实" });
        (await CycleWorld.MainAsync(world.Chair, CycleWorld.Path)).ShouldContain("不适用“虚报履职材料”");
        (await CycleWorld.MainAsync(world.Office, "/office/appraisal/2023/quota")).ShouldContain("李四");
    }

    [Fact]
    public async Task Long_leave_that_the_meeting_finds_takes_the_grade_away()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.InitialReview);
        await world.Chair.DoneAsync(
            $"/office/appraisal/2023/members/{world.Members["王五"].Person}/decision?leave=true",
            new()
            {
                ["Months"] = "8",
                ["Form.Meeting"] = "第21次主席会议",
                ["Form.Day"] = "2023-05-09",
                ["Form.Text"] = "住院",
            }
        );
        (await CycleWorld.MainAsync(world.Office, CycleWorld.Path)).ShouldContain("长期请假8个月");
    }

    [Fact]
    public async Task Reminders_go_out_once_before_and_once_after_the_last_day()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.SelfChecked);
        // The last day is Monday, 15 May: Thursday, 11 May is two working days before.
        foreach (var (day, sent) in new[] { (10, 0), (11, 1), (12, 1), (15, 1), (16, 2), (17, 2) })
        {
            await world.Committee.DoAsync(services =>
                services.GetRequiredService<CycleReminders>().RemindAsync(new DateOnly(2023, 5, day))
            );
            (await CountAsync(world.Committee, CycleNotices.Due, world.Office)).ShouldBe(sent, $"{day} May");
        }

        (await CountAsync(world.Committee, CycleNotices.Due, world.Chair)).ShouldBe(0);
    }

    [Fact]
    public async Task Everybody_is_told_of_a_quarter_once()
    {
        var world = await CycleWorld.CreateAsync(installation);
        var zhang = await world.Committee.SignInAsync(world.Members["张三"].Person, "member");
        foreach (var (month, sent) in new[] { (3, 0), (4, 1), (4, 1), (5, 1), (7, 2) })
        {
            await world.Committee.DoAsync(services =>
                services.GetRequiredService<QuarterlyStatements>().TellAsync(new DateOnly(2023, month, 6))
            );
            (await CountAsync(world.Committee, CycleNotices.Quarter, zhang)).ShouldBe(sent, $"month {month}");
        }

        (await CycleWorld.MainAsync(zhang, "/my/appraisal/2023?quarter=1")).ShouldContain("只计到2023年3月31日的记录");
    }

    [Fact]
    public async Task Members_are_asked_in_Chinese_whatever_the_office_reads()
    {
        var world = await CycleWorld.CreateAsync(installation);
        var zhang = await world.Committee.SignInAsync(world.Members["张三"].Person, "member");
        await world.ReachAsync(CycleState.Collecting);
        await world.Office.GetAsync("/preferences?language=en");
        await world.MoveAsync(world.Office);
        var asked = await world.Committee.InDbAsync(db =>
            db.Set<Message>().SingleAsync(message => message.AccountId == zhang.AccountId)
        );
        (asked.Title + asked.Body).ShouldNotMatch("[A-Za-z]{2}");
    }

    private static Task<int> CountAsync(TestCommittee committee, string kind, Visitor visitor) =>
        committee.InDbAsync(db =>
            db.Set<Message>().CountAsync(message => message.Kind == kind && message.AccountId == visitor.AccountId)
        );

    private static async Task<string?> ButtonAsync(Visitor visitor) =>
        (await visitor.GetPageAsync(CycleWorld.Path))
            .QuerySelector("form.stack[action*=Move] .cluster button.button")
            ?.TextContent.Trim();
}
