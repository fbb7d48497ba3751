using System.IO.Compression;
using System.Net;
using Concentric.Modules.Appraisal.Cycle;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>The duty file: one per member and term, filled by confirmed facts, the own for the member and all for the office.</summary>
public sealed class DutyFileTests(Installation installation)
{
    [Fact]
    public async Task The_file_tells_the_years_and_the_records_in_their_blocks()
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.Filed);
        var page = await world.Office.GetPageAsync($"/office/members/{world.Members["张三"].Person}/duty-file");
        var text = page.QuerySelector("main")!.TextContent;
        text.ShouldContain("履职记录（4条）");
        text.ShouldContain("2023-05-10归档");
        Blocks(page).ShouldContain("理论、培训、文史、联谊 3");
        Blocks(page).ShouldContain("其他 1");
        page.QuerySelectorAll("nav a, .tabs a").Select(tab => tab.TextContent.Trim()).ShouldContain("履职档案");
        (await CycleWorld.MainAsync(world.Office, $"/office/members/{world.Members["张三"].Person}")).ShouldContain("履职档案");
    }

    [Fact]
    public async Task A_member_reads_the_own_file_and_no_other()
    {
        var world = await CycleWorld.CreateAsync(installation);
        var zhang = await world.Committee.SignInAsync(world.Members["张三"].Person, "member");
        var text = await CycleWorld.MainAsync(zhang, "/my/duty-file");
        text.ShouldContain("张三");
        text.ShouldContain("履职记录（4条）");
        (await zhang.GetAsync("/my/duty-file?term=12")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await zhang.GetAsync($"/office/members/{world.Members["李四"].Person}/duty-file")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        var nobody = await world.Committee.SignInAsync("editor");
        (await CycleWorld.MainAsync(nobody, "/my/duty-file")).ShouldContain("没有履职档案");
    }

    [Theory]
    [InlineData("docx", "word/document.xml")]
    [InlineData("xlsx", "xl/workbook.xml")]
    public async Task The_file_can_be_taken_along(string format, string part)
    {
        var world = await CycleWorld.CreateAsync(installation);
        await world.ReachAsync(CycleState.Approved);
        var zhang = await world.Committee.SignInAsync(world.Members["张三"].Person, "member");
        var answer = await zhang.GetAsync("/my/duty-file?format=" + format);
        await using var content = await answer.Content.ReadAsStreamAsync();
        using var archive = new ZipArchive(content);
        archive.GetEntry(part).ShouldNotBeNull();
    }

    private static IEnumerable<string> Blocks(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelectorAll("details.score > summary")
            .Select(block =>
                block.QuerySelector(".score-name")!.TextContent + " " + block.QuerySelector(".score-points")!.TextContent.Trim()
            );
}
