using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>The year's machine: every state by every verb, nothing skipped, days, and who does not do two looks.</summary>
public sealed class CycleStateTests(Installation installation)
{
    private static readonly DateOnly Today = new(2023, 5, 10);
    private static readonly Guid Office = Guid.CreateVersion7();
    private static readonly Guid Liaison = Guid.CreateVersion7();
    private static readonly Guid Chair = Guid.CreateVersion7();

    /// <summary>What leads from the beginning to the end, and who does it.</summary>
    private static readonly (CycleVerb Verb, Guid By)[] Way =
    [
        (CycleVerb.Collect, Office),
        (CycleVerb.AskSelfCheck, Office),
        (CycleVerb.Review, Office),
        (CycleVerb.SubmitRecheck, Office),
        (CycleVerb.ConfirmRecheck, Liaison),
        (CycleVerb.Approve, Chair),
        (CycleVerb.Publicise, Liaison),
        (CycleVerb.FinishAppeals, Liaison),
        (CycleVerb.Finalise, Chair),
        (CycleVerb.File, Office),
    ];

    public static MatrixTheoryData<CycleState, CycleVerb> Everything { get; } =
        new(Enum.GetValues<CycleState>(), Enum.GetValues<CycleVerb>().Where(verb => verb != CycleVerb.Begin));

    [Theory, MemberData(nameof(Everything))]
    public void Every_verb_works_in_its_state_and_in_no_other(CycleState state, CycleVerb verb)
    {
        var cycle = In(state);
        List<CycleVerb> allowed = state == CycleState.Filed ? [] : [NextOf(cycle)];
        if (state is CycleState.InitialReview or CycleState.Recheck)
            allowed.Add(CycleVerb.Return);
        (cycle.WhyNot(verb, Seen(Chair)) is null).ShouldBe(allowed.Contains(verb), $"{state} {verb}");
    }

    [Fact]
    public void Nothing_is_skipped_and_every_step_says_who_and_when()
    {
        var cycle = In(CycleState.Filed);
        cycle.Steps.Select(step => step.State).Distinct().ShouldBe(Enum.GetValues<CycleState>());
        cycle.Steps.Skip(1).Select(step => (step.Verb, step.AccountId)).ShouldBe(Way);
    }

    [Fact]
    public void The_self_check_has_its_days()
    {
        var cycle = In(CycleState.Collecting);
        cycle.Move(CycleVerb.AskSelfCheck, Seen(Office), null, Today.AddDays(3), Doer(Office));
        cycle.WhyNot(CycleVerb.Review, Seen(Office) with { Today = Today.AddDays(3) })!.Code.ShouldBe("CycleSelfCheckRuns");
        cycle.WhyNot(CycleVerb.Review, Seen(Office) with { Today = Today.AddDays(4) }).ShouldBeNull();
    }

    [Fact]
    public void Publicity_and_objections_have_their_days_and_every_objection_its_end()
    {
        var cycle = In(CycleState.Approved);
        cycle.Publicise(Seen(Liaison), null, Today.AddDays(2), Today.AddDays(4), Doer(Liaison));
        cycle.WhyNotFinishAppeals(0, Today.AddDays(2))!.Code.ShouldBe("CyclePublicityRuns");
        cycle.WhyNotFinishAppeals(0, Today.AddDays(4))!.Code.ShouldBe("CycleObjectionsRun");
        cycle.WhyNotFinishAppeals(1, Today.AddDays(5))!.Code.ShouldBe("CycleObjectionsOpen");
        cycle.WhyNotFinishAppeals(0, Today.AddDays(5)).ShouldBeNull();
        cycle.IsPublic(Today.AddDays(2)).ShouldBeTrue();
        cycle.IsPublic(Today.AddDays(3)).ShouldBeFalse();
        cycle.IsPublic(Today.AddDays(-1)).ShouldBeFalse();
    }

    [Fact]
    public void Each_look_is_somebody_elses()
    {
        var cycle = In(CycleState.Recheck, untilRechecked: false);
        cycle.WhyNot(CycleVerb.ConfirmRecheck, Seen(Office))!.Code.ShouldBe("CycleSecondPerson");
        cycle.Move(CycleVerb.ConfirmRecheck, Seen(Liaison), null, null, Doer(Liaison));
        cycle.WhyNot(CycleVerb.Approve, Seen(Liaison))!.Code.ShouldBe("CycleSecondPerson");
        cycle.WhyNot(CycleVerb.Approve, Seen(Chair)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, QuotaStanding.Decided, null)]
    [InlineData(1, QuotaStanding.Decided, "CycleVetoesOpen")]
    [InlineData(0, QuotaStanding.Undecided, "CycleQuotaOpen")]
    [InlineData(0, QuotaStanding.Stale, "CycleQuotaStale")]
    public void Approval_needs_what_the_meeting_must_decide(int vetoes, QuotaStanding quota, string? refusal) =>
        In(CycleState.Recheck)
            .WhyNot(CycleVerb.Approve, Seen(Chair) with { VetoesToDecide = vetoes, Quota = quota })
            ?.Code.ShouldBe(refusal);

    [Fact]
    public void Going_back_needs_a_reason_and_takes_the_recheck_with_it()
    {
        var cycle = In(CycleState.Recheck);
        cycle.WhyNot(CycleVerb.Return, Seen(Liaison), " ", null)!.Code.ShouldBe("CycleReturnReason");
        cycle.Move(CycleVerb.Return, Seen(Liaison), "提案记录不全", null, Doer(Liaison));
        cycle.State.ShouldBe(CycleState.InitialReview);
        cycle.RecheckedBy.ShouldBeNull();
    }

    [Fact]
    public void Unconfirmed_records_are_waited_for_or_explained()
    {
        var cycle = In(CycleState.InitialReview);
        var seen = Seen(Office) with { UnconfirmedMeetings = 1, UnconfirmedDuties = 1 };
        cycle.WhyNot(CycleVerb.SubmitRecheck, seen, null, null)!.Code.ShouldBe("CycleUnconfirmed");
        cycle.WhyNot(CycleVerb.SubmitRecheck, seen, "两次活动的签到表已遗失", null).ShouldBeNull();
    }

    [Fact]
    public void Final_results_agree_with_the_ledger() =>
        In(CycleState.AppealsHandled)
            .WhyNot(CycleVerb.Finalise, Seen(Chair) with { Differences = 1 })!
            .Code.ShouldBe("CycleDifferences");

    [Fact]
    public void A_verb_called_all_the_same_is_refused()
    {
        Should.Throw<RefusedException>(() => In(CycleState.Open).Move(CycleVerb.File, Seen(Office), null, null, Doer(Office)));
        Should.Throw<RefusedException>(() => AppraisalCycle.Begin(2023, null, false, Doer(Office)));
    }

    private static CycleVerb NextOf(AppraisalCycle cycle) => CycleMoves.Forward.Last(move => move.From == cycle.State).Verb;

    private static CycleOutlook Seen(Guid who) => new(Today, who) { Quota = QuotaStanding.Decided };

    private static Doer Doer(Guid who) => new(who, "某人", new DateTimeOffset(2023, 5, 10, 1, 0, 0, TimeSpan.Zero));

    private AppraisalCycle In(CycleState state, bool untilRechecked = true)
    {
        var reading = installation.Services.GetRequiredService<SheetReader>().Read(CycleWorld.Sheet);
        reading.Problems.ShouldBeEmpty();
        var edition = SheetEdition.Begin(CycleWorld.Sheet, reading);
        edition.Publish(reading, [], takesPlace: false, Office, DateTimeOffset.UnixEpoch);
        var cycle = AppraisalCycle.Begin(2023, edition, isThere: false, Doer(Office));
        foreach (var (verb, by) in Way)
        {
            if (cycle.State == state && (verb != CycleVerb.ConfirmRecheck || !untilRechecked))
                break;
            if (verb == CycleVerb.Approve)
                cycle.Approve(Seen(by), null, 10, Doer(by));
            else if (verb == CycleVerb.Publicise)
                cycle.Publicise(Seen(by), null, Today.AddDays(-1), Today.AddDays(-1), Doer(by));
            else
                cycle.Move(verb, Seen(by), null, null, Doer(by));
        }

        return cycle;
    }
}
