using Concentric.Modules.Consultation.Matters;
using Concentric.Platform;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Consultation.Matters;

/// <summary>A matter goes only ways that there are, and counts as solved only when it is.</summary>
public sealed class MatterMachineTests(Installation installation)
{
    [Fact]
    public void A_matter_goes_from_the_first_word_to_the_second_visit_and_each_step_names_who()
    {
        var life = new MatterLife().To(MatterState.Closed);
        life.Today = life.Today.AddDays(90);
        life.Matter.DueOn.ShouldBe(life.Today);
        life.Matter.Revisit(held: true, "渠还好，水也够。", life.Act);

        life.Matter.State.ShouldBe(MatterState.Revisited);
        life.Matter.Outcome.ShouldBe(MatterOutcome.Solved);
        life.Matter.FullNumber.ShouldBe("2023-0001");
        life.Matter.Steps.ShouldAllBe(step => step.ActorName == "王洁");
        life.Matter.Steps[0].Verb.ShouldBe(MatterVerb.Collect);
        life.Matter.Steps[^1].Verb.ShouldBe(MatterVerb.Revisit);
    }

    public static TheoryData<MatterVerb> Verbs => [.. MatterMoves.All.Select(move => move.Verb).Distinct()];

    [Theory, MemberData(nameof(Verbs))]
    public void What_cannot_be_done_now_is_refused_in_words(MatterVerb verb)
    {
        var words = installation.Services.GetRequiredService<Words>();
        words.Has($"Refusal.MatterNot{verb}").ShouldBeTrue();
        words.Has($"MatterVerb.{verb}").ShouldBeTrue();
        var closed = new MatterLife().To(MatterState.Closed).Matter;
        (closed.WhyNotMove(verb) is null).ShouldBe(verb is MatterVerb.Reopen or MatterVerb.Revisit);
    }

    [Fact]
    public void Every_state_but_the_ends_leads_on_and_every_state_can_be_reached()
    {
        foreach (var state in Enum.GetValues<MatterState>())
        {
            if (!MatterMoves.Ends.Contains(state))
                MatterMoves.From(state).Any(move => move.To is not null && move.To != state).ShouldBeTrue(state.ToString());
            if (state != MatterState.Collected)
                MatterMoves.All.Any(move => move.To == state).ShouldBeTrue(state.ToString());
        }
    }

    [Fact]
    public void A_verb_out_of_its_turn_changes_nothing()
    {
        var life = new MatterLife();
        Should
            .Throw<RefusedException>(() => life.Matter.Approve(words: null, life.Act))
            .Refusal.Code.ShouldBe("MatterNotApprove");
        Should.Throw<RefusedException>(() => life.Matter.Reject("unclear", "  ", life.Act)).Refusal.Field.ShouldBe("Words");
        life.Matter.State.ShouldBe(MatterState.Collected);
        life.Matter.Steps.Count.ShouldBe(1);
    }

    [Fact]
    public void Solved_needs_agreement_a_reply_and_feedback_that_is_not_negative()
    {
        var partly = new MatterLife().To(MatterState.InSession);
        partly.Matter.Conclude(MatterConclusion.PartlyAgreed, partly.Today, words: null, partly.Act);
        partly.To(MatterState.FeedbackGiven);
        partly.Matter.WhyNotClose(MatterOutcome.Solved)!.Code.ShouldBe("SolvedNeedsAgreement");
        partly.Matter.WhyNotClose(MatterOutcome.PartlySolved).ShouldBeNull();

        var silent = new MatterLife().To(MatterState.FeedbackSought);
        silent.Matter.WhyNotSettleFeedback(silent.Today)!.Code.ShouldBe("FeedbackStillAwaited");
        silent.Today = silent.Matter.DueOn!.Value.AddDays(1);
        silent.Matter.SettleFeedback(silent.Act);
        silent.Matter.WhyNotClose(MatterOutcome.Solved)!.Code.ShouldBe("SolvedNeedsFeedback");

        var angry = new MatterLife().To(MatterState.FeedbackSought).Settle(SatisfactionMark.NotSatisfied);
        angry.Matter.WhyNotClose(MatterOutcome.Solved)!.Code.ShouldBe("SolvedAgainstFeedback");
        Should.Throw<RefusedException>(() => angry.Matter.Close(MatterOutcome.Solved, "修好了。", angry.Act));
        angry.Matter.State.ShouldBe(MatterState.FeedbackGiven);
    }

    [Fact]
    public void The_submitters_mark_decides_and_without_one_the_majority_the_worse_of_equals()
    {
        var own = new MatterLife().To(MatterState.FeedbackSought);
        own.Matter.GiveFeedback(FeedbackGiver.Participant, SatisfactionMark.NotSatisfied, words: null, own.Act);
        own.Settle(SatisfactionMark.BasicallySatisfied).Matter.Satisfaction.ShouldBe(SatisfactionMark.BasicallySatisfied);

        var others = new MatterLife().To(MatterState.FeedbackSought);
        others.Matter.GiveFeedback(FeedbackGiver.Participant, SatisfactionMark.Satisfied, words: null, others.Act);
        others.Matter.GiveFeedback(FeedbackGiver.Participant, SatisfactionMark.NotSatisfied, words: null, others.Act);
        others.Matter.SettleFeedback(others.Act);
        others.Matter.Satisfaction.ShouldBe(SatisfactionMark.NotSatisfied);
    }

    [Fact]
    public void Negative_feedback_is_handled_again_but_not_for_ever()
    {
        var life = new MatterLife().To(MatterState.FeedbackSought);
        for (var turn = 1; turn <= 2; turn++)
        {
            life.Settle(SatisfactionMark.NotSatisfied);
            life.Matter.Rework(MatterLife.WaterOffice, [], life.Today.AddDays(10), "只修了一半。", 2, life.Act);
            life.Matter.Round.ShouldBe(turn + 1);
            life.To(MatterState.FeedbackSought);
        }

        life.Settle(SatisfactionMark.NotSatisfied).Matter.WhyNotRework(2)!.Code.ShouldBe("ReworkTooOften");
        life.Matter.WhyNotClose(MatterOutcome.PartlySolved).ShouldBeNull();
    }

    [Fact]
    public void What_the_lead_unit_returns_is_assigned_again_and_the_others_keep_what_they_have()
    {
        var life = new MatterLife().To(MatterState.Assigned);
        var helper = life.Matter.Current.Single(row => row.Role == HandlerRole.Other);
        life.Matter.Receive(helper, life.Act);
        life.Matter.State.ShouldBe(MatterState.Assigned, "only the lead unit moves the matter");
        life.Matter.Return(life.Matter.Lead!, "不属于水务局职责。", life.Act);
        life.Matter.State.ShouldBe(MatterState.Submitted);

        var other = Guid.CreateVersion7();
        life.Matter.Assign(other, [MatterLife.Township], life.Today.AddDays(20), words: null, life.Act);
        life.Matter.Lead!.HandlingUnitId.ShouldBe(other);
        life.Matter.Current.Count(row => row.HandlingUnitId == MatterLife.Township).ShouldBe(1);
    }

    [Fact]
    public void More_time_is_granted_once_and_only_within_its_limit()
    {
        var life = new MatterLife().To(MatterState.InProgress);
        var lead = life.Matter.Lead!;
        Should
            .Throw<RefusedException>(() => life.Matter.AskExtension(lead, lead.DueOn.AddYears(1), "料没有到。", life.Act))
            .Refusal.Code.ShouldBe("ExtensionOutside");
        life.Matter.AskExtension(lead, lead.DueOn.AddDays(10), "料没有到。", life.Act);
        life.Matter.WhyNotAskExtension(lead, life.Act.Deadlines)!.Code.ShouldBe("ExtensionAskedAlready");
        var until = lead.DueOn.AddDays(10);
        life.Matter.AnswerExtension(lead, granted: true, words: null, life.Act);
        life.Matter.DueOn.ShouldBe(until);
        life.Matter.WhyNotAskExtension(lead, life.Act.Deadlines)!.Code.ShouldBe("ExtensionTooOften");
    }

    [Fact]
    public void The_lead_unit_waits_for_those_that_help_it_until_their_day()
    {
        var life = new MatterLife().To(MatterState.InProgress);
        life.Matter.WhyNotReply(life.Matter.Lead!, life.Today)!.Code.ShouldBe("ReplyWaitsForOthers");
        life.Matter.WhyNotReply(life.Matter.Lead!, life.Matter.Lead!.DueOn.AddDays(1)).ShouldBeNull();
    }

    [Fact]
    public void A_closed_matter_is_reopened_and_closed_a_second_time()
    {
        var life = new MatterLife().To(MatterState.Closed);
        life.Matter.Reopen("又漏了。", life.Act);
        (life.Matter.State, life.Matter.Outcome, life.Matter.Round).ShouldBe((MatterState.Submitted, null, 2));
        life.To(MatterState.Closed);
        life.Matter.Closings.ShouldBe(2);
    }

    [Fact]
    public void A_matter_cannot_be_merged_into_itself_or_into_one_that_has_gone()
    {
        var life = new MatterLife();
        var other = new MatterLife();
        life.Matter.WhyNotMerge(life.Matter)!.Code.ShouldBe("MatterMergeItself");
        other.Matter.Withdraw("填错了。", other.Act);
        life.Matter.WhyNotMerge(other.Matter)!.Code.ShouldBe("MatterMergeEnded");
    }

    [Theory]
    [InlineData("o1lI2-345 67", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_is_no_code_finds_nothing(string? typed, string? digest) => MatterTracking.Digest(typed).ShouldBe(digest);

    [Fact]
    public void A_code_is_forgiven_small_letters_spaces_and_signs_that_look_alike()
    {
        var code = MatterTracking.NewCode();
        var typed = code.Replace("-", " ").ToLowerInvariant().Replace('0', 'o').Replace('1', 'l');
        MatterTracking.Digest(typed).ShouldBe(MatterTracking.Digest(code));
        MatterTracking.Grouped(typed).ShouldBe(code);
        MatterTracking.NewCode().ShouldNotBe(code);
    }
}
