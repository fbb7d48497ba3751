using System.Net;
using Concentric.Commands;
using Concentric.Modules.Appraisal;
using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Rules.Facts;
using Concentric.Tests.Modules.Meetings;
using Concentric.Tests.Modules.Members;
using Concentric.Tests.World;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>A statement says every point with its reason; the member sees the own one, the office everybody's, nobody a ranking.</summary>
public sealed class StatementPagesTests(Installation installation)
{
    [Fact]
    public async Task While_the_year_goes_on_a_statement_tells_points_and_no_grade()
    {
        var (committee, person, seat) = await WithZhangAsync(AppraisalWorld.Sheet);
        await committee.RecordDutyAsync(seat, "study.reading-attended", 1);
        var office = await committee.SignInAsync("office-staff");
        var text = (await office.GetPageAsync($"/office/appraisal/2023/members/{person}")).QuerySelector("main")!.TextContent;
        text.ShouldContain("年度未结束，暂不评等次");
        text.ShouldNotContain("不称职");
        var list = (await office.GetPageAsync("/office/appraisal/2023")).QuerySelector("main")!.TextContent;
        list.ShouldContain("等次在年度结束后评定");
        var member = await committee.SignInAsync(person, "member");
        (await member.GetPageAsync("/my/appraisal/2023?quarter=1")).QuerySelector("main")!.TextContent.ShouldNotContain("不称职");
        (await member.GetAsync("/my/appraisal/2023?quarter=5")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_statement_lists_what_counted_and_what_did_not_and_why()
    {
        var (committee, person, seat) = await WithZhangAsync();
        await committee.RecordDutyAsync(seat, "study.reading-attended", 3);
        await committee.RecordDutyAsync(seat, "duty.press", 1, UnitOfCount.Pieces);
        var office = await committee.SignInAsync("office-staff");
        var text = (await office.GetPageAsync($"/office/appraisal/2023/members/{person}")).QuerySelector("main")!.TextContent;
        text.ShouldContain("优秀");
        text.ShouldContain("12 / 12");
        text.ShouldContain("本应 5 分，已到上限");
        text.ShouldContain("细则没有对应的项目");
        text.ShouldContain("细则怎样规定");
        text.ShouldContain("每人次");
        text.ShouldContain("已达到：3，要求 1");
    }

    [Fact]
    public async Task An_English_reader_sees_the_sheets_English_names_and_where_it_has_none_the_Chinese_ones_marked_as_such()
    {
        var (committee, person, seat) = await WithZhangAsync(
            AppraisalWorld
                .EndedSheet.Replace("title: 读书活动,", "title: 读书活动, titleEn: Reading session,", StringComparison.Ordinal)
                .Replace("title: 优秀,", "title: 优秀, titleEn: Excellent,", StringComparison.Ordinal)
        );
        await committee.RecordDutyAsync(seat, "study.reading-attended", 3);
        await committee.RecordDutyAsync(seat, "duty.charity", 1, UnitOfCount.Times);
        var office = await committee.SignInAsync("office-staff");
        await office.GetAsync("/preferences?language=en");
        var page = await office.GetPageAsync($"/office/appraisal/2023/members/{person}");
        page.QuerySelector("main")!.TextContent.ShouldContain("Excellent");
        var names = page.QuerySelectorAll(".score-item h3 > span:first-child");
        names.Select(name => name.TextContent).ShouldBe(["Reading session", "公益帮扶"]);
        names.Select(name => name.GetAttribute("lang")).ShouldBe([null, "zh-CN"]);
        await office.GetAsync("/preferences?language=zh-CN");
        (await office.GetPageAsync($"/office/appraisal/2023/members/{person}"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("读书活动");
    }

    [Fact]
    public async Task A_fact_that_was_taken_back_stays_visible_and_gives_nothing()
    {
        var (committee, person, seat) = await WithZhangAsync();
        var facts = await committee.RecordDutyAsync(seat, "duty.charity", 1, UnitOfCount.Times);
        await committee.DoAsync(async services =>
        {
            services.GetRequiredService<Ledger>().Retract(facts[0], "记错了人", new DateOnly(2023, 5, 1));
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });
        var office = await committee.SignInAsync("office-staff");
        var page = await office.GetPageAsync($"/office/appraisal/2023/members/{person}");
        page.QuerySelectorAll(".struck").ShouldHaveSingleItem();
        page.QuerySelector("main")!.TextContent.ShouldContain("记录已撤回");
    }

    [Fact]
    public async Task A_minimum_duty_that_is_not_met_limits_the_grade_and_says_so()
    {
        var (committee, person, seat) = await WithZhangAsync();
        await committee.RecordDutyAsync(seat, "duty.charity", 4, UnitOfCount.Times);
        var office = await committee.SignInAsync("office-staff");
        var text = (await office.GetPageAsync($"/office/appraisal/2023/members/{person}")).QuerySelector("main")!.TextContent;
        text.ShouldContain("因“参加一次读书活动”未达到，等次最高为不称职");
    }

    [Fact]
    public async Task A_role_that_changes_within_the_year_counts_from_its_day()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.PublishSheetAsync(
            AppraisalWorld.Sheet.Replace(
                "title: 公益帮扶, unit",
                "title: 公益帮扶, for: standing, unit",
                StringComparison.Ordinal
            )
        );
        var seat = await committee.EnrolAsync("张三");
        var person = await PersonOfAsync(committee, seat);
        await committee.RecordDutyAsync(seat, "duty.charity", 4, UnitOfCount.Times);
        var office = await committee.SignInAsync("office-staff");
        await office.DoneAsync(
            $"/office/members/{person}/seats/{seat}/duty",
            new()
            {
                ["NewDuty"] = "Standing",
                ["From"] = "2023-03-03",
                ["Basis"] = "五届三次全会选举",
            }
        );
        var page = await office.GetPageAsync($"/office/appraisal/2023/members/{person}");
        page.QuerySelector("main")!.TextContent.ShouldContain("8 / 20");
        page.QuerySelectorAll("section[aria-labelledby=uncounted] .score-reason").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_member_sees_the_own_statement_and_nobody_elses()
    {
        var (committee, person, seat) = await WithZhangAsync();
        await committee.RecordDutyAsync(seat, "study.reading-attended", 1);
        var other = await PersonOfAsync(committee, await committee.EnrolAsync("李四"));
        var member = await committee.SignInAsync(person, "member");
        (await member.GetPageAsync("/my/appraisal")).QuerySelector("main")!.TextContent.ShouldContain("5 / 20");
        (await member.GetAsync($"/office/appraisal/2023/members/{other}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await member.GetAsync("/office/appraisal")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await member.GetAsync("/my/appraisal/2022")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_statement_is_a_document_too()
    {
        var (committee, person, seat) = await WithZhangAsync();
        await committee.RecordDutyAsync(seat, "study.reading-attended", 1);
        var member = await committee.SignInAsync(person, "member");
        var file = await member.GetAsync("/my/appraisal?format=docx");
        file.Content.Headers.ContentType!.MediaType.ShouldEndWith("wordprocessingml.document");
        (await file.Content.ReadAsByteArrayAsync())[..2].ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task The_paper_adds_up_however_many_categories_the_sheet_has()
    {
        const int more = 20;
        var committee = await TestCommittee.CreateAsync(installation);
        var categories = Enumerable
            .Range(1, more)
            .Select(number =>
                $"  - {{id: c{number}, title: 类别{number}, cap: 1, items: [{{id: i{number}, title: 项目{number}, unit: times, counts: {{fact: duty.honour}}, points: 1}}]}}\n"
            );
        var sheet = AppraisalWorld
            .Sheet.Replace("grades:", string.Concat(categories) + "grades:")
            .Replace("shape: capped-categories\nscale: {base: 20}", "shape: base-and-bonus\nscale: {base: 15, bonusCap: 1}")
            .Replace(
                "grades:",
                "bonus:\n  - {id: press, title: 报刊采用, unit: pieces, counts: {fact: duty.press}, points: 1}\ngrades:"
            );
        await committee.PublishSheetAsync(sheet);
        var seat = await committee.EnrolAsync("张三");
        await committee.RecordDutyAsync(seat, "study.reading-attended", 3);
        await committee.RecordDutyAsync(seat, "duty.charity", 3, UnitOfCount.Times);
        var person = await committee.InDbAsync(db =>
            db.Set<Membership>().Where(row => row.Id == seat).Select(row => row.PersonId).SingleAsync()
        );
        var member = await committee.SignInAsync(person, "member");
        var file = await member.GetAsync("/my/appraisal?format=docx");
        using var document = WordprocessingDocument.Open(
            new MemoryStream(await file.Content.ReadAsByteArrayAsync()),
            isEditable: false
        );
        var text = document.MainDocumentPart!.Document!.InnerText;
        text.ShouldContain("按本类上限调整 -4 分", customMessage: "12 + 12 within 20");
        text.ShouldContain("按基础分上限调整 -5 分");
        text.ShouldContain($"{more + 4}、");
    }

    [Fact]
    public async Task The_office_list_is_in_the_order_of_names_and_can_be_narrowed()
    {
        var (committee, _, seat) = await WithZhangAsync();
        await committee.RecordDutyAsync(seat, "study.reading-attended", 3);
        await committee.EnrolAsync("李四");
        var office = await committee.SignInAsync("office-staff");
        (await NamesAsync(office, "")).ShouldBe(["李四", "张三"]);
        (await NamesAsync(office, "?show=good")).ShouldBe(["张三"]);
        (await NamesAsync(office, "?show=unmet")).ShouldBe(["李四"]);
        (await NamesAsync(office, "?name=张")).ShouldBe(["张三"]);
        (await office.GetPageAsync("/office/appraisal?name=王"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("没有符合条件的委员");
    }

    [Fact]
    public async Task Without_a_sheet_the_page_says_what_to_do()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var office = await committee.SignInAsync("office-staff");
        (await office.GetPageAsync("/office/appraisal")).QuerySelector("main")!.TextContent.ShouldContain("还没有施行的评价细则");
        (await office.GetAsync("/office/appraisal/2023")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draft_is_tried_beside_the_sheet_in_force_and_affects_nothing()
    {
        var (committee, person, seat) = await WithZhangAsync();
        await committee.RecordDutyAsync(seat, "study.reading-attended", 3);
        await committee.EnrolAsync("李四");
        var draft = await committee.DraftSheetAsync(
            AppraisalWorld
                .Sheet.Replace("points: 5, cap: 12", "points: 3, cap: 12", StringComparison.Ordinal)
                .Replace("total: 12, grade: good", "total: 9, grade: poor", StringComparison.Ordinal)
        );
        var office = await committee.SignInAsync("office-staff");
        var text = (await office.GetPageAsync($"/office/appraisal/sheets/{draft}/what-if")).QuerySelector("main")!.TextContent;
        text.ShouldContain("2 人中有 1 人会变");
        text.ShouldContain("优秀 → 不称职");
        text.ShouldContain("读书活动 -3");
        (await office.GetPageAsync($"/office/appraisal/2023/members/{person}"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("12 / 12");
    }

    [Fact]
    public async Task A_sheet_of_another_year_is_tried_by_command_on_the_days_asked_for()
    {
        var (committee, _, seat) = await WithZhangAsync();
        await committee.RecordDutyAsync(seat, "study.reading-attended", 2);
        var path = new FileInfo(Path.Combine(Path.GetTempPath(), Guid.CreateVersion7() + ".yaml"));
        await File.WriteAllTextAsync(
            path.FullName,
            AppraisalWorld.Sheet.Replace("2023-", "2026-", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        var total = await committee.DoAsync(async services =>
        {
            var appraisal = services.GetRequiredService<AppraisalApi>();
            var sheet = await ScoreCommand.SheetAsync(appraisal, 2023, path, TestContext.Current.CancellationToken);
            return (await appraisal.StatementsAsync(sheet!)).Single().Statement.Total;
        });
        path.Delete();
        total.ToString().ShouldBe("10");
    }

    [Fact]
    public async Task A_draft_with_mistakes_cannot_be_tried()
    {
        var (committee, _, _) = await WithZhangAsync();
        var draft = await committee.DraftSheetAsync("sheet: 1");
        var office = await committee.SignInAsync("office-staff");
        (await office.GetPageAsync($"/office/appraisal/sheets/{draft}/what-if"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("这一版本还有错误，不能试算");
    }

    private async Task<(TestCommittee Committee, Guid Person, Guid Seat)> WithZhangAsync(string? sheet = null)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.PublishSheetAsync(sheet ?? AppraisalWorld.EndedSheet);
        var seat = await committee.EnrolAsync("张三");
        return (committee, await PersonOfAsync(committee, seat), seat);
    }

    private static Task<Guid> PersonOfAsync(TestCommittee committee, Guid seat) =>
        committee.InDbAsync(db => db.Set<Membership>().Where(row => row.Id == seat).Select(row => row.PersonId).SingleAsync());

    private static async Task<IEnumerable<string>> NamesAsync(Visitor office, string query) =>
        (await office.GetPageAsync("/office/appraisal" + query)).QuerySelectorAll("tbody th a").Select(link => link.TextContent);
}
