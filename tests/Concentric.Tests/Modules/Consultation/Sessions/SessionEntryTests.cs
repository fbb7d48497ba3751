using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Consultation.Sessions;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Sessions;

/// <summary>A session of a village is written down afterwards in one go.</summary>
public sealed class SessionEntryTests(Installation installation)
{
    private static EnteredSession Entered(SessionWorld world, params EnteredMatter[] matters) =>
        new()
        {
            Details = world.Details with { PlannedFor = null },
            HeldOn = new DateOnly(2023, 4, 20),
            Members = [world.Zhang, world.Li],
            Numbers = new Dictionary<PresentAs, int> { [PresentAs.Resident] = 12, [PresentAs.Cadre] = 3 },
            Matters = matters,
            WasReadBack = true,
            Reason = "事后补录",
        };

    private static EnteredMatter New(string title, string points = "村里先修渠，七月前完工。") =>
        new()
        {
            New = new MatterDetails { Title = title, Topic = "water" },
            Conclusion = MatterConclusion.Agreed,
            Points = points,
        };

    [Fact]
    public async Task Matters_of_the_place_and_new_ones_are_led_through_their_own_verbs_each_step_saying_why()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var known = await world.ApprovedAsync();
        var adjourned = new EnteredMatter { MatterId = known, AdjournedBecause = "还要问水务局" };

        var (session, faults) = await world.EnterAsync(Entered(world, New("三组道路夜里没有灯"), adjourned));

        faults.ShouldBeEmpty();
        var saved = await world.ReadAsync(session!.Id);
        (saved.State, saved.IsAfterwards, saved.HeldOn).ShouldBe((SessionState.Confirmed, true, new DateOnly(2023, 4, 20)));
        var lamps = await world.MatterAsync(saved.Agenda.First().MatterId);
        (lamps.State, lamps.FullNumber, lamps.ConcludedOn).ShouldBe(
            (MatterState.Concluded, "2023-0002", new DateOnly(2023, 4, 20))
        );
        lamps
            .Steps.OrderBy(step => step.Id)
            .Select(step => step.Verb)
            .ShouldBe([
                MatterVerb.Collect,
                MatterVerb.Accept,
                MatterVerb.Approve,
                MatterVerb.Schedule,
                MatterVerb.BeginSession,
                MatterVerb.Conclude,
            ]);
        lamps
            .Steps.Where(step => step.Verb is not (MatterVerb.Collect or MatterVerb.Conclude))
            .ShouldAllBe(step => step.Words == "事后补录");
        (await world.MatterAsync(known)).State.ShouldBe(MatterState.InSession);
        var facts = await world.StandingAsync();
        facts[SessionFacts.Held].Single().Channel.ShouldBe("afterwards");
        facts[SessionFacts.Attended].Count().ShouldBe(2);
        facts[SessionFacts.CadresPresent].Single().Quantity.ShouldBe(3);
        facts[MatterFacts.Collected].Single().OccurredOn.ShouldBe(new DateOnly(2023, 4, 20));
        facts[MatterFacts.Accepted].Count().ShouldBe(1);
        facts[MatterFacts.Concluded].Count().ShouldBe(1);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_beside_its_field_and_nothing_is_stored()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var entered = Entered(world, New(""), New("三组道路夜里没有灯") with { Conclusion = null }) with
        {
            HeldOn = SessionWorld.Today.AddDays(1),
        };

        var (session, faults) = await world.EnterAsync(entered);

        session.ShouldBeNull();
        faults.Select(fault => (fault.Code, fault.Field)).ShouldContain(("MatterTitleMissing", "Matters[0].Title"));
        faults.Select(fault => (fault.Code, fault.Field)).ShouldContain(("SessionDayToCome", "HeldOn"));
        (await world.Committee.InDbAsync(db => db.Set<Matter>().CountAsync())).ShouldBe(0);
        (await world.Committee.InDbAsync(db => db.Set<CouncilSession>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Dissent_is_asked_for_where_not_all_agree_and_kept_as_it_was_said()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var partly = New("广场要不要摆摊") with { Conclusion = MatterConclusion.PartlyAgreed };
        var (_, faults) = await world.EnterAsync(Entered(world, partly));
        faults.Single().Code.ShouldBe("SessionDissentMissing");

        var (session, _) = await world.EnterAsync(Entered(world, partly with { Dissent = "临街两户怕吵。\n一户要求限到九点。" }));

        (await world.ReadAsync(session!.Id))
            .Matters.Single()
            .Dissents.Select(point => point.Text)
            .ShouldBe(["临街两户怕吵。", "一户要求限到九点。"]);
    }

    [Fact]
    public async Task A_vote_is_taken_only_where_the_rule_of_the_council_asks_for_one_and_must_carry()
    {
        var without = await SessionWorld.CreateAsync(installation);
        var voted = New("先修哪条路") with { Votes = new VoteTally(10, 2, 1) };
        (await without.EnterAsync(Entered(without, voted))).Faults.Single().Code.ShouldBe("SessionVoteNotAsked");

        var world = await SessionWorld.CreateAsync(installation, VoteThreshold.TwoThirds);
        (await world.EnterAsync(Entered(world, New("先修哪条路")))).Faults.Single().Code.ShouldBe("SessionVoteMissing");
        var narrow = voted with { Votes = new VoteTally(8, 5, 0) };
        (await world.EnterAsync(Entered(world, narrow))).Faults.Single().Code.ShouldBe("SessionVoteDoesNotCarry");
        var many = voted with { Votes = new VoteTally(20, 0, 0) };
        (await world.EnterAsync(Entered(world, many))).Faults.Single().Code.ShouldBe("SessionMoreVotesThanPeople");
        (await world.EnterAsync(Entered(world, voted))).Session.ShouldNotBeNull();
    }

    [Fact]
    public async Task Nothing_is_concluded_over_the_heads_of_those_whom_it_concerns()
    {
        var world = await SessionWorld.CreateAsync(installation, leastConcerned: 3);
        var (_, faults) = await world.EnterAsync(Entered(world, New("三组道路夜里没有灯")));
        faults.Single().Code.ShouldBe("SessionTooFewConcerned");
    }
}
