using System.Net;
using Concentric.Modules.Consultation.Matters;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Consultation.Matters;

/// <summary>What the office is offered first is what the matter needs next.</summary>
public sealed class OfficeOfferTests(Installation installation)
{
    [Fact]
    public async Task Two_that_came_in_together_are_merged_before_either_has_a_number()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var into = await world.MatterAsync(title: "路灯不亮，晚上看不见路");
        var id = await world.MatterAsync(title: "三组要装监控");
        var elsewhere = await world.MatterAsync(place: world.OtherVillage, title: "桥塌了");
        var office = await world.Committee.SignInAsync("office-staff");
        var path = $"{MatterWorld.Office}/{id}/merge";
        var form = await office.GetPageAsync(path);
        form.QuerySelector($"input[name=Into][value='{into}']").ShouldNotBeNull();
        form.QuerySelector($"input[name=Into][value='{elsewhere}']").ShouldBeNull("it is of another place");
        (await office.SubmitAsync(path, new() { ["Into"] = $"{into}" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await world.FindAsync(id)).MergedIntoId.ShouldBe(into);
    }

    [Fact]
    public async Task What_the_submitter_is_not_satisfied_with_is_first_offered_to_be_handled_again()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.FeedbackSought);
        await world.DoAsync(
            id,
            MatterVerb.GiveFeedback,
            (matter, act) => matter.GiveFeedback(FeedbackGiver.Submitter, SatisfactionMark.NotSatisfied, null, act)
        );
        await world.DoAsync(id, MatterVerb.SettleFeedback, (matter, act) => matter.SettleFeedback(act));
        var office = await world.Committee.SignInAsync("office-staff");
        (await office.GetPageAsync($"{MatterWorld.Office}/{id}"))
            .QuerySelectorAll("section[aria-labelledby=next] a.button:not(.secondary)")
            .ShouldHaveSingleItem()
            .GetAttribute("href")!
            .ShouldEndWith("/rework");
    }
}
