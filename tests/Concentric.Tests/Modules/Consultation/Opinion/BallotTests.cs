using System.Net;
using AngleSharp.Html.Dom;
using Concentric.Modules.Consultation.Opinion;
using Concentric.Platform.Jobs;
using Concentric.Rules.Opinion;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Consultation.Opinion;

/// <summary>Residents answer one statement at a time; one device or account is one voice.</summary>
public sealed class BallotTests(Installation installation)
{
    [Fact]
    public async Task A_resident_answers_all_statements_one_by_one()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        var resident = world.Committee.Anonymous();
        (await OpinionWorld.MainAsync(resident, "/questions")).ShouldContain("停车难，怎么办？");
        (await OpinionWorld.MainAsync(resident, world.Path)).ShouldContain("第 1 条，共 8 条");
        var asked = new List<string>();
        for (var number = 0; number < OpinionWorld.Seeds.Length; number++)
            asked.Add(await world.AnswerAsync(resident, Vote.Agree));
        asked.Order().ShouldBe(OpinionWorld.Seeds.Order());
        (await OpinionWorld.MainAsync(resident, world.Path)).ShouldContain("都答完了");
        (await world.VotesAsync()).Select(vote => vote.VoterId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_later_answer_takes_the_place_of_the_earlier_one()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        var resident = world.Committee.Anonymous();
        var asked = await world.AnswerAsync(resident, Vote.Agree);
        var statement = await world.StatementAsync(asked);
        (await OpinionWorld.MainAsync(resident, world.Path)).ShouldContain("上一条你同意");
        await world.AnswerAsync(resident, Vote.Disagree, statement);
        var vote = (await world.VotesAsync()).ShouldHaveSingleItem();
        (vote.StatementId, vote.Choice).ShouldBe((statement, Vote.Disagree));
    }

    [Fact]
    public async Task The_statement_stays_until_it_is_answered()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        var resident = world.Committee.Anonymous();
        var asked = new HashSet<string>();
        for (var look = 0; look < 4; look++)
            asked.Add((await resident.GetPageAsync(world.Path)).QuerySelector(".opinion-ask h2")!.TextContent);
        asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_devices_are_two_voices_and_an_account_is_one_wherever_it_signs_in()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        await world.AnswerAsync(world.Committee.Anonymous(), Vote.Agree);
        await world.AnswerAsync(world.Committee.Anonymous(), Vote.Agree);
        await world.AnswerAsync(world.Office, Vote.Agree);
        var elsewhere = world.Committee.Anonymous();
        await elsewhere.SubmitAsync(
            "/sign-in",
            new() { ["Input.UserName"] = world.Office.UserName, ["Input.Password"] = TestCommittee.Password }
        );
        await world.AnswerAsync(elsewhere, Vote.Agree);
        var voters = await world.Committee.InDbAsync(db => db.Set<OpinionVoter>().AsNoTracking().ToListAsync());
        voters.CountBy(voter => voter.Kind).OrderBy(pair => pair.Key).Select(pair => pair.Value).ShouldBe([2, 1]);
        voters.ShouldAllBe(voter => voter.Digest.Length == 64);
    }

    [Fact]
    public async Task Whoever_refuses_cookies_is_told_so_and_is_not_counted()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        var form = (IHtmlFormElement)
            (await world.Committee.Anonymous().GetPageAsync(world.Path)).QuerySelector("form.opinion-ask")!;
        // The form's own token is answered for by a page of the other folder; the voice's cookie is not sent there.
        var without = world.Committee.Anonymous();
        var other = (IHtmlInputElement)
            (await without.GetPageAsync("/sign-in")).QuerySelector("input[name=__RequestVerificationToken]")!;
        var answer = await without.SendAsync(
            world.Path,
            form,
            new() { ["Choice"] = nameof(Vote.Agree), ["__RequestVerificationToken"] = other.Value }
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Cookie");
        (await world.VotesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_first_answer_sent_five_times_at_once_is_one_voice()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        var resident = world.Committee.Anonymous();
        var form = (IHtmlFormElement)(await resident.GetPageAsync(world.Path)).QuerySelector("form.opinion-ask")!;
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => resident.SendAsync(world.Path, form, new() { ["Choice"] = nameof(Vote.Agree) }))
        );
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        (await world.VotesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Drafts_are_not_public_and_closed_questions_take_no_answers()
    {
        var world = await OpinionWorld.CreateAsync(installation, isOpen: false);
        var resident = world.Committee.Anonymous();
        (await resident.GetAsync(world.Path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await resident.GetAsync(world.Path + "/results")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await OpinionWorld.MainAsync(resident, "/questions")).ShouldNotContain("停车难");
        await world.Office.SubmitAsync(world.OfficePath, [], "form[action*='handler=Open']");
        var form = (IHtmlFormElement)(await resident.GetPageAsync(world.Path)).QuerySelector("form.opinion-ask")!;
        await world.Office.SubmitAsync(world.OfficePath, [], "form[action*='handler=Close']");
        var late = await resident.SendAsync(world.Path, form, new() { ["Choice"] = nameof(Vote.Agree) });
        (await late.Content.ReadAsStringAsync()).ShouldContain("现在不接受回答");
        (await world.VotesAsync()).ShouldBeEmpty();
        (await OpinionWorld.MainAsync(resident, world.Path)).ShouldContain("征集已经结束");
    }

    [Fact]
    public async Task A_question_closes_by_itself_after_its_last_day()
    {
        var world = await OpinionWorld.CreateAsync(installation);
        var passed = await world.Office.SubmitAsync(
            world.OfficePath + "/edit",
            new() { ["Input.OpensOn"] = "2023-05-01", ["Input.ClosesOn"] = "2023-05-09" }
        );
        passed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await OpinionWorld.MainAsync(world.Committee.Anonymous(), world.Path)).ShouldContain("征集已经结束");
        await installation.Services.RunForEachCommitteeAsync<OpinionCountJob>();
        var question = await world.Committee.InDbAsync(db => db.Set<OpinionQuestion>().AsNoTracking().SingleAsync());
        question.State.ShouldBe(QuestionState.Closed);
        question.Title.ShouldBe("停车难，怎么办？");
    }
}
