using Concentric.Modules.Consultation.Matters;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Matters;

/// <summary>Whatever is done to a matter is done at one desk: within the field, with its facts, and with those told whose turn it is.</summary>
public sealed class MatterActsTests(Installation installation)
{
    [Fact]
    public async Task A_matter_leaves_its_facts_on_the_way_and_reopening_takes_the_closing_back()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.Closed);
        foreach (var kind in new[] { MatterFacts.Accepted, MatterFacts.Replied, MatterFacts.FeedbackGiven, MatterFacts.Closed })
            (await world.FactsAsync(id, kind)).ShouldHaveSingleItem(kind).Place.ShouldBe("xiaogou");
        await world.DueTodayAsync(id);
        await world.DoAsync(id, MatterVerb.Revisit, (matter, act) => matter.Revisit(held: true, "渠还好。", act));
        (await world.FactsAsync(id, MatterFacts.Revisited)).ShouldHaveSingleItem().Step.ShouldBe("held");

        await world.DoAsync(id, MatterVerb.Reopen, (matter, act) => matter.Reopen("又漏了。", act));
        (await world.FactsAsync(id, MatterFacts.Closed)).ShouldBeEmpty();
        (await world.FactsAsync(id, MatterFacts.Revisited)).ShouldBeEmpty();
        await world.LeadAsync(id, MatterState.Closed);
        (await world.FactsAsync(id, MatterFacts.Closed)).ShouldHaveSingleItem().Revision.ShouldBe(2);
        (await world.FactsAsync(id, MatterFacts.Replied)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_that_are_accepted_at_once_take_two_numbers()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var ids = new List<Guid>();
        for (var count = 0; count < 6; count++)
            ids.Add(await world.MatterAsync());
        var answers = await Task.WhenAll(ids.Select(id => world.ActAsync(acts => acts.AcceptAsync(id))));
        answers.ShouldAllBe(answer => answer.IsDone);
        (await world.Committee.InDbAsync(db => db.Set<Matter>().Select(row => row.Number).ToListAsync()))
            .Order()
            .ShouldBe([1, 2, 3, 4, 5, 6]);
        foreach (var id in ids)
            (await world.FactsAsync(id, MatterFacts.Accepted)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_in_words_and_stores_nothing()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync();
        var early = new MatterDeed(MatterVerb.Approve, (matter, act) => matter.Approve(words: null, act));
        (await world.ActAsync(acts => acts.DoAsync(id, early))).Refusal!.Code.ShouldBe("MatterNotApprove");
        var wordless = new MatterDeed(MatterVerb.Withdraw, (matter, act) => matter.Withdraw(" ", act));
        (await world.ActAsync(acts => acts.DoAsync(id, wordless))).Refusal!.Field.ShouldBe("Words");
        (await world.FindAsync(id)).Steps.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_forms_filled_at_once_the_second_is_told()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var id = await world.MatterAsync(MatterState.Submitted);
        var seen = (await world.FindAsync(id)).Version;
        MatterDeed Assign(Guid unit) =>
            new(MatterVerb.Assign, (matter, act) => matter.Assign(unit, [], act.Today.AddDays(9), words: null, act))
            {
                SeenVersion = seen,
            };
        (await world.ActAsync(acts => acts.DoAsync(id, Assign(world.WaterOffice)))).Refusal.ShouldBeNull();
        (await world.ActAsync(acts => acts.DoAsync(id, Assign(world.RoadOffice)))).Refusal!.Code.ShouldBe("MatterNotAssign");
        var matter = await world.FindAsync(id);
        matter.Assignments.ShouldHaveSingleItem().HandlingUnitId.ShouldBe(world.WaterOffice);
    }

    [Fact]
    public async Task Those_whose_turn_it_is_are_told_the_nearest_first_and_units_of_what_they_are_handed()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var chair = await world.Committee.SignInAsync("chairpersons-meeting");
        var general = await world.Committee.SignInAsync("secretary-general");
        var unit = await world.Committee.SignInForOfficeAsync("water-office", "handling-unit");
        var stranger = await world.Committee.SignInForOfficeAsync("yinger", "station-head");
        var id = await world.MatterAsync(MatterState.Accepted);
        (await world.MessagesAsync(chair)).ShouldHaveSingleItem().Path.ShouldBe($"{MatterWorld.Office}/{id}");
        (await world.MessagesAsync(general)).ShouldHaveSingleItem();

        var head = await world.Committee.SignInForOfficeAsync("shangba", "station-head");
        await world.LeadAsync(id, MatterState.Assigned);
        (await world.MessagesAsync(chair)).Count.ShouldBe(1, "those of the township are nearer");
        (await world.MessagesAsync(head)).ShouldNotBeEmpty();
        (await world.MessagesAsync(unit)).ShouldHaveSingleItem().Path.ShouldStartWith("/office/consultation/inbox");
        (await world.MessagesAsync(stranger)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_are_done_each_by_itself_and_people_are_told_once()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var chair = await world.Committee.SignInAsync("chairpersons-meeting");
        var ids = new List<Guid> { await world.MatterAsync(MatterState.Approved) };
        var told = (await world.MessagesAsync(chair)).Count;
        for (var count = 0; count < 3; count++)
            ids.Add(await world.MatterAsync());
        var answer = await world.ActAsync(acts => acts.AcceptManyAsync(ids));
        answer.Done.ShouldBe(3);
        answer.Refused.ShouldHaveSingleItem().Refusal.Code.ShouldBe("MatterNotAccept");
        (await world.MessagesAsync(chair)).Count.ShouldBe(told + 1);
    }

    [Fact]
    public async Task The_submitter_gives_feedback_with_the_code_once_and_does_nothing_else()
    {
        var world = await MatterWorld.CreateAsync(installation);
        var code = MatterTracking.NewCode();
        var id = await world.MatterAsync(MatterState.FeedbackSought, code: code);
        var deed = new MatterDeed(
            MatterVerb.GiveFeedback,
            (matter, act) => matter.GiveFeedback(FeedbackGiver.Submitter, SatisfactionMark.Satisfied, "修好了", act)
        );
        (await world.ActAsync(acts => acts.DoBySubmitterAsync(MatterTracking.NewCode(), deed))).Matter.ShouldBeNull();
        (await world.ActAsync(acts => acts.DoBySubmitterAsync(code, deed))).IsDone.ShouldBeTrue();
        (await world.ActAsync(acts => acts.DoBySubmitterAsync(code, deed))).Refusal!.Code.ShouldBe("FeedbackGivenAlready");
        (await world.FindAsync(id)).Feedback.ShouldHaveSingleItem();
        var close = new MatterDeed(MatterVerb.Close, (matter, act) => matter.Close(MatterOutcome.Solved, "好", act));
        await Should.ThrowAsync<ArgumentException>(() => world.ActAsync(acts => acts.DoBySubmitterAsync(code, close)));
    }
}
