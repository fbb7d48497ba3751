using System.Net;
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
        var run = await world.Office.CheckImportAsync(
            Import,
            "地点名称,类别,上级地点,纬度,经度\r\n东洞镇,,,39.528,98.614\r\n石灰窑村,,东洞镇,,\r\n关明村,村,银达镇,,\r\n"
        );
        var seen = await world.Office.SettledImportAsync(run);
        seen.QuerySelector("main")!.TextContent.ShouldContain("写入 2 个地点");
        (await CountAsync(world)).ShouldBe(2);
        (await world.Office.SubmitAsync(run, [], "form#write")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await world.Office.SettledImportAsync(run);
        (await CountAsync(world)).ShouldBe(4);
        var village = await world.PlaceAsync("shihuiyaocun");
        (village.Kind, village.Lineage).ShouldBe((PlaceKind.Village, "dongdongzhen/shihuiyaocun/"));
    }

    [Fact]
    public async Task A_place_that_is_there_under_another_writing_of_its_name_is_left_out()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var run = await world.Office.CheckImportAsync(
            Import,
            "地点名称,类别,上级地点\r\n关明　村 ,村,银达 镇\r\n石灰窑村,村,银达镇\r\n石灰窑 村,村,银达镇\r\n关明村,村,\r\n"
        );
        await world.Office.WriteImportAsync(run);
        (await world.Committee.InDbAsync(db => db.Set<Place>().Select(place => place.Lineage).Order().ToListAsync())).ShouldBe([
            "guanmingcun/",
            "yinda/",
            "yinda/guanming/",
            "yinda/shihuiyaocun/",
        ]);
    }

    [Fact]
    public async Task One_wrong_row_keeps_the_whole_list_out()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var run = await world.Office.CheckImportAsync(
            Import,
            "地点名称,类别,上级地点\r\n东洞镇,,\r\n新村,村,不存在的镇\r\n某地,星球,\r\n"
        );
        var seen = await world.Office.SettledImportAsync(run);
        var told = seen.QuerySelector("main")!.TextContent;
        told.ShouldContain("没有找到地点“不存在的镇”");
        told.ShouldContain("“星球”不是地点类别");
        seen.QuerySelector("form#write").ShouldBeNull();
        (await CountAsync(world)).ShouldBe(2);
    }

    private static Task<int> CountAsync(PlacesWorld world) => world.Committee.InDbAsync(db => db.Set<Place>().CountAsync());
}
