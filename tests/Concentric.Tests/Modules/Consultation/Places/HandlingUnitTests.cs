using System.Net;
using Concentric.Modules.Consultation.Places;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Places;

/// <summary>Handling units: contacts are sealed and masked, their people sign in for the unit alone.</summary>
public sealed class HandlingUnitTests(Installation installation)
{
    private const string Unit = "/office/consultation/units/water";

    [Fact]
    public async Task A_phone_is_sealed_and_masked_and_a_look_leaves_a_step()
    {
        var world = await WithContactAsync();
        (await world.Committee.InDbAsync(db => db.Set<UnitContact>().SingleAsync())).PhoneSealed!.ShouldNotContain("09370001234");
        var masked = await world.Office.GetPageAsync(Unit);
        masked.DocumentElement.OuterHtml.ShouldNotContain("09370001234");
        masked.QuerySelector("main")!.TextContent.ShouldContain("093****1234");
        var looked = await world.Office.SubmitAsync(Unit, [], "form[action*=Look]");
        (await PlacesWorld.AnsweredAsync(looked)).QuerySelector("main")!.TextContent.ShouldContain("09370001234");
        (await PlacesWorld.MainAsync(world.Office, Unit)).ShouldContain("查看了联系电话");
    }

    [Fact]
    public async Task A_contact_is_invited_signs_in_for_the_unit_alone_and_cannot_once_removed()
    {
        var world = await WithContactAsync();
        (await world.Office.SubmitAsync(Unit, [], "form[action*=Invite]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var link = (await world.Office.GetPageAsync(Unit)).QuerySelector("main .notice code")!.TextContent;
        link.ShouldContain("/invitations/");
        (await world.Committee.Anonymous().Client.GetAsync(new Uri(link))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var role = await world.Committee.InDbAsync(db =>
            db.Accounts.SelectMany(account => account.Roles).SingleAsync(held => held.Role == "handling-unit")
        );
        role.Scope.ShouldBe("water");
        (await PlacesWorld.MainAsync(world.Office, Unit)).ShouldContain("已邀请");

        (await world.Office.SubmitAsync(Unit, [], "form[action*=Remove]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var contact = await world.Committee.InDbAsync(db => db.Set<UnitContact>().SingleAsync());
        contact.PhoneSealed.ShouldBeNull();
        (
            await world.Committee.InDbAsync(db => db.Accounts.SingleAsync(account => account.Id == contact.AccountId))
        ).DisabledAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_security_administrator_gives_the_role_for_one_unit_and_not_without()
    {
        var world = await WithContactAsync();
        await world.Office.SubmitAsync(Unit, [], "form[action*=Invite]");
        var account = await world.Committee.InDbAsync(db =>
            db.Accounts.SingleAsync(row => row.Roles.Any(held => held.Role == "handling-unit"))
        );
        var security = await world.Committee.SignInAsync("security-administrator");
        var path = $"/office/accounts/{account.Id}";
        (await PlacesWorld.MainAsync(security, path)).ShouldContain("区水务局");
        var without = await security.SubmitAsync(
            path,
            new()
            {
                ["Chosen"] = "handling-unit",
                ["Limits[handling-unit]"] = "",
                ["Why"] = "换人",
            },
            "form[action*=Roles]"
        );
        (await PlacesWorld.AnsweredAsync(without)).QuerySelector("main")!.TextContent.ShouldContain("限于哪个地点或单位");
    }

    private async Task<PlacesWorld> WithContactAsync()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        await world.Office.SubmitAsync(
            "/office/consultation/units/new",
            new()
            {
                ["Name"] = "区水务局",
                ["Tasks"] = "灌溉用水",
                ["Slug"] = "water",
            }
        );
        (
            await world.Office.SubmitAsync(
                Unit,
                new()
                {
                    ["Contact.Name"] = "刘科长",
                    ["Contact.Post"] = "水管科长",
                    ["Contact.Phone"] = "0937-0001234",
                },
                "form#contact"
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return world;
    }
}
