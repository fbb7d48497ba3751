using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Concentric.Modules.Consultation.Places;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Places;

/// <summary>The tree of places from a table: every row is looked at before anything is written.</summary>
public sealed class PlaceImportTests(Installation installation)
{
    private const string Import = "/office/consultation/places/import";

    [Fact]
    public async Task A_list_is_tried_first_and_then_written_whole()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var run = await CheckedAsync(
            world,
            "地点名称,类别,上级地点,纬度,经度\r\n东洞镇,,,39.528,98.614\r\n石灰窑村,,东洞镇,,\r\n关明村,村,银达镇,,\r\n"
        );
        var seen = await SettledAsync(world.Office, run);
        seen.QuerySelector("main")!.TextContent.ShouldContain("写入 2 个地点");
        (await CountAsync(world)).ShouldBe(2);
        (await world.Office.SubmitAsync(run, [], "form#write")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await SettledAsync(world.Office, run);
        (await CountAsync(world)).ShouldBe(4);
        var village = await world.PlaceAsync("shihuiyaocun");
        (village.Kind, village.Lineage).ShouldBe((PlaceKind.Village, "dongdongzhen/shihuiyaocun/"));
    }

    [Fact]
    public async Task One_wrong_row_keeps_the_whole_list_out()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var run = await CheckedAsync(world, "地点名称,类别,上级地点\r\n东洞镇,,\r\n新村,村,不存在的镇\r\n某地,星球,\r\n");
        var seen = await SettledAsync(world.Office, run);
        var told = seen.QuerySelector("main")!.TextContent;
        told.ShouldContain("没有找到地点“不存在的镇”");
        told.ShouldContain("“星球”不是地点类别");
        seen.QuerySelector("form#write").ShouldBeNull();
        (await CountAsync(world)).ShouldBe(2);
    }

    private static async Task<string> CheckedAsync(PlacesWorld world, string text)
    {
        var form = (IHtmlFormElement)(await world.Office.GetPageAsync(Import)).QuerySelector("main form[method=post]")!;
        using var content = new MultipartFormDataContent();
        foreach (var input in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden"))
            content.Add(new StringContent(input.Value), input.Name!);
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Upload", "places.csv");
        var answer = await world.Office.Client.PostAsync(new Uri(world.Office.Base + Import, UriKind.Relative), content);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var columns = answer.Headers.Location!.OriginalString[world.Office.Base.Length..];
        await world.Office.SubmitAsync(columns, [], "main form[method=post]");
        return columns[..columns.LastIndexOf('/')];
    }

    private static async Task<IHtmlDocument> SettledAsync(Visitor office, string run)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await office.GetAsync(run);
            if (!answer.Headers.Contains("Refresh"))
                return await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
            tries.ShouldBeLessThan(200);
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    private static Task<int> CountAsync(PlacesWorld world) => world.Committee.InDbAsync(db => db.Set<Place>().CountAsync());
}
