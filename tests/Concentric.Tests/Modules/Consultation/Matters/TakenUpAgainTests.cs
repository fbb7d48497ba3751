using Concentric.Modules.Consultation.Matters;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Consultation.Matters;

/// <summary>重新受理: what was rejected, merged or passed on by mistake is screened anew, and counts once.</summary>
public sealed class TakenUpAgainTests(Installation installation)
{
    [Fact]
    public async Task What_was_rejected_by_mistake_waits_to_be_screened_again_and_its_submitter_reads_why()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var code = MatterTracking.NewCode();
        var id = await world.MatterAsync(MatterState.Rejected, code: code);
        var screener = await world.Committee.SignInAsync("office-staff");
        await TakeUpAsync(world, id, "是我们看漏了，这就办。");
        var matter = await world.FindAsync(id);
        (matter.State, matter.RejectedFor).ShouldBe((MatterState.Collected, null));
        matter.DueOn.ShouldNotBeNull("it has its days again");
        (await world.MessagesAsync(screener)).ShouldNotBeEmpty("those who screen are told");

        var page = await MatterWorld.MainAsync(world.Committee.Anonymous(), $"/matters/follow/{code}");
        page.ShouldContain("这件事重新受理");
        page.ShouldContain("是我们看漏了");
        page.ShouldContain("当时没有受理");
    }

    [Fact]
    public async Task One_that_was_accepted_first_keeps_its_number_and_counts_as_accepted_once()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.Accepted);
        await world.LeadAsync(id, MatterState.Rejected);
        (await world.FactsAsync(id, MatterFacts.Accepted)).ShouldBeEmpty("what is rejected after all was not accepted");
        await TakeUpAsync(world, id, "是我们看错了。");
        var next = await world.MatterAsync(MatterState.Accepted);
        await world.LeadAsync(id, MatterState.Accepted);
        (await world.FindAsync(id)).FullNumber.ShouldBe("2023-0001");
        (await world.FindAsync(next)).FullNumber.ShouldBe("2023-0002");
        (await world.FactsAsync(id, MatterFacts.Accepted)).ShouldHaveSingleItem().Revision.ShouldBe(2);
        await world.LeadAsync(id, MatterState.Closed);
        (await world.FactsAsync(id, MatterFacts.Closed)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_merged_or_passed_on_by_mistake_stands_on_its_own_again()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var other = await world.MatterAsync(MatterState.Accepted);
        var merged = await world.MatterAsync(MatterState.Announced);
        var into = await world.FindAsync(other);
        await world.DoAsync(merged, MatterVerb.Merge, (matter, act) => matter.Merge(into, "同一件事。", act));
        await TakeUpAsync(world, merged, "不是同一条渠。");
        var matter = await world.FindAsync(merged);
        (matter.State, matter.MergedIntoId, matter.PlannedFor, matter.Announcement).ShouldBe(
            (MatterState.Collected, null, null, null),
            "it is planned anew as well"
        );
        (await world.FactsAsync(merged, MatterFacts.Accepted)).ShouldBeEmpty();

        var passedOn = await world.MatterAsync();
        await world.DoAsync(passedOn, MatterVerb.Transfer, (row, act) => row.Transfer("hotline-12345", "已转。", act));
        await TakeUpAsync(world, passedOn, "12345 退回，属于协商范围。");
        (await world.FindAsync(passedOn)).TransferredTo.ShouldBeNull();
    }

    [Fact]
    public void It_needs_a_reason_and_what_its_submitter_took_back_stays_so()
    {
        var life = new MatterLife();
        life.Matter.Reject("unclear", "看不明白。", life.Act);
        Should
            .Throw<Concentric.Platform.RefusedException>(() => life.Matter.TakeUpAgain(" ", life.Act))
            .Refusal.Field.ShouldBe("Words");
        life.Matter.TakeUpAgain("看漏了。", life.Act);
        life.Matter.Withdraw("本人要求。", life.Act);
        life.Matter.WhyNotMove(MatterVerb.TakeUpAgain)!.Code.ShouldBe("MatterNotTakeUpAgain");
    }

    private static Task TakeUpAsync(MatterWorld world, Guid id, string words) =>
        world.DoAsync(id, MatterVerb.TakeUpAgain, (matter, act) => matter.TakeUpAgain(words, act));
}
