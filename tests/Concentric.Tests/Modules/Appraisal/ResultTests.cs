using System.Net;
using Concentric.Commands;
using Concentric.Modules.Appraisal;
using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Results;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Tests.Modules.Meetings;
using Concentric.Tests.World;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>The meeting's decision on the quota, frozen results and their corrections, and what the public sees of them.</summary>
public sealed class ResultTests(Installation installation)
{
    [Fact]
    public async Task The_proposal_says_who_and_why_and_the_meeting_decides()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.Approved);
        (await GradesAsync(world)).ShouldBe(
            ["张三 best WithinQuota", "李四 good BeyondQuota", "王五 poor Total"],
            ignoreOrder: true
        );
        var text = await CycleWorld.MainAsync(world.Office, "/office/appraisal/2023/quota");
        text.ShouldContain("第21次主席会议");
        text.ShouldContain("同意建议名单");
        var li = await world.Committee.SignInAsync(world.Members["李四"].Person, "member");
        var statement = await CycleWorld.MainAsync(li, "/my/appraisal/2023");
        statement.ShouldContain("名额前：优秀");
        statement.ShouldContain("在名额外，评为次一等次");
    }

    [Fact]
    public async Task A_deviation_needs_its_reason_and_places_are_not_exceeded()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.Recheck);
        (await CycleWorld.MainAsync(world.Chair, "/office/appraisal/2023/quota")).ShouldContain("复核还没有完毕");
        await world.MoveAsync(world.Secretary);
        // In the order of names: 李四, then 张三.
        var swapped = new Dictionary<string, string> { ["Choices[0].Grade"] = "best", ["Choices[1].Grade"] = "good" };
        (await RefusedAsync(world, new(swapped) { ["Choices[1].Grade"] = "best" })).ShouldContain("名额1个，选了2人");
        (await RefusedAsync(world, swapped)).ShouldContain("李四的等次与建议不同，请写明理由");
        swapped["Choices[0].Reason"] = "牵头办成供暖难题";
        swapped["Choices[1].Reason"] = "本人谢绝";
        (await world.DecideQuotaAsync(swapped)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await world.MoveAsync(world.Chair);
        (await GradesAsync(world)).ShouldContain("李四 best MeetingDeviated");
        (await CycleWorld.MainAsync(world.Office, "/office/appraisal/2023/quota")).ShouldContain("牵头办成供暖难题");
    }

    [Fact]
    public async Task A_decision_on_others_than_those_who_qualify_now_must_be_taken_again()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.Recheck);
        await world.MoveAsync(world.Secretary);
        await world.DecideQuotaAsync();
        await world.RetractOneAsync("李四", "study.reading-attended");
        (await CycleWorld.MainAsync(world.Chair, CycleWorld.Path)).ShouldContain("请会议重新决定");
    }

    [Fact]
    public async Task What_is_frozen_stands_until_a_correction_that_shows_both_values()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.Approved);
        (await RescoreAsync(world, 2023)).ShouldBe(0);
        (await RescoreAsync(world, 2022)).ShouldBe(2);
        await world.RetractOneAsync("张三", "duty.charity");
        (await RescoreAsync(world, 2023)).ShouldBe(1);
        var person = world.Members["张三"].Person;
        var statement = $"/office/appraisal/2023/members/{person}";
        (await CycleWorld.MainAsync(world.Office, statement)).ShouldContain("审定时 16 分、优秀；按现在的记录 12 分");
        var results = await CycleWorld.MainAsync(world.Secretary, "/office/appraisal/2023/results");
        results.ShouldContain("公益帮扶 -4");
        var form = $"/office/appraisal/2023/results/{person}/correct";
        (await world.Office.GetAsync(form)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await world.Secretary.SubmitAsync(form, [])).StatusCode.ShouldBe(HttpStatusCode.OK);
        await world.Secretary.DoneAsync(form, new() { ["Reason"] = "记录撤回" });
        (await RescoreAsync(world, 2023)).ShouldBe(0);
        var page = await world.Office.GetPageAsync(statement);
        page.QuerySelectorAll("del").Select(old => old.TextContent).ShouldContain("16");
        page.QuerySelectorAll("ins").Select(now => now.TextContent).ShouldContain("12");
        page.QuerySelector("main")!.TextContent.ShouldContain("记录撤回");
    }

    [Fact]
    public void Rescoring_that_finds_nothing_says_that_all_agree()
    {
        RescoreCommand.Told(3).ShouldContain("3");
        RescoreCommand.Told(0).ShouldNotContain("0");
    }

    [Fact]
    public async Task What_follows_a_grade_is_told_on_the_statement_the_document_and_the_result()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.Recheck);
        var statement = $"/office/appraisal/2023/members/{world.Members["王五"].Person}";
        (await CycleWorld.MainAsync(world.Office, statement)).ShouldNotContain("依细则的结果运用");
        await world.MoveAsync(world.Secretary);
        await world.DecideQuotaAsync();
        await world.MoveAsync(world.Chair);
        var poor = await CycleWorld.MainAsync(world.Office, statement);
        poor.ShouldContain("不称职：谈话提醒");
        poor.ShouldNotContain("约谈");
        var results = await CycleWorld.MainAsync(world.Secretary, "/office/appraisal/2023/results");
        results.ShouldContain("优秀：通报表扬、记入档案");
        results.ShouldContain("不称职：谈话提醒");
        var zhang = await world.Committee.SignInAsync(world.Members["张三"].Person, "member");
        var file = await (await zhang.GetAsync("/my/appraisal/2023?format=docx")).Content.ReadAsByteArrayAsync();
        var text = TextOf(file);
        text.ShouldContain("评定等次为优秀（名额审定前为优秀）");
        text.ShouldContain("结果运用（优秀）：通报表扬、记入档案。");
        text.ShouldContain("参加一次读书活动：已达到：3，要求 1。");
    }

    [Fact]
    public async Task What_follows_years_in_a_row_looks_at_the_years_before()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.Final);
        await world.Committee.PublishSheetAsync(CycleWorld.Sheet.Replace("2023-", "2024-", StringComparison.Ordinal));
        var person = world.Members["王五"].Person;
        var found = await world.Committee.DoAsync(async services =>
        {
            var sheet = (await services.GetRequiredService<AppraisalApi>().SheetOfAsync(2024))!;
            var result = await services.GetRequiredService<ResultsOfPerson>().OfYearAsync(2023, person);
            return await services.GetRequiredService<ConsequencesOfResult>().OfAsync(sheet, result! with { Year = 2024 });
        });
        found.SelectMany(rule => rule.Then).ShouldBe(["谈话提醒", "约谈"]);
    }

    [Fact]
    public async Task A_final_year_is_the_history_of_the_next()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.Final);
        await world.RetractOneAsync("张三", "duty.charity");
        (
            await world.Secretary.GetAsync($"/office/appraisal/2023/results/{world.Members["张三"].Person}/correct")
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var past = await world.Committee.DoAsync(services =>
            services.GetRequiredService<DecisionsOfYear>().ReadAsync(2024, null)
        );
        past.Past[world.Members["张三"].Person].ShouldHaveSingleItem().Grade.ShouldBe("best");
    }

    [Fact]
    public async Task No_list_of_what_was_decided_is_in_the_order_of_points()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.Approved);
        (await world.Office.GetPageAsync("/office/appraisal/2023/quota"))
            .QuerySelectorAll("tbody th a")
            .Select(link => link.TextContent)
            .ShouldBe(["李四", "张三"]);
    }

    [Fact]
    public async Task What_is_recorded_after_the_size_of_the_ledger_was_read_is_in_no_result()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.Recheck);
        var size = await world.Committee.DoAsync(async services =>
            (await services.GetRequiredService<CycleDesk>().ViewAsync(2023))!.LedgerSize
        );
        await world.Committee.RecordDutyAsync(world.Members["王五"].Seat, "study.reading-attended", 1);
        await world.RetractOneAsync("张三", "duty.charity");
        var totals = await world.Committee.DoAsync(async services =>
        {
            var sheet = (await services.GetRequiredService<AppraisalApi>().SheetOfAsync(2023))!;
            var all = await services.GetRequiredService<MemberStatements>().AllAsync(sheet, ledgerSize: size);
            return all.Select(one => $"{one.Name} {one.Statement.Total}").ToList();
        });
        totals.ShouldBe(["李四 12", "王五 5", "张三 16"]);
    }

    [Fact]
    public async Task The_list_shows_the_approved_grade_as_soon_as_there_is_one()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.Recheck);
        (await GradeOfAsync(world, "李四")).ShouldBe(("等次（名额前）", "优秀"));
        await world.MoveAsync(world.Secretary);
        await world.DecideQuotaAsync();
        await world.MoveAsync(world.Chair);
        (await GradeOfAsync(world, "李四")).ShouldBe(("等次", "良好"));
        (await CycleWorld.MainAsync(world.Chair, "/office/appraisal/2023?show=good")).ShouldContain("李四");
    }

    private static async Task<(string Label, string Grade)> GradeOfAsync(CycleWorld world, string name)
    {
        var row = (await world.Chair.GetPageAsync("/office/appraisal/2023"))
            .QuerySelectorAll("tbody tr")
            .Single(row => row.TextContent.Contains(name));
        var cell = row.QuerySelectorAll("td")[2];
        return (cell.GetAttribute("data-label")!, cell.TextContent.Trim());
    }

    [Fact]
    public async Task The_public_sees_the_outstanding_alone_and_only_in_their_days()
    {
        var world = await CycleWorld.CreateAsync(installation);
        var reader = world.Committee.Anonymous();
        (await CycleWorld.MainAsync(reader, "/outstanding")).ShouldContain("还没有公示");
        await world.ReachAsync(CycleState.Publicised);
        var text = await CycleWorld.MainAsync(reader, "/outstanding/2023");
        text.ShouldContain("张三");
        text.ShouldContain("读书活动 3人次");
        text.ShouldContain("第21次主席会议");
        text.ShouldNotContain("李四");
        text.ShouldNotContain("王五");
        text.ShouldNotContain("16 分");
        text.ShouldNotContain("12 分");
        await world.EndStageAsync();
        (await CycleWorld.MainAsync(reader, "/outstanding/2023")).ShouldNotContain("张三");
        await world.MoveAsync(world.Secretary);
        (await CycleWorld.MainAsync(reader, "/outstanding/2023")).ShouldContain("公示已于2023年5月4日结束");
        await world.MoveAsync(world.Chair);
        (await CycleWorld.MainAsync(reader, "/outstanding/2023")).ShouldNotContain("张三");
        (await reader.GetAsync("/outstanding/2022")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> RefusedAsync(CycleWorld world, Dictionary<string, string> fields)
    {
        var answer = await world.DecideQuotaAsync(fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync())).QuerySelector("main")!.TextContent;
    }

    private static Task<int> RescoreAsync(CycleWorld world, int year) =>
        world.Committee.DoAsync(services =>
            RescoreCommand.RescoreAsync(services.GetRequiredService<AppraisalApi>(), year, asJson: true, CancellationToken.None)
        );

    private static Task<List<string>> GradesAsync(CycleWorld world) =>
        world.Committee.InDbAsync(db =>
            db.Set<AppraisalResult>().Select(row => row.Name + " " + row.Grade + " " + row.Basis).ToListAsync()
        );

    private static string TextOf(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return document.MainDocumentPart!.Document!.InnerText;
    }
}
