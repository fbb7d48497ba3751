using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Concentric.Commands;
using Concentric.Modules.Appraisal.Duties;
using Concentric.Modules.Appraisal.Duties.Import;
using Concentric.Platform.Data;
using Concentric.Platform.Import;
using Concentric.Tests.Modules.Members;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Appraisal.Duties;

/// <summary>Past duties come from a sheet: every row is looked at, all or nothing is written, and a second person confirms it in one act.</summary>
public sealed class DutyImportTests(Installation installation)
{
    private const string Headings = "姓名,履职类别,题目,时间,阶段,身份,案号\r\n";

    [Fact]
    public async Task A_usual_sheet_is_understood_written_as_one_batch_and_confirmed_by_a_second_person_in_one_act()
    {
        var (committee, seat, _, office, second) = await DutiesWorld.CaseAsync(installation);
        await committee.EnrolAsync("李四");
        var path = await UploadedAsync(
            office,
            Headings
                + "张三,提案,关于村级卫生室的提案,2023-03-05,立案,第一提案人,1号\r\n"
                + "李四,提案,关于村级卫生室的提案,2023-03-05,立案,联名,1号\r\n"
                + "张三,提案,关于村级卫生室的提案,2023/4/20,优秀,第一提案人,\r\n"
                + "张三,公益,冬季走访,2023年4月1日,,,\r\n"
        );
        (
            await office.SubmitAsync(path + "/columns", new() { ["Office"] = "proposals" }, "main form[method=post]")
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await SettledAsync(office, path)).QuerySelector("main")!.TextContent.ShouldContain("写入 3 条登记");
        (await committee.InDbAsync(db => db.Set<DutyRecord>().CountAsync())).ShouldBe(0);
        (await office.SubmitAsync(path, [], "#write")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await SettledAsync(office, path)).QuerySelector("#confirm").ShouldBeNull("Who imported cannot confirm.");
        (await committee.DutyFactsAsync()).ShouldBeEmpty();
        (await second.SubmitAsync(path, [], "#confirm")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var facts = await committee.DutyFactsAsync();
        facts.Count.ShouldBe(4);
        facts
            .Where(fact => fact.SubjectId == seat && fact.Kind == "duty.proposal")
            .Select(fact => fact.ReadAttributes()["product"])
            .Distinct()
            .ShouldHaveSingleItem("Two steps of one thing.");
    }

    [Theory]
    [InlineData("王五,公益,走访,2023-04-01,,,", "MemberUnknown")]
    [InlineData("重名,公益,走访,2023-04-01,,,", "MemberAmbiguous")]
    [InlineData("张三,公益,走访,2023-02-30,,,", "NoSuchDay")]
    [InlineData("张三,公益,走访,去年,,,", "DayUnreadable")]
    [InlineData("张三,公益,走访,2023-06-01,,,", "DutyDayInFuture")]
    [InlineData("张三,公益,走访,2019-06-01,,,", "MemberSeatNotHeld")]
    [InlineData("张三,唱歌,走访,2023-04-01,,,", "DutyKindUnreadable")]
    [InlineData("张三,提案,提案一,2023-04-01,飞起来,独立,", "DutyStepUnknown")]
    [InlineData("张三,提案,提案一,2023-04-01,口头,独立,", "DutyStepUnknown")]
    [InlineData("张三,提案,提案一,2023-04-01,立案,朋友,", "DutyPartUnknown")]
    [InlineData("张三,公益,已登记,2023-04-01,,,", "DutyRowKnown")]
    [InlineData("张三,公益,好的,2023-04-01,,,", "RowTwice")]
    public async Task One_wrong_row_is_told_with_its_number_and_keeps_the_whole_sheet_out(string row, string code)
    {
        var (committee, seat, _, office, _) = await DutiesWorld.CaseAsync(installation);
        await committee.EnrolAsync("重名", "一中");
        await committee.EnrolAsync("重名", "二中");
        await office.RegisterAsync(DutiesWorld.Typed(seat, title: "已登记"));
        var run = await ImportAsync(committee, Headings + "张三,公益,好的,2023-04-01,,,\r\n" + row + "\r\n");
        var problem = run.KeptProblems.ShouldHaveSingleItem();
        (problem.Row, problem.Code).ShouldBe((3, code));
        run.State.ShouldBe(ImportState.Checked);
        (await committee.InDbAsync(db => db.Set<DutyRecord>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_unlikely_date_is_shown_under_its_own_heading()
    {
        var (committee, _, _, _, _) = await DutiesWorld.CaseAsync(installation);
        var run = await ImportAsync(committee, Headings + "张三,公益,走访,9999-12-31,,,\r\n张三,公益,张三走访,2023-04-01,,,\r\n");
        run.KeptProblems.Select(problem => (problem.Row, problem.Column, problem.Value, problem.Code))
            .ShouldBe([(2, "时间", "9999-12-31", "DutyDayInFuture"), (3, "题目", "张三走访", "DutyTitleNamesMember")]);
    }

    [Fact]
    public async Task Nobody_is_asked_for_an_office_that_every_row_names()
    {
        const string WithOffice = "姓名,履职类别,题目,时间,记录单位\r\n张三,公益,走访,2023-04-01,";
        var (_, _, _, office, _) = await DutiesWorld.CaseAsync(installation);
        var path = await UploadedAsync(office, WithOffice + "委员联络委\r\n");
        var columns = await office.SubmitAsync(path + "/columns", new() { ["Office"] = "" }, "main form[method=post]");
        columns.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await SettledAsync(office, path)).QuerySelector("main")!.TextContent.ShouldContain("写入 1 条登记");

        path = await UploadedAsync(office, WithOffice + "\r\n");
        columns = await office.SubmitAsync(path + "/columns", new() { ["Office"] = "" }, "main form[method=post]");
        (await columns.PageAsync()).QuerySelector("#Office")!.GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact]
    public async Task The_hint_the_browser_and_the_server_know_one_largest_file()
    {
        var (_, _, _, office, _) = await DutiesWorld.CaseAsync(installation);
        var page = await office.GetPageAsync("/office/appraisal/duties/import");
        var field = page.QuerySelector(".field:has(#Upload)")!;
        field.QuerySelector(".hint")!.TextContent.ShouldContain("10 MB");
        field.QuerySelector("#Upload")!.GetAttribute("data-most-bytes").ShouldBe($"{TableReader.LargestFile}");
        ((IHtmlTemplateElement)field.QuerySelector("template")!).Content.TextContent.ShouldContain("10 MB");
    }

    [Fact]
    public async Task Two_of_one_name_are_told_apart_by_their_unit_or_phone()
    {
        var (committee, _, _, _, _) = await DutiesWorld.CaseAsync(installation);
        var first = await committee.EnrolAsync("重名", "一中");
        var second = await committee.EnrolAsync("重名", phone: "13800001234");
        await ImportAsync(
            committee,
            "姓名,单位,手机,类别,名称,日期\r\n重名,一中,,公益,走访一,2023-04-01\r\n重名,,138 0000 1234,公益,走访二,2023-04-01\r\n"
        );
        (await committee.InDbAsync(db => db.Set<DutyEntry>().Select(entry => entry.MembershipId).ToListAsync())).ShouldBe(
            [first, second],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Five_thousand_rows_are_taken_in_seconds()
    {
        var (committee, _, _, _, second) = await DutiesWorld.CaseAsync(installation);
        var text = new StringBuilder(Headings);
        for (var number = 0; number < 5000; number++)
            text.Append(CultureInfo.InvariantCulture, $"张三,公益,走访{number},2023-04-{1 + number % 30:00},,,\r\n");
        var watch = Stopwatch.StartNew();
        var run = await ImportAsync(committee, text.ToString());
        run.State.ShouldBe(ImportState.Done);
        TestContext.Current.TestOutputHelper!.WriteLine($"import: {watch.ElapsedMilliseconds} ms");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        watch.Restart();
        (await second.SubmitAsync($"/office/appraisal/duties/import/{run.Id}", [], "#confirm")).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        TestContext.Current.TestOutputHelper!.WriteLine($"confirm: {watch.ElapsedMilliseconds} ms");
        (await committee.DutyFactsAsync()).Count.ShouldBe(5000);
    }

    [Fact]
    public async Task The_template_is_itself_a_sheet_whose_columns_are_understood()
    {
        var (committee, _, _, office, _) = await DutiesWorld.CaseAsync(installation);
        var answer = await office.GetAsync("/office/appraisal/duties/import/template");
        var content = await answer.Content.ReadAsByteArrayAsync();
        await committee.DoAsync(services =>
        {
            var columns = services.GetRequiredService<DutyColumns>();
            var table = TableReader.Read(content).Table!;
            columns.GuessBelow(table, 0).ShouldBe(columns.All.Select(column => column.Id));
            return Task.CompletedTask;
        });
        var chair = await committee.SignInAsync("chairpersons-meeting");
        (await chair.GetAsync("/office/appraisal/duties/import/template")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_command_looks_first_registers_all_or_nothing_and_confirms_nothing()
    {
        var (committee, _, _, office, _) = await DutiesWorld.CaseAsync(installation);
        await committee.EnrolAsync("李四");
        const string Good = Headings + "张三,公益,冬季走访,2023-04-01,,,\r\n李四,公益,冬季走访,2023-04-01,,,\r\n";
        (await CommandAsync(committee, Good, dryRun: true)).ShouldBe(0);
        (await committee.InDbAsync(db => db.Set<DutyRecord>().CountAsync())).ShouldBe(0);
        (await CommandAsync(committee, Good + "王五,公益,冬季走访,2023-04-01,,,\r\n", dryRun: false)).ShouldBe(1);
        (await CommandAsync(committee, Good, dryRun: false, office: "水利办")).ShouldBe(1);
        (await committee.InDbAsync(db => db.Set<DutyRecord>().CountAsync())).ShouldBe(0);

        (await CommandAsync(committee, Good, dryRun: false, office: "委员联络委")).ShouldBe(0);
        var record = await committee.InDbAsync(db =>
            db.Set<DutyRecord>().AsNoTracking().Include(row => row.Members).SingleAsync()
        );
        (record.Office, record.State, record.Members.Count).ShouldBe(("member-liaison", DutyState.Registered, 2));
        (await committee.DutyFactsAsync()).ShouldBeEmpty();
        (await CommandAsync(committee, Good, dryRun: false)).ShouldBe(1, "Both rows are registered already.");
        // Whoever works in the office is the second person to a command.
        await office.ConfirmAsync(record.Id);
        (await committee.DutyFactsAsync()).Count.ShouldBe(2);
    }

    private static Task<int> CommandAsync(TestCommittee committee, string text, bool dryRun, string office = "member-liaison") =>
        committee.DoAsync(services =>
            ListFile.WithAsync(
                text,
                file =>
                    ImportDutiesCommand.RunAsync(
                        services,
                        new AskedImport(file, dryRun, NamedColumns.None),
                        office,
                        TestContext.Current.CancellationToken
                    )
            )
        );

    private Task<DutyImport> ImportAsync(TestCommittee committee, string text) =>
        committee.DoAsync(async services =>
        {
            var importing = services.GetRequiredService<DutyImporting>();
            var now = installation.Clock.GetUtcNow();
            var run = new DutyImport
            {
                FileName = "履职.csv",
                StartedBy = "test",
                CreatedAt = now,
            };
            run.Assume("member-liaison", leaveOutKnown: false);
            (await importing.ReceiveAsync(run, Encoding.UTF8.GetBytes(text))).ShouldBeNull();
            run.StartCheck(now);
            await importing.CheckAsync(run);
            if (run.WhyNotImport(now) is null)
            {
                run.StartImport(now);
                await importing.WriteAsync(run);
            }

            return await services
                .GetRequiredService<AppDb>()
                .Set<DutyImport>()
                .AsNoTracking()
                .SingleAsync(row => row.Id == run.Id);
        });

    private static async Task<string> UploadedAsync(Visitor office, string text)
    {
        const string Path = "/office/appraisal/duties/import";
        var form = (IHtmlFormElement)(await office.GetPageAsync(Path)).QuerySelector("main form[method=post]")!;
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden"))
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Upload", "履职.csv");
        var answer = await office.Client.PostAsync(new Uri(office.Base + Path, UriKind.Relative), content);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var columns = answer.Headers.Location!.OriginalString[office.Base.Length..];
        return columns[..columns.LastIndexOf('/')];
    }

    private static async Task<IHtmlDocument> SettledAsync(Visitor office, string path)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var answer = await office.GetAsync(path);
            if (!answer.Headers.Contains("Refresh"))
                return await answer.PageAsync();
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{path} is still at work.");
    }
}
