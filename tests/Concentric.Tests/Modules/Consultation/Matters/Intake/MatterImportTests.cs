using System.Text;
using AngleSharp.Html.Dom;
using Concentric.Commands;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Intake.Import;
using Concentric.Platform.Import;
using Concentric.Platform.PersonalData;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Matters.Intake;

/// <summary>A ledger of matters comes from a sheet: every row is looked at, and all of it is collected or nothing.</summary>
public sealed class MatterImportTests(Installation installation)
{
    private const string Headings = "编号,征集日期,村（社区）,议题名称,具体内容,议题类别,来源,提出人,联系电话,办理情况\r\n";

    [Fact]
    public async Task A_usual_ledger_is_understood_and_each_row_is_collected_with_its_day()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var run = await CheckAsync(
            world,
            Headings
                + "2022-001,2022-03-05,怀茂村,三组支渠漏水,两轮水都没有灌上。,农田水利,群众,王大妈,13800001234,已解决\r\n"
                + "2022-002,2022/4/20,拐坝桥,村口路灯坏了,,道路交通,领导点题,,,办理中\r\n"
                + ",2022年5月1日,huaimao,垃圾没人收,,,,,,\r\n"
        );
        run.KeptProblems.ShouldBeEmpty();
        (run.Rows, run.Matters).ShouldBe((3, 3));
        (await world.MattersAsync()).ShouldBeEmpty();
        await WriteAsync(world, run.Id);
        var matters = (await world.MattersAsync()).OrderBy(matter => matter.CollectedOn).ToList();
        matters.ShouldAllBe(matter => matter.State == MatterState.Collected && matter.Channel == IntakeChannel.Import);
        matters
            .Select(matter => (matter.LedgerNumber, matter.CollectedOn.ToString("yyyy-MM-dd"), matter.Topic, matter.Source))
            .ShouldBe([
                ("2022-001", "2022-03-05", "water", MatterSource.Public),
                ("2022-002", "2022-04-20", "roads", MatterSource.Leader),
                (null, "2022-05-01", "other", MatterSource.Public),
            ]);
        matters[1].PlaceId.ShouldBe(world.OtherVillage.Id);
        await world.Committee.DoAsync(services =>
        {
            matters[0].Submitter!.Open(services.GetRequiredService<PersonalDataSeal>()).Phone.ShouldBe("13800001234");
            return Task.CompletedTask;
        });
        var facts = await world.InDbAsync(db => db.Facts.OrderBy(fact => fact.OccurredOn).ToListAsync());
        facts.Select(fact => fact.Kind).Distinct().ShouldBe([MatterFacts.Collected]);
        facts[0].OccurredOn.ShouldBe(new DateOnly(2022, 3, 5));
        // The same ledger again adds nothing.
        var again = await CheckAsync(world, Headings + "2022-001,2022-03-05,怀茂村,三组支渠漏水,,,,,,\r\n");
        again.KeptProblems.ShouldHaveSingleItem().Code.ShouldBe("MatterRowKnown");
    }

    [Theory]
    [InlineData("1,2022-02-30,怀茂村,题目,,,,,,", "NoSuchDay")]
    [InlineData("1,,怀茂村,题目,,,,,,", "MatterDayMissing")]
    [InlineData("1,2022-03-05,没有的村,题目,,,,,,", "MatterPlaceNotFound")]
    [InlineData("1,2022-03-05,村,题目,,,,,,", "MatterPlaceUnclear")]
    [InlineData("1,2022-03-05,怀茂村,,,,,,,", "MatterTitleMissing")]
    [InlineData("1,2022-03-05,怀茂村,题目,,没有的类,,,,", "MatterTopicUnreadable")]
    [InlineData("1,2022-03-05,怀茂村,题目,,,天上,,,", "MatterSourceUnreadable")]
    [InlineData("1,2022-03-05,怀茂村,题目,,,,张,12,", "MatterPhoneWrong")]
    [InlineData("1,2099-03-05,怀茂村,题目,,,,,,", "MatterDayToCome")]
    public async Task A_row_that_cannot_be_taken_is_told_with_its_reason_and_stops_all(string row, string problem)
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var run = await CheckAsync(world, Headings + row + "\r\n2,2022-03-05,怀茂村,好的一行,,,,,,\r\n");
        run.KeptProblems.ShouldHaveSingleItem().Code.ShouldBe(problem);
        run.KeptProblems[0].Row.ShouldBe(2);
        run.WhyNotImport(installation.Clock.GetUtcNow()).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_ledger_without_titles_takes_the_first_sentence_of_the_text_and_says_so_before_it_writes()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var office = await world.Committee.SignInAsync("office-staff");
        const string Ledger =
            "日期,地点,反映内容\r\n2023.3.5,怀茂村,三组支渠漏水。两轮水都没有灌上。\r\n"
            + "2023年3月6日,怀茂村,怀茂村三组到五组的支渠年久失修漏水严重今年春灌之前全线改造估算约需资金一百二十万元村里拿不出来\r\n";
        var run = await office.CheckImportAsync(MatterUploadPage.Address, Ledger);
        var told = (await office.SettledImportAsync(run)).QuerySelector("main")!.TextContent;
        told.ShouldContain("2 件没有写议题，取内容的第一句作题目");
        told.ShouldContain("第 2 行");
        await office.WriteImportAsync(run);
        var matters = (await world.MattersAsync()).OrderBy(matter => matter.CollectedOn).ToList();
        matters[0].Title.ShouldBe("三组支渠漏水");
        matters[0].Text.ShouldBe("三组支渠漏水。两轮水都没有灌上。");
        matters[1].Title.ShouldBe("怀茂村三组到五组的支渠年久失修漏水严重今年春灌之前全线改造估算约需资金…");
        // The same ledger again is known by the titles that were made.
        var again = await office.SettledImportAsync(
            await office.CheckImportAsync(MatterUploadPage.Address, Ledger, new() { ["LeaveOutKnown"] = "true" })
        );
        again.QuerySelector("#write").ShouldBeNull();
    }

    [Theory]
    [InlineData(new[] { "title=啥事", "place=哪儿" }, 0)]
    [InlineData(new[] { "议题=啥 事", "地点=哪儿", "=备注", "=身份证号" }, 0)]
    [InlineData(new[] { "title=啥事" }, 1)]
    [InlineData(new[] { "title=没有这列", "place=哪儿" }, 1)]
    [InlineData(new[] { "nothing=啥事", "place=哪儿" }, 1)]
    [InlineData(new[] { "title=啥事", "text=啥事", "place=哪儿" }, 1)]
    [InlineData(new[] { "title=啥事", "title=备注", "place=哪儿" }, 1)]
    [InlineData(new[] { "title", "place=哪儿" }, 1)]
    [InlineData(new[] { "title=啥事", "place=哪儿", "phone=身份证号" }, 1)]
    public async Task The_command_lets_columns_be_named_as_the_page_lets_them_be_matched(string[] columns, int code)
    {
        var world = await IntakeWorld.CreateAsync(installation);
        const string Ledger = "某镇台账,,,,\r\n日期,哪儿,啥事,备注,身份证号\r\n2023-03-05,怀茂村,三组支渠漏水,急,1\r\n";
        var answered = await world.Committee.DoAsync(services =>
            ListFile.WithAsync(
                Ledger,
                file =>
                    ImportMattersCommand.RunAsync(
                        services,
                        new AskedImport(file, DryRun: false, new NamedColumns(columns, null)),
                        TestContext.Current.CancellationToken
                    )
            )
        );
        answered.ShouldBe(code);
        (await world.MattersAsync()).Select(matter => matter.Title).ShouldBe(code == 0 ? ["三组支渠漏水"] : []);
    }

    [Fact]
    public async Task The_pages_lead_from_the_file_to_the_matters()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var office = await world.Committee.SignInAsync("office-staff");
        var form = (IHtmlFormElement)(await office.GetPageAsync(MatterUploadPage.Address)).QuerySelector("main form")!;
        using var body = new MultipartFormDataContent();
        foreach (var hidden in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden"))
            body.Add(new StringContent(hidden.Value), hidden.Name!);
        body.Add(
            new ByteArrayContent(Encoding.UTF8.GetBytes(Headings + "1,2022-03-05,怀茂村,支渠漏水,,,,,,\r\n")),
            "Upload",
            "台账.csv"
        );
        var sent = await office.Client.PostAsync(new Uri(office.Base + MatterUploadPage.Address, UriKind.Relative), body);
        var path = sent.Headers.Location!.ToString().Replace(office.Base, "").Replace("/columns", "");
        await office.SubmitAsync(path + "/columns", [], "main form[method=post]");
        for (var look = 0; look < 100; look++)
        {
            if ((await office.GetPageAsync(path)).QuerySelector("#write") is not null)
                break;
            await Task.Delay(100);
        }

        await office.SubmitAsync(path, [], "#write");
        for (var look = 0; look < 100 && (await world.MattersAsync()).Count == 0; look++)
            await Task.Delay(100);
        (await world.MattersAsync()).ShouldHaveSingleItem().Title.ShouldBe("支渠漏水");
        (
            await office.GetAsync("/office/consultation/matters/import/template")
        ).Content.Headers.ContentType!.MediaType!.ShouldContain("sheet");
    }

    private async Task<MatterImport> CheckAsync(IntakeWorld world, string sheet)
    {
        var run = new MatterImport
        {
            FileName = "台账.csv",
            StartedBy = "test",
            CreatedAt = installation.Clock.GetUtcNow(),
        };
        return await world.Committee.DoAsync(async services =>
        {
            var importing = services.GetRequiredService<MatterImporting>();
            (await importing.ReceiveAsync(run, Encoding.UTF8.GetBytes(sheet))).ShouldBeNull();
            run.StartCheck(installation.Clock.GetUtcNow());
            await importing.CheckAsync(run);
            return run;
        });
    }

    private Task WriteAsync(IntakeWorld world, Guid id) =>
        world.Committee.DoAsync(async services =>
        {
            var run = await services
                .GetRequiredService<Concentric.Platform.Data.AppDb>()
                .Set<MatterImport>()
                .SingleAsync(row => row.Id == id);
            run.StartImport(installation.Clock.GetUtcNow());
            await services.GetRequiredService<MatterImporting>().WriteAsync(run);
        });
}
