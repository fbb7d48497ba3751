using System.Net;
using Concentric.Modules.Consultation.Matters;
using Concentric.Platform;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Consultation.Matters;

/// <summary>增加会办单位: one more unit helps with what is being handled already.</summary>
public sealed class AddedHandlerTests(Installation installation)
{
    [Fact]
    public async Task The_added_unit_is_told_finds_it_in_its_inbox_and_the_lead_unit_waits_for_it()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.InProgress);
        var unit = await world.Committee.SignInForOfficeAsync("power-office", "handling-unit");
        var lead = await world.Committee.SignInForOfficeAsync("water-office", "handling-unit");
        (await unit.GetAsync($"/office/consultation/inbox/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var office = await world.Committee.SignInAsync("office-staff");
        var path = $"{MatterWorld.Office}/{id}/add-handler";
        var form = await office.GetPageAsync(path);
        form.QuerySelectorAll("select[name=Unit] option")
            .Select(option => option.GetAttribute("value"))
            .ShouldNotContain($"{world.RoadOffice}", "it has it already");
        var day = DateOnly.FromDateTime(installation.Clock.GetUtcNow().AddHours(8).DateTime).AddDays(10);
        var typed = new Dictionary<string, string>
        {
            ["Unit"] = $"{world.PowerOffice}",
            ["DueOn"] = $"{day:O}",
            ["Words"] = "请迁移渠边的电杆。",
        };
        (await office.SubmitAsync(path, typed)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var matter = await world.FindAsync(id);
        matter.State.ShouldBe(MatterState.InProgress, "the lead unit goes on");
        var added = matter.Current.Single(row => row.HandlingUnitId == world.PowerOffice);
        (added.Role, added.DueOn, added.Round).ShouldBe((HandlerRole.Other, day, matter.Round));
        matter.WhyNotReply(matter.Lead!, day)!.Code.ShouldBe("ReplyWaitsForOthers");
        (await world.MessagesAsync(unit)).ShouldHaveSingleItem().Title.ShouldContain("增加会办单位");
        (await world.MessagesAsync(lead)).ShouldContain(message => message.Title.Contains("增加会办单位"));
        (await MatterWorld.MainAsync(unit, "/office/consultation/inbox")).ShouldContain("会办");
        (await MatterWorld.MainAsync(unit, $"/office/consultation/inbox/{id}")).ShouldContain("请迁移渠边的电杆。");
    }

    [Fact]
    public async Task Another_in_place_of_one_that_returned_it_takes_the_matter_off_the_tasks()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.InProgress, title: "电杆挡渠");
        await world.DoAsync(
            id,
            MatterVerb.Return,
            (matter, act) => matter.Return(matter.Current.Single(row => row.Role == HandlerRole.Other), "不属于交通局。", act)
        );
        var office = await world.Committee.SignInAsync("office-staff");
        (await MatterWorld.MainAsync(office, "/office/consultation/tasks")).ShouldContain("电杆挡渠");
        await world.DoAsync(
            id,
            MatterVerb.AddHandler,
            (matter, act) =>
            {
                var later = act with { Doer = act.Doer with { Now = act.Doer.Now.AddMinutes(1) } };
                matter.AddHandler(world.PowerOffice, act.Today.AddDays(5), words: null, later);
            }
        );
        (await MatterWorld.MainAsync(office, "/office/consultation/tasks")).ShouldNotContain("电杆挡渠");
        (await MatterWorld.MainAsync(office, $"{MatterWorld.Office}/{id}")).ShouldNotContain("需要别的单位会办的");
    }

    [Fact]
    public async Task Where_nobody_else_is_needed_the_office_says_why_and_the_return_waits_no_longer()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.InProgress, title: "电杆挡渠");
        var lead = await world.Committee.SignInForOfficeAsync("water-office", "handling-unit");
        var office = await world.Committee.SignInAsync("office-staff");
        var path = $"{MatterWorld.Office}/{id}/settle-return";
        (await office.GetPageAsync($"{MatterWorld.Office}/{id}"))
            .QuerySelector("a[href$='/settle-return']")
            .ShouldBeNull("nobody gave it back");
        await world.DoAsync(
            id,
            MatterVerb.Return,
            (matter, act) => matter.Return(matter.Current.Single(row => row.Role == HandlerRole.Other), "不属于交通局。", act)
        );
        (await office.SubmitAsync(path, new() { ["Words"] = "" })).StatusCode.ShouldBe(HttpStatusCode.OK, "it needs its reason");
        (await office.SubmitAsync(path, new() { ["Words"] = "水务局自己能办。" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await MatterWorld.MainAsync(office, "/office/consultation/tasks")).ShouldNotContain("电杆挡渠");
        var matter = await world.FindAsync(id);
        (matter.State, matter.Returned.Any()).ShouldBe((MatterState.InProgress, false), "the lead unit goes on");
        matter.WhyNotSettleReturn()!.Code.ShouldBe("ReturnSettledAlready");
        (await world.MessagesAsync(lead)).ShouldContain(message => message.Body.Contains("水务局自己能办。"));
        (await MatterWorld.MainAsync(lead, $"/office/consultation/inbox/{id}")).ShouldContain("水务局自己能办。");
    }

    [Fact]
    public void A_unit_that_has_it_is_not_added_again_and_none_has_longer_than_the_lead_unit()
    {
        var life = new MatterLife().To(MatterState.InProgress);
        var (lead, day) = (life.Matter.Lead!.DueOn, life.Today.AddDays(5));
        var other = Guid.CreateVersion7();
        life.Matter.WhyNotAddHandler(MatterLife.Township, day, life.Today)!.Code.ShouldBe("HandlerHasItAlready");
        life.Matter.WhyNotAddHandler(MatterLife.WaterOffice, day, life.Today)!.Code.ShouldBe("HandlerHasItAlready");
        life.Matter.WhyNotAddHandler(Guid.Empty, day, life.Today)!.Field.ShouldBe("Unit");
        life.Matter.WhyNotAddHandler(other, life.Today, life.Today)!.Code.ShouldBe("MatterDuePassed");
        life.Matter.WhyNotAddHandler(other, lead.AddDays(1), life.Today)!.Code.ShouldBe("HandlerDueAfterLead");
        life.Matter.WhyNotAddHandler(other, lead.AddDays(9), lead.AddDays(1)).ShouldBeNull("the lead unit is late itself");
        life.Matter.AddHandler(other, day, "请配合。", life.Act);
        (life.Matter.State, life.Matter.Steps[^1].Words).ShouldBe((MatterState.InProgress, "请配合。"));

        var returned = life.Matter.Current.Single(row => row.HandlingUnitId == MatterLife.Township);
        life.Matter.Return(returned, "不归我们管。", life.Act);
        life.Matter.WhyNotAddHandler(MatterLife.Township, day, life.Today).ShouldBeNull("what was returned can be asked again");
        Should.Throw<RefusedException>(() => new MatterLife().Matter.AddHandler(other, day, words: null, life.Act));
    }
}
