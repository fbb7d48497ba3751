using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Sessions;
using Concentric.Platform.Ledger;
using Concentric.Platform.Messages;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Sessions;

/// <summary>A session becomes facts when its organiser confirms it, and moves its matters by their own verbs.</summary>
public sealed class SessionFactsTests(Installation installation)
{
    [Fact]
    public async Task A_session_tells_nothing_before_it_is_confirmed_and_then_who_held_it_who_was_there_and_what_was_concluded()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var matter = await world.ApprovedAsync();
        var id = await world.EndedAsync(matter);
        (await world.StandingAsync()).ShouldBeEmpty();
        (await world.MatterAsync(matter)).State.ShouldBe(MatterState.InSession);

        await world.WithAsync(id, (acts, session) => acts.ConfirmAsync(session, CancellationToken.None));

        var facts = await world.StandingAsync();
        var held = facts[SessionFacts.Held].Single();
        (held.Category, held.Place, held.OccurredOn, held.Channel).ShouldBe(("village", "shatan", SessionWorld.Today, "held"));
        facts[SessionFacts.Attended].Single().SubjectId.ShouldBe(world.Zhang);
        facts[SessionFacts.ResidentsPresent].Single().Quantity.ShouldBe(8);
        var concluded = facts[MatterFacts.Concluded].Single();
        (concluded.SourceId, concluded.Step).ShouldBe((matter, "agreed"));
        var row = await world.MatterAsync(matter);
        (row.State, row.Conclusion, row.ConcludedOn).ShouldBe(
            (MatterState.Concluded, MatterConclusion.Agreed, SessionWorld.Today)
        );
        row.Steps[^1].Words.ShouldBe("水务局出料，村里出工。");
    }

    [Fact]
    public async Task Those_whose_turn_it_is_next_are_told_once_for_all_matters_of_a_session()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var signer = await world.Committee.SignInAsync("chairpersons-meeting");
        var id = await world.EndedAsync(await world.ApprovedAsync(), await world.ApprovedAsync("路灯坏了"));
        await world.WithAsync(id, (acts, session) => acts.ConfirmAsync(session, CancellationToken.None));
        await world.WithAsync(id, (acts, session) => acts.DraftMinutesAsync(session, "会议纪要", CancellationToken.None));
        var told = await world.Committee.InDbAsync(db =>
            db.Set<Message>().Where(row => row.AccountId == signer.AccountId).ToListAsync()
        );
        told.ShouldContain(message => message.Body.Contains("制种玉米灌不上水") && message.Body.Contains("路灯坏了"));
        told.Count(message => message.Kind == MatterMessages.Kind)
            .ShouldBeLessThanOrEqualTo(2, "one for each step, not for each matter");
    }

    [Fact]
    public async Task A_correction_retracts_what_no_longer_holds_and_leaves_the_rest_alone()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var matter = await world.ApprovedAsync();
        var id = await world.EndedAsync(matter);
        await world.WithAsync(id, (acts, session) => acts.ConfirmAsync(session, CancellationToken.None));
        var before = await world.StandingAsync();

        await world.WithAsync(
            id,
            (_, session) =>
            {
                session.Correct("李四也到会，群众人数写错", SessionWorld.Doer);
                session.Count(PresentAs.Resident, 18, SessionWorld.Doer.Now);
                session.AddPresent(
                    Guid.CreateVersion7(),
                    new SessionPerson(PresentAs.Member) { MembershipId = world.Li, Name = "李四" },
                    SessionWorld.Doer.Now
                );
                var row = session.Matters.Single();
                session.AddPoint(row, Guid.CreateVersion7(), PointKind.Dissent, "三户认为出工应当给补助。", SessionWorld.Doer);
                session.Conclude(row, MatterConclusion.PartlyAgreed, votes: null, SessionWorld.Doer);
                session.ReadBack(row, SessionWorld.Doer);
                return Task.CompletedTask;
            }
        );
        (await world.StandingAsync())[SessionFacts.ResidentsPresent].Single().Quantity.ShouldBe(8);
        await world.WithAsync(id, (acts, session) => acts.ConfirmAsync(session, CancellationToken.None));

        var after = await world.StandingAsync();
        var zhang = after[SessionFacts.Attended].Single(fact => fact.SubjectId == world.Zhang);
        zhang.Id.ShouldBe(before[SessionFacts.Attended].Single().Id);
        after[SessionFacts.Attended].Count().ShouldBe(2);
        after[SessionFacts.ResidentsPresent].Single().Quantity.ShouldBe(18);
        after[MatterFacts.Concluded].Single().Step.ShouldBe("partly-agreed");
        var retractions = await world.Committee.InDbAsync(db =>
            db.Facts.Where(fact => fact.Kind == FactKinds.Retraction).ToListAsync()
        );
        retractions.Count.ShouldBe(3);
        retractions.ShouldAllBe(fact => fact.Basis == "李四也到会，群众人数写错");
        (await world.MatterAsync(matter)).Conclusion.ShouldBe(MatterConclusion.PartlyAgreed);
    }

    [Fact]
    public async Task A_session_that_is_withdrawn_is_kept_tells_nothing_and_its_matters_wait_for_another()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var matter = await world.ApprovedAsync();
        var id = await world.EndedAsync(matter);
        await world.WithAsync(id, (acts, session) => acts.ConfirmAsync(session, CancellationToken.None));

        await world.WithAsync(id, (acts, session) => acts.WithdrawAsync(session, "重复录入", CancellationToken.None));

        (await world.StandingAsync()).ShouldBeEmpty();
        var session = await world.ReadAsync(id);
        (session.State, session.WithdrawnBecause).ShouldBe((SessionState.Withdrawn, "重复录入"));
        var row = await world.MatterAsync(matter);
        (row.State, row.Conclusion).ShouldBe((MatterState.Scheduled, null));
        row.Steps[^1].Words.ShouldBe("重复录入");
    }

    [Fact]
    public async Task What_was_not_agreed_is_never_told_as_if_it_were()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var matter = await world.ApprovedAsync();
        var id = await world.EndedAsync(matter);
        await world.WithAsync(
            id,
            async (acts, session) =>
            {
                var row = session.Matters.Single();
                session.AddPoint(row, Guid.CreateVersion7(), PointKind.Dissent, "三户认为出工应当给补助。", SessionWorld.Doer);
                session.ReadBack(row, SessionWorld.Doer);
                await acts.ConfirmAsync(session, CancellationToken.None);
            }
        );
        (await world.MatterAsync(matter)).Steps[^1].Words.ShouldBe("水务局出料，村里出工。\n不同意见：三户认为出工应当给补助。");
    }

    [Fact]
    public async Task What_a_withdrawn_session_had_announced_waits_for_another_and_its_people_are_told()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var scheduler = await world.Committee.SignInAsync("office-staff");
        var (matter, kept) = (await world.ApprovedAsync(), await world.ApprovedAsync("路灯坏了"));
        var id = await world.PlannedAsync(matter, kept);
        var other = await world.PlannedAsync(kept);
        foreach (var session in new[] { id, other })
            await world.WithAsync(session, (acts, row) => acts.AnnounceAsync(row, "周五下午三点。", CancellationToken.None));
        (await world.MatterAsync(matter)).State.ShouldBe(MatterState.Announced);

        await world.WithAsync(id, (acts, session) => acts.WithdrawAsync(session, "下大雨", CancellationToken.None));

        var row = await world.MatterAsync(matter);
        (row.State, row.Announcement, row.PlannedFor).ShouldBe((MatterState.Scheduled, null, null));
        (row.Steps[^1].Verb, row.Steps[^1].Words).ShouldBe((MatterVerb.TakeBack, "下大雨"));
        (await world.MatterAsync(kept)).State.ShouldBe(MatterState.Announced, "the other session is still to be held");
        var told = await world.Committee.InDbAsync(db =>
            db.Set<Message>().Where(message => message.AccountId == scheduler.AccountId).ToListAsync()
        );
        told.ShouldContain(message => message.Title.Contains("制种玉米灌不上水") && message.Title.Contains("已列入安排"));
    }

    [Fact]
    public async Task What_has_gone_on_since_can_no_longer_be_withdrawn_or_corrected()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var id = await world.EndedAsync(await world.ApprovedAsync());
        await world.WithAsync(id, (acts, session) => acts.ConfirmAsync(session, CancellationToken.None));
        await world.WithAsync(id, (acts, session) => acts.DraftMinutesAsync(session, "一、议定事项", CancellationToken.None));
        await world.WithAsync(id, (acts, session) => acts.SignMinutesAsync(session, CancellationToken.None));

        await world.WithAsync(
            id,
            async (acts, session) =>
            {
                session.WhyNotCorrect()!.Code.ShouldBe("SessionMinutesSigned");
                (await acts.WhyNotWithdrawAsync(session, CancellationToken.None))!.Code.ShouldBe("SessionMinutesSigned");
            }
        );
    }

    [Fact]
    public async Task A_matter_that_was_adjourned_comes_to_the_next_session_and_two_sessions_may_hold_one_matter()
    {
        var world = await SessionWorld.CreateAsync(installation);
        var matter = await world.ApprovedAsync();
        var first = await world.PlannedAsync(matter);
        await world.WithAsync(first, (acts, session) => acts.BeginAsync(session, CancellationToken.None));
        await world.WithAsync(
            first,
            async (acts, session) =>
            {
                session.Count(PresentAs.Resident, 5, SessionWorld.Doer.Now);
                session.Adjourn(session.Matters.Single(), "水务局的人没有来", SessionWorld.Doer);
                session.End(SessionWorld.Doer);
                await acts.ConfirmAsync(session, CancellationToken.None);
            }
        );
        (await world.MatterAsync(matter)).State.ShouldBe(MatterState.InSession);

        var second = await world.EndedAsync(matter);
        await world.WithAsync(second, (acts, session) => acts.ConfirmAsync(session, CancellationToken.None));

        (await world.MatterAsync(matter)).State.ShouldBe(MatterState.Concluded);
        var facts = await world.StandingAsync();
        facts[SessionFacts.Held].Count().ShouldBe(2);
        facts[MatterFacts.Concluded].Count().ShouldBe(1);
    }
}
