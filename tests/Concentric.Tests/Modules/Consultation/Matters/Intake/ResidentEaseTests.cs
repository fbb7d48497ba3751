using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Consultation.Matters.Intake;

/// <summary>The resident's form takes what is meant, and says where one is.</summary>
public sealed class ResidentEaseTests(Installation installation)
{
    [Fact]
    public async Task Whoever_types_a_number_and_chooses_nothing_wants_to_be_rung()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var resident = new Resident(world);
        await resident.AnswerAsync("what", new() { ["Text"] = "路灯坏了三个月。" });
        await resident.AnswerAsync("kind", new() { ["Topic"] = "roads" });
        await resident.AnswerAsync("where", new() { ["PlaceId"] = world.Village.Id.ToString() });
        (await resident.AnswerAsync("contact", [])).ShouldContain("请选留联系方式还是匿名");
        (await resident.AnswerAsync("contact", new() { ["Phone"] = "13800001234" })).ShouldBe("/matters/new/check");
        (await resident.MainAsync("/matters/new/check")).ShouldContain("13800001234");
    }

    [Fact]
    public async Task The_receipt_stands_below_the_form_in_the_menu()
    {
        var world = await IntakeWorld.CreateAsync(installation);
        var resident = new Resident(world);
        await resident.AnswerAllAsync();
        await resident.SendAsync();
        (await resident.Visitor.GetPageAsync("/matters/new/sent"))
            .QuerySelectorAll("nav a[aria-current=page]")
            .ShouldHaveSingleItem()
            .GetAttribute("href")!
            .ShouldEndWith("/matters/new");
    }
}
