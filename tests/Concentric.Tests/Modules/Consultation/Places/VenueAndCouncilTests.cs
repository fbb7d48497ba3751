using System.Net;
using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Members;
using Concentric.Tests.Modules.Members;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Places;

/// <summary>What stands at a place: workstations whose head gets a role with the post, councils with their seats and terms, the poster.</summary>
public sealed class VenueAndCouncilTests(Installation installation)
{
    [Fact]
    public async Task The_head_of_a_workstation_gets_the_role_for_the_place_and_loses_it_with_the_post()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var seat = await world.Committee.EnrolAsync("张伟");
        await world.Committee.EnrolAsync("李娜");
        var person = await world.Committee.DoAsync(async services =>
            (await services.GetRequiredService<MembersApi>().FindAsync([seat]))[0].PersonId
        );
        await world.Committee.SignInAsync(person, "member");
        (
            await world.Office.SubmitAsync(
                PlacesWorld.Township + "/venues/workstation/new",
                new()
                {
                    ["Input.Name"] = "银达镇委员工作站",
                    ["Input.Member"] = "张伟",
                    ["Input.OpenedOn"] = "2023-03-01",
                }
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ScopesAsync(world)).ShouldBe(["yinda"]);

        var station = await world.Committee.InDbAsync(db => db.Set<MemberWorkstation>().SingleAsync());
        var changed = await world.Office.SubmitAsync(
            $"{PlacesWorld.Township}/venues/workstation/{station.Id}",
            new() { ["Input.Member"] = "李娜" },
            "form#change"
        );
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ScopesAsync(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_head_who_is_invited_later_gets_the_role_with_the_account()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var seat = await world.Committee.EnrolAsync("张伟");
        (
            await world.Office.SubmitAsync(
                PlacesWorld.Township + "/venues/workstation/new",
                new()
                {
                    ["Input.Name"] = "银达镇委员工作站",
                    ["Input.Member"] = "张伟",
                    ["Input.OpenedOn"] = "2023-03-01",
                }
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ScopesAsync(world)).ShouldBeEmpty();
        await world.Office.SubmitAsync("/office/members/invitations?all=true", []);
        (await ScopesAsync(world)).ShouldBe(["yinda"]);

        var person = await world.Committee.DoAsync(async services =>
            (await services.GetRequiredService<MembersApi>().FindAsync([seat]))[0].PersonId
        );
        var file = await world.Office.GetPageAsync($"/office/members/{person}/deployments");
        file.QuerySelector("main")!.TextContent.ShouldContain("银达镇委员工作站");
        file.QuerySelector(".tabs [aria-current]")!.TextContent.Trim().ShouldBe("下沉");
    }

    [Fact]
    public async Task A_council_seats_one_and_seven_for_a_term_and_the_next_term_ends_their_seats()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var founded = await world.Office.SubmitAsync(
            PlacesWorld.Village + "/councils/new",
            new() { ["Input.TermFrom"] = "2023-01-01", ["Input.Vote"] = "TwoThirds" }
        );
        var council = founded.Headers.Location!.OriginalString[world.Office.Base.Length..];
        await SeatAsync(world, council, "party-secretary", "王书记");
        await SeatAsync(world, council, "respected-residents", "赵大爷");
        var called = await world.Office.SubmitAsync(
            council,
            new()
            {
                ["Seat.SeatKind"] = "concerned",
                ["Seat.Name"] = "某人",
                ["Seat.From"] = "2023-02-01",
            },
            "form#seat"
        );
        (await PlacesWorld.AnsweredAsync(called)).QuerySelector("main")!.TextContent.ShouldContain("请选择席位类别");
        var shown = await PlacesWorld.MainAsync(world.Committee.Anonymous(), "/places/guanming");
        shown.ShouldContain("1+7+X");
        shown.ShouldContain("三分之二以上同意");
        shown.ShouldContain("王书记");

        (await world.Office.SubmitAsync(council, new() { ["Term.TermFrom"] = "2023-05-01" }, "form#term")).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        var seats = await world.Committee.InDbAsync(db => db.Set<CouncilSeat>().ToListAsync());
        seats.ShouldAllBe(seat => seat.Until == new DateOnly(2023, 4, 30) && seat.Term == 1);
        (await PlacesWorld.MainAsync(world.Committee.Anonymous(), "/places/guanming")).ShouldNotContain("王书记");
    }

    [Fact]
    public async Task The_poster_carries_the_code_of_the_form_for_its_place()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        await world.OpenRoomAsync();
        var poster = await world.Office.GetPageAsync(PlacesWorld.Village + "/poster");
        poster.QuerySelector(".poster .qr svg").ShouldNotBeNull();
        poster.QuerySelector("button.no-print[data-print]").ShouldNotBeNull();
        poster
            .QuerySelector(".poster-address")!
            .TextContent.ShouldBe($"http://localhost{world.Committee.Path}/matters/new?place=guanming");
    }

    private static async Task SeatAsync(PlacesWorld world, string council, string kind, string name) =>
        (
            await world.Office.SubmitAsync(
                council,
                new()
                {
                    ["Seat.SeatKind"] = kind,
                    ["Seat.Name"] = name,
                    ["Seat.From"] = "2023-01-10",
                },
                "form#seat"
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);

    private static Task<List<string?>> ScopesAsync(PlacesWorld world) =>
        world.Committee.InDbAsync(db =>
            db.Accounts.SelectMany(account => account.Roles)
                .Where(role => role.Role == "station-head")
                .Select(role => role.Scope)
                .ToListAsync()
        );
}
