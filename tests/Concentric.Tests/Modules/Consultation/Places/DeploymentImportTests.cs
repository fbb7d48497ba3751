using System.Net;
using System.Text;
using Concentric.Commands;
using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Members;
using Concentric.Platform.Import;
using Concentric.Platform.Ledger;
using Concentric.Tests.Modules.Members;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Places;

/// <summary>A whole list of deployed members comes from a sheet: every row is looked at, all or nothing is recorded, each with its fact.</summary>
public sealed class DeploymentImportTests(Installation installation)
{
    private const string Import = "/office/consultation/deployments/import";
    private const string Headings = "姓名,工作单位,委员级别,下沉乡镇（街道）,下沉村（社区）,身份,下沉时间,截止日期\r\n";
    private static readonly Dictionary<string, string> Liaison = new() { ["Office"] = "member-liaison" };

    [Fact]
    public async Task A_usual_list_is_understood_tried_first_and_recorded_with_a_fact_each()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        await world.Committee.EnrolAsync("张伟", unit: "水务局");
        await world.Committee.EnrolAsync("张伟", unit: "第一中学");
        await world.Committee.EnrolAsync("王芳");
        await world.Committee.EnrolAsync("王芳", level: MembershipLevel.Province);
        await world.Committee.EnrolAsync("买买提·艾力", level: MembershipLevel.City);
        const string List =
            Headings
            + "张伟（站长）,水务局,区,银达镇,关明村,,2023.3.5,\r\n"
            + "王　芳,,省级,银达镇,,成员,２０２３年３月５日,2023/4/1\r\n"
            + "买买提•艾力,,市,银达镇,关明,,2023-03-05 09:30,\r\n";
        var run = await world.Office.CheckImportAsync(Import, List, Liaison);
        (await world.Office.SettledImportAsync(run)).QuerySelector("#write")!.TextContent.ShouldContain("登记 3 名委员");
        (await DeploymentsAsync(world)).ShouldBeEmpty();

        await world.Office.WriteImportAsync(run);
        (await DeploymentsAsync(world))
            .Select(row => (row.MemberName, row.Role, row.From, row.Until, row.State))
            .Order()
            .ShouldBe(
                new[]
                {
                    ("张伟", DeploymentRole.Head, new DateOnly(2023, 3, 5), (DateOnly?)null, DeploymentState.Standing),
                    ("王芳", DeploymentRole.Member, new DateOnly(2023, 3, 5), new DateOnly(2023, 4, 1), DeploymentState.Ended),
                    ("买买提·艾力", DeploymentRole.Member, new DateOnly(2023, 3, 5), null, DeploymentState.Standing),
                }.Order()
            );
        var facts = await FactsAsync(world);
        facts.Count.ShouldBe(3);
        facts.Count(fact => fact.Category == "head").ShouldBe(1);

        // The same list again changes nothing.
        var again = await world.Office.SettledImportAsync(await world.Office.CheckImportAsync(Import, List, Liaison));
        again.QuerySelector("#write").ShouldBeNull();
        again.QuerySelector("main")!.TextContent.ShouldContain("名单里没有需要新登记的");
        (await FactsAsync(world)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_row_is_told_at_once()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var run = await world.Office.CheckImportAsync(Import, Headings + "王五,,,银达镇,没有的村,村长,2023-03-05,\r\n", Liaison);
        var told = (await world.Office.SettledImportAsync(run)).QuerySelector(".problem-table tbody")!;
        told.ChildElementCount.ShouldBe(3);
        told.TextContent.ShouldContain("名册里没有“王五”");
    }

    [Theory]
    [InlineData("王五,,,银达镇,关明村,,2023-03-05,", "名册里没有“王五”")]
    [InlineData("张伟,,,银达镇,关明村,,2023-03-05,", "有不止一位“张伟”")]
    [InlineData("李娜,,,银达镇,没有的村,,2023-03-05,", "没有找到“没有的村”")]
    [InlineData("李娜,,,,,,2023-03-05,", "请选择在哪里")]
    [InlineData("李娜,,,银达镇,关明村,村长,2023-03-05,", "“村长”不是身份")]
    [InlineData("李娜,,省,银达镇,关明村,,2023-03-05,", "没有这一级的委员资格")]
    [InlineData("李娜,,,银达镇,关明村,,,", "请填写下沉开始日期")]
    [InlineData("李娜,,,银达镇,关明村,,2023-02-30,", "2023")]
    [InlineData("李娜,,,银达镇,关明村,,2099-03-05,", "到了日子再登记")]
    [InlineData("李娜,,,银达镇,关明村,,2023-03-05,2099-12-31", "这一天还没到")]
    [InlineData("李娜,,,银达镇,关明村,,2023-03-05,2023-03-01", "早于")]
    [InlineData(",,,银达镇,关明村,,2023-03-05,", "没有写委员姓名")]
    public async Task One_row_that_cannot_be_recorded_is_told_and_keeps_the_whole_list_out(string row, string told)
    {
        var world = await PlacesWorld.CreateAsync(installation);
        await world.Committee.EnrolAsync("张伟", unit: "水务局");
        await world.Committee.EnrolAsync("张伟", unit: "第一中学");
        await world.Committee.EnrolAsync("李娜");
        await world.Committee.EnrolAsync("赵敏");
        var run = await world.Office.CheckImportAsync(
            Import,
            Headings + row + "\r\n赵敏,,,银达镇,关明村,,2023-03-05,\r\n",
            Liaison
        );
        var page = await world.Office.SettledImportAsync(run);
        var problems = page.QuerySelector(".problem-table tbody")!;
        problems.ChildElementCount.ShouldBe(1);
        problems.TextContent.ShouldContain(told);
        page.QuerySelector("#write").ShouldBeNull();
        (await DeploymentsAsync(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_rows_do_not_say_is_asked_once_and_who_stands_there_is_not_posted_twice()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        await world.DeployedAsync("张伟");
        await world.Committee.EnrolAsync("李娜");
        const string List = "姓名,地点\r\n张伟,关明村\r\n李娜,关明村\r\n";
        var columns = await world.Office.UploadImportAsync(Import, Encoding.UTF8.GetBytes(List));
        var without = await world.Office.SubmitAsync(columns, new() { ["Office"] = "" }, "main form[method=post]");
        (await PlacesWorld.AnsweredAsync(without)).QuerySelector("main")!.TextContent.ShouldContain("请选择登记的委室");
        var run = await world.Office.CheckImportAsync(
            Import,
            List,
            new(Liaison) { ["From"] = "2023-04-20", ["Basis"] = "肃政协发〔2023〕5号" }
        );
        await world.Office.WriteImportAsync(run);
        var rows = await DeploymentsAsync(world);
        rows.Count.ShouldBe(2);
        rows.Single(row => row.MemberName == "李娜").Basis.ShouldBe("肃政协发〔2023〕5号");
        await world.FoundAsync("石灰窑村", "Village", "shihuiyao", "yinda");
        var second = await world.Office.CheckImportAsync(Import, "姓名,地点,开始日期\r\n李娜,石灰窑村,2023-04-21\r\n", Liaison);
        (await world.Office.SettledImportAsync(second)).QuerySelector("main")!.TextContent.ShouldContain("1 名现在还下沉在别处");
        await world.Committee.EnrolAsync("赵敏");
        var both = await world.Office.CheckImportAsync(
            Import,
            "姓名,地点,开始日期\r\n赵敏,石灰窑村,2023-04-21\r\n赵敏,关明村,2023-04-21\r\n",
            Liaison
        );
        (await world.Office.SettledImportAsync(both)).QuerySelector("main")!.TextContent.ShouldContain("1 名现在还下沉在别处");
        var twice = await world.Office.CheckImportAsync(Import, "姓名,地点,开始日期\r\n张伟,关明村,2023-04-21\r\n", Liaison);
        (await world.Office.SettledImportAsync(twice))
            .QuerySelector(".problem-table")!
            .TextContent.ShouldContain("张伟已经下沉在这里");
    }

    [Fact]
    public async Task The_command_takes_the_same_list_with_columns_named_and_a_second_run_changes_nothing()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        await world.Committee.EnrolAsync("李娜");
        const string List = "肃州区下沉名单,,\r\n,,\r\n谁,去哪儿,备注\r\n李娜,关明村,无\r\n";
        NamedColumns named = new(["name=谁", "place=去哪儿"], null);
        (await CommandAsync(world, List, NamedColumns.None)).ShouldBe(1);
        (await CommandAsync(world, List, named, dryRun: true)).ShouldBe(0);
        (await DeploymentsAsync(world)).ShouldBeEmpty();
        (await CommandAsync(world, List, named)).ShouldBe(0);
        (await CommandAsync(world, List, named)).ShouldBe(0);
        (await DeploymentsAsync(world)).ShouldHaveSingleItem().MemberName.ShouldBe("李娜");
    }

    [Fact]
    public async Task The_template_names_the_columns_and_only_those_who_deploy_see_it()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var template = await world.Office.GetAsync(Import + "/template");
        template.StatusCode.ShouldBe(HttpStatusCode.OK);
        var columns = await world.Office.UploadImportAsync(Import, await template.Content.ReadAsByteArrayAsync());
        (await world.Office.GetPageAsync(columns))
            .QuerySelectorAll("select[name^=Meanings]")
            .Count(select => select.QuerySelector("option[selected]")?.GetAttribute("value") is { Length: > 0 })
            .ShouldBe(12);
        var head = await world.Committee.SignInAsync("station-head");
        foreach (var address in new[] { Import, Import + "/template", columns })
            (await head.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await head.GetPageAsync("/office/consultation/deployments")).QuerySelector($"a[href$='{Import}']").ShouldBeNull();
    }

    private static Task<int> CommandAsync(PlacesWorld world, string text, NamedColumns columns, bool dryRun = false) =>
        world.Committee.DoAsync(services =>
            ListFile.WithAsync(
                text,
                file =>
                    ImportDeploymentsCommand.RunAsync(
                        services,
                        new AskedImport(file, dryRun, columns),
                        "member-liaison",
                        (new DateOnly(2023, 3, 5), null),
                        TestContext.Current.CancellationToken
                    )
            )
        );

    private static Task<List<Deployment>> DeploymentsAsync(PlacesWorld world) =>
        world.Committee.InDbAsync(db => db.Set<Deployment>().AsNoTracking().ToListAsync());

    private static Task<List<Fact>> FactsAsync(PlacesWorld world) =>
        world.Committee.InDbAsync(db =>
            db.Facts.Standing().Where(fact => fact.Kind == "consultation.member-deployed").ToListAsync()
        );
}
