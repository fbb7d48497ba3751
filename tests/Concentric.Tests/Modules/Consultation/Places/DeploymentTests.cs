using System.Net;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Ledger;
using Concentric.Tests.Modules.Members;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Places;

/// <summary>Members are posted to places: one fact each, retracted where it was entered wrongly.</summary>
public sealed class DeploymentTests(Installation installation)
{
    [Fact]
    public async Task Many_are_posted_in_one_act_with_a_fact_each()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        await world.Committee.EnrolAsync("张伟");
        await world.Committee.EnrolAsync("李娜");
        (await world.DeployAsync("张伟、李娜")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var facts = await StandingAsync(world);
        facts.Count.ShouldBe(2);
        facts.ShouldAllBe(fact =>
            fact.Unit == "persons" && fact.Place == "关明村" && fact.OccurredOn == new DateOnly(2023, 4, 1)
        );
        var list = await PlacesWorld.MainAsync(world.Office, "/office/consultation/deployments");
        list.ShouldContain("张伟");
        list.ShouldContain("2 名委员下沉在 1 个地点");
    }

    [Fact]
    public async Task Nobody_is_posted_when_one_of_the_names_means_nobody_or_stands_there_already()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        await world.DeployedAsync("张伟");
        await world.Committee.EnrolAsync("李娜");
        var unknown = await PlacesWorld.AnsweredAsync(await world.DeployAsync("李娜\n王五"));
        unknown.QuerySelector("[name=Names]")!.TextContent.ShouldContain("王五");
        var again = await PlacesWorld.AnsweredAsync(await world.DeployAsync("李娜\n张伟"));
        again.QuerySelector("main")!.TextContent.ShouldContain("已经下沉在这里：张伟");
        var early = await PlacesWorld.AnsweredAsync(await world.DeployAsync("李娜", from: "2023-06-01"));
        early.QuerySelector("main")!.TextContent.ShouldContain("到了日子再登记");
        (await StandingAsync(world)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_deployment_ends_with_a_reason_and_keeps_its_fact_and_one_entered_wrongly_is_retracted()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var ended = await world.DeployedAsync("张伟");
        var wrong = await world.DeployedAsync("李娜");
        (await EndAsync(world.Office, ended, "调离本区")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await world.Office.SubmitAsync(At(wrong), new() { ["Why"] = "登错了村" }, "form#withdraw")).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await StandingAsync(world)).Select(fact => fact.SubjectId).ShouldBe([ended.MembershipId]);
        var page = await PlacesWorld.MainAsync(world.Office, At(wrong));
        page.ShouldContain("登错了村");
        (await PlacesWorld.MainAsync(world.Committee.Anonymous(), "/places/guanming")).ShouldNotContain("李娜");
        // What ended may begin again.
        (await world.DeployAsync("张伟", from: "2023-05-01")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Two_people_end_the_same_deployment_and_the_second_is_told()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var deployment = await world.DeployedAsync("张伟");
        var colleague = await world.Committee.SignInAsync("office-staff");
        var stale = await colleague.GetPageAsync(At(deployment));
        (await EndAsync(world.Office, deployment, "调离本区")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var second = await colleague.SendAsync(
            At(deployment),
            (AngleSharp.Html.Dom.IHtmlFormElement)stale.QuerySelector("form#end")!,
            new() { ["End.Day"] = "2023-05-02", ["End.Reason"] = "任期届满" }
        );
        (await PlacesWorld.AnsweredAsync(second)).QuerySelector("main")!.TextContent.ShouldContain("张伟在这里的下沉已经结束");
        var kept = await world.Committee.InDbAsync(db => db.Set<Deployment>().SingleAsync());
        kept.EndedBecause.ShouldBe("调离本区");
    }

    [Fact]
    public async Task A_record_of_another_office_is_left_to_it()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        var deployment = await world.DeployedAsync("张伟");
        var stranger = await world.Committee.SignInForOfficeAsync("economy");
        (await PlacesWorld.MainAsync(stranger, At(deployment))).ShouldContain("这条记录由委员联络委员会登记");
        (await stranger.GetPageAsync(At(deployment))).QuerySelector("form#end").ShouldBeNull();
    }

    [Fact]
    public async Task Members_see_where_they_are_posted_and_nobody_sees_their_contacts()
    {
        var world = await PlacesWorld.CreateAsync(installation);
        await world.OpenRoomAsync();
        var deployment = await world.DeployedAsync("张伟");
        var member = await world.Committee.SignInAsync(deployment.PersonId, "member");
        (await PlacesWorld.MainAsync(member, "/my/places")).ShouldContain("关明村");
        var page = await world.Committee.Anonymous().GetPageAsync("/places/guanming");
        var shown = page.QuerySelector("main")!.TextContent;
        shown.ShouldContain("张伟");
        shown.ShouldContain("每月第一个星期五上午");
        page.DocumentElement.OuterHtml.ShouldNotContain("13800001234");
        page.QuerySelector("a[href$='/matters/new?place=guanming']").ShouldNotBeNull();
    }

    private static string At(Deployment deployment) => $"/office/consultation/deployments/{deployment.Id}";

    private static Task<HttpResponseMessage> EndAsync(Visitor visitor, Deployment deployment, string because) =>
        visitor.SubmitAsync(At(deployment), new() { ["End.Day"] = "2023-04-20", ["End.Reason"] = because }, "form#end");

    private static Task<List<Fact>> StandingAsync(PlacesWorld world) =>
        world.Committee.InDbAsync(db =>
            db.Facts.Standing().Where(fact => fact.Kind == "consultation.member-deployed").ToListAsync()
        );
}
