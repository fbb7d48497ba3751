using System.Net;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Members;
using Concentric.Tests.Modules.Members;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Matters.Intake;

/// <summary>A member brings in a matter on the phone and follows the own ones.</summary>
public sealed class MyMattersTests(Installation installation)
{
    [Fact]
    public async Task A_member_brings_in_a_matter_and_nobody_else_follows_it_there()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var (seat, member) = await MemberAsync(world, "张三");
        (await member.GetPageAsync("/my/matters")).QuerySelector(".empty-state").ShouldNotBeNull();
        var sent = await member.SubmitAsync(
            "/my/matters/new",
            new()
            {
                ["Text"] = "走访中村民都说渠漏水。",
                ["Place"] = "怀茂村",
                ["Topic"] = "water",
            }
        );
        var path = sent.Headers.Location!.ToString().Replace(member.Base, "");
        var matter = (await world.MattersAsync()).ShouldHaveSingleItem();
        (matter.Source, matter.SubmittingMembershipId, matter.Submitter).ShouldBe((MatterSource.Member, seat, null));
        path.ShouldBe($"/my/matters/{matter.Id}");
        (await member.GetPageAsync(path)).QuerySelector("main")!.TextContent.ShouldContain("最晚");
        (await member.GetPageAsync("/my/matters")).QuerySelector("main")!.TextContent.ShouldContain("渠漏水");
        await member.SubmitAsync(path, new() { ["Words"] = "补充一句" }, "form#add");
        (await world.MattersAsync())[0].Notes.ShouldHaveSingleItem().Text.ShouldBe("补充一句");
        var (_, other) = await MemberAsync(world, "李四");
        (await other.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var staff = await world.Committee.SignInAsync("office-staff");
        (await staff.GetAsync("/my/matters/new")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_what_was_typed_stays()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var (_, member) = await MemberAsync(world, "张三");
        var answer = await member.SubmitAsync("/my/matters/new", new() { ["Text"] = "渠漏水", ["Place"] = "没有" });
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("#Place-error").ShouldNotBeNull();
        page.QuerySelector("#Topic-error").ShouldNotBeNull();
        page.QuerySelector("textarea")!.TextContent.ShouldContain("渠漏水");
    }

    private static async Task<(Guid Seat, Visitor Member)> MemberAsync(IntakeWorld world, string name)
    {
        var seat = await world.Committee.EnrolAsync(name);
        var person = await world.Committee.DoAsync(async services =>
            (await services.GetRequiredService<MembersApi>().FindAsync([seat])).Single().PersonId
        );
        return (seat, await world.Committee.SignInAsync(person, "member"));
    }
}
