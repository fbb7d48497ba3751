using System.Net;
using Concentric.Modules.Consultation.Places;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Places;

/// <summary>The tree of places: founded, changed, closed with a reason, never deleted.</summary>
public sealed class PlaceTreeTests(Installation installation)
{
    [Fact]
    public async Task A_place_hangs_below_another_and_its_short_address_is_spelled_where_none_is_typed()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        await world.FoundAsync("石灰窑村", "Village", "", "yinda");
        var place = await world.PlaceAsync("shihuiyaocun");
        place.Lineage.ShouldBe("yinda/shihuiyaocun/");
        (await PlacesWorld.MainAsync(world.Office, "/office/consultation/places?f.under=yinda")).ShouldContain("石灰窑村");
    }

    [Theory]
    [InlineData("Slug", "Guan Ming", "地址简称只用小写字母")]
    [InlineData("Slug", "guanming", "已经有了")]
    [InlineData("Slug", "new", "已经有了")]
    [InlineData("Input.Name", " ", "请填写地点名称")]
    [InlineData("Input.Latitude", "北纬三十九", "纬度在")]
    [InlineData("Input.Latitude", "39.8", "经度和纬度要一起填")]
    public async Task What_cannot_be_kept_is_told_beside_its_field_and_comes_back_as_typed(
        string field,
        string typed,
        string told
    )
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var form = new Dictionary<string, string>
        {
            ["Input.Name"] = "佘新村",
            ["Input.Kind"] = "Village",
            ["Slug"] = "shexin",
            [field] = typed,
        };
        var page = await PlacesWorld.AnsweredAsync(await world.Office.SubmitAsync("/office/consultation/places/new", form));
        page.QuerySelector("main")!.TextContent.ShouldContain(told);
        page.QuerySelector($"[name='{field}']")!.GetAttribute("value").ShouldBe(typed);
        (await world.Committee.InDbAsync(db => db.Set<Place>().CountAsync())).ShouldBe(2);
    }

    [Theory]
    [InlineData("关明村")]
    [InlineData(" 关明　村 ")]
    public async Task Two_places_of_one_name_do_not_stand_below_the_same_place(string name)
    {
        var world = await PlacesWorld.CreateAsync(installation);
        await world.FoundAsync("Ａ1市场", "Market", "market", "yinda");
        foreach (var typed in new[] { name, "a１ 市场" })
        {
            var page = await PlacesWorld.AnsweredAsync(
                await world.Office.SubmitAsync(
                    "/office/consultation/places/new",
                    new()
                    {
                        ["Input.Name"] = typed,
                        ["Input.Kind"] = "Village",
                        ["Under"] = "yinda",
                        ["Slug"] = "another",
                    }
                )
            );
            page.QuerySelector("[id='Input.Name-error'], [id='Input_Name-error'], [id$='Name-error']")!
                .TextContent.ShouldContain("银达镇下面已经有");
            page.QuerySelector("[name='Input.Name']")!.GetAttribute("value").ShouldBe(typed);
        }

        // Below another place, or at the top, the same name is another village.
        await world.FoundAsync(name, "Village", "another", null);
        var renamed = await world.Office.SubmitAsync(
            "/office/consultation/places/another/edit",
            new() { ["Input.Name"] = "银达镇" }
        );
        (await PlacesWorld.AnsweredAsync(renamed)).QuerySelector("main")!.TextContent.ShouldContain("已经有“银达镇”了");
        (await world.Office.SubmitAsync(PlacesWorld.Village + "/edit", new() { ["Input.Name"] = "关 明村" })).StatusCode.ShouldBe(
            HttpStatusCode.Redirect,
            "A place may keep its own name."
        );
    }

    [Fact]
    public async Task Two_desks_that_found_the_same_village_at_once_found_it_once()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var desks = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.Committee.SignInAsync("office-staff")));
        await Task.WhenAll(
            desks.Select(
                (desk, number) =>
                    desk.SubmitAsync(
                        "/office/consultation/places/new",
                        new()
                        {
                            ["Input.Name"] = "佘新村",
                            ["Input.Kind"] = "Village",
                            ["Under"] = "yinda",
                            ["Slug"] = $"shexin-{number}",
                        }
                    )
            )
        );
        (await world.Committee.InDbAsync(db => db.Set<Place>().CountAsync(place => place.Name == "佘新村"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_new_name_keeps_the_address_and_leaves_the_old_name_in_the_history()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var answer = await world.Office.SubmitAsync(
            PlacesWorld.Village + "/edit",
            new()
            {
                ["Input.Name"] = "关明新村",
                ["Input.Latitude"] = "39.811",
                ["Input.Longitude"] = "98.556",
            }
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var place = await world.PlaceAsync("guanming");
        (place.Name, place.Latitude, place.Longitude).ShouldBe(("关明新村", 39.811m, 98.556m));
        (await PlacesWorld.MainAsync(world.Office, PlacesWorld.Village)).ShouldContain("原名“关明村”");
    }

    [Fact]
    public async Task A_place_closes_once_nothing_hangs_on_it_and_can_be_opened_again()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var room = await world.OpenRoomAsync();
        (await PlacesWorld.MainAsync(world.Office, PlacesWorld.Township + "/close")).ShouldContain("下面还有 1 个地点没有撤销");
        (await PlacesWorld.MainAsync(world.Office, PlacesWorld.Village + "/close")).ShouldContain("还有 1 个议事室");
        var end = new Dictionary<string, string> { ["End.Day"] = "2023-05-09", ["End.Reason"] = "合并到银达村" };
        (await world.Office.SubmitAsync(room, end, "form#close")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var without = await world.Office.SubmitAsync(PlacesWorld.Village + "/close", new() { ["End.Day"] = "2023-05-09" });
        (await PlacesWorld.AnsweredAsync(without)).QuerySelector("main")!.TextContent.ShouldContain("请写明原因");
        (await world.Office.SubmitAsync(PlacesWorld.Village + "/close", end)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await PlacesWorld.MainAsync(world.Committee.Anonymous(), "/places/guanming")).ShouldContain("合并到银达村");
        (await PlacesWorld.MainAsync(world.Committee.Anonymous(), "/places")).ShouldNotContain("关明村");

        var again = await world.Office.SubmitAsync(PlacesWorld.Village, new() { ["Why"] = "撤错了" });
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await world.PlaceAsync("guanming")).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Places_are_of_one_committee_and_kept_by_those_who_may()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var other = await TestCommittee.CreateAsync(installation);
        (await other.Anonymous().GetAsync("/places/guanming")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var head = await world.Committee.SignInAsync("station-head");
        (await head.GetPageAsync(PlacesWorld.Village)).QuerySelector("a[href$='/edit']").ShouldBeNull();
        (await head.GetAsync(PlacesWorld.Village + "/edit")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await head.GetAsync(PlacesWorld.Village + "/deploy")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void A_vote_carries_as_the_rule_says()
    {
        var place = new Place
        {
            Kind = PlaceKind.Village,
            Name = "关明村",
            Slug = "guanming",
            Lineage = "guanming/",
        };
        Carries(null, 0, 0).ShouldBeTrue();
        Carries(VoteThreshold.MoreThanHalf, 5, 10).ShouldBeFalse();
        Carries(VoteThreshold.TwoThirds, 6, 9).ShouldBeTrue();
        Carries(VoteThreshold.ThreeQuarters, 8, 11).ShouldBeFalse();
        Carries(VoteThreshold.All, 0, 0).ShouldBeFalse();

        bool Carries(VoteThreshold? vote, int agreeing, int voting) =>
            ConsultationCouncil
                .Found(
                    place,
                    new CouncilDetails
                    {
                        Name = "议事会",
                        Vote = vote,
                        TermFrom = new DateOnly(2023, 1, 1),
                    },
                    default
                )
                .Council.Carries(agreeing, voting);
    }
}
