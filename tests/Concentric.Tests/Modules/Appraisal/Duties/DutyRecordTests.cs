using System.Net;
using Concentric.Modules.Appraisal.Duties;
using Concentric.Tests.World;

namespace Concentric.Tests.Modules.Appraisal.Duties;

/// <summary>What one registers counts only after another has confirmed it, and is put right only visibly.</summary>
public sealed class DutyRecordTests(Installation installation)
{
    private const string Ladder = """
              - {id: proposal, title: 提案, unit: matters, counts: {fact: duty.proposal}, ladder: true, points: {filed: 3, key: 5, excellent: 8}}
        """;

    [Fact]
    public async Task What_is_confirmed_by_a_second_person_stands_in_the_statement_and_leads_back_to_the_record()
    {
        var (committee, seat, person, office, second) = await DutiesWorld.CaseAsync(installation);
        var id = await office.RegisterAsync(DutiesWorld.Typed(seat, title: "冬季走访"));
        (await committee.DutyFactsAsync()).ShouldBeEmpty();
        await second.ConfirmAsync(id);
        var fact = (await committee.DutyFactsAsync()).ShouldHaveSingleItem();
        (fact.Kind, fact.SubjectId, fact.RecordedBy, fact.Revision).ShouldBe(("duty.charity", seat, second.AccountId, 1));
        var page = await office.GetPageAsync($"/office/appraisal/2023/members/{person}");
        page.QuerySelector($"a[href$='{DutiesWorld.List}/{id}']")!.TextContent.ShouldBe("冬季走访");
        page.QuerySelector("main")!.TextContent.ShouldContain(second.UserName);
        (await committee.RecordAsync(id)).Steps.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_wrote_or_changed_it_cannot_confirm_it()
    {
        var (committee, seat, _, office, second) = await DutiesWorld.CaseAsync(installation);
        var id = await office.RegisterAsync(DutiesWorld.Typed(seat));
        (await DutiesWorld.ErrorsAsync(await office.SubmitAsync($"{DutiesWorld.List}/{id}", [], "#confirm"))).ShouldContain(
            "须由另一人确认"
        );
        await second.RegisterAsync(DutiesWorld.Typed(seat, title: "Spring visit"), $"{DutiesWorld.List}/{id}/edit");
        (await DutiesWorld.ErrorsAsync(await second.SubmitAsync($"{DutiesWorld.List}/{id}", [], "#confirm"))).ShouldContain(
            "须由另一人确认"
        );
        (await committee.DutyFactsAsync()).ShouldBeEmpty();
        var third = await committee.SignInAsync("secretary-general");
        await third.ConfirmAsync(id);
        (await committee.DutyFactsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_second_confirmation_is_told_and_records_nothing()
    {
        var (committee, seat, _, office, second) = await DutiesWorld.CaseAsync(installation);
        var id = await office.RegisterAsync(DutiesWorld.Typed(seat));
        var third = await committee.SignInAsync("secretary-general");
        var path = $"{DutiesWorld.List}/{id}";
        var seen = (AngleSharp.Html.Dom.IHtmlFormElement)(await third.GetPageAsync(path)).QuerySelector("#confirm")!;
        await second.ConfirmAsync(id);
        (await DutiesWorld.ErrorsAsync(await third.SendAsync(path, seen, []))).ShouldContain($"已由{second.UserName}确认");
        (await committee.DutyFactsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_correction_takes_back_what_counted_and_both_stay_visible()
    {
        var (committee, seat, person, office, second) = await DutiesWorld.CaseAsync(installation);
        var id = await office.RegisterAsync(DutiesWorld.Typed(seat));
        await second.ConfirmAsync(id);
        var fields = DutiesWorld.Typed(seat, day: "2023-04-02");
        fields["Reason"] = "日期有误";
        var correction = await office.RegisterAsync(fields, $"{DutiesWorld.List}/{id}/correct");
        (await committee.DutyFactsAsync()).Count.ShouldBe(1, "Until it is confirmed, the earlier record holds.");
        await second.ConfirmAsync(correction);
        var facts = await committee.DutyFactsAsync();
        facts
            .Select(fact => (fact.Kind, fact.Revision))
            .ShouldBe([("duty.charity", 1), ("ledger.retracted", 1), ("duty.charity", 2)]);
        facts[1].Basis.ShouldBe("日期有误");
        (await committee.RecordAsync(id)).State.ShouldBe(DutyState.Replaced);
        var page = await office.GetPageAsync($"/office/appraisal/2023/members/{person}");
        page.QuerySelectorAll(".struck").ShouldHaveSingleItem();
        page.QuerySelectorAll($"a[href$='{correction}']").Length.ShouldBe(2);
        (await office.MainAsync($"{DutiesWorld.List}/{id}")).ShouldContain("已被更正替代");
    }

    [Fact]
    public async Task What_never_happened_is_taken_back_altogether()
    {
        var (committee, seat, _, office, second) = await DutiesWorld.CaseAsync(installation);
        var id = await office.RegisterAsync(DutiesWorld.Typed(seat));
        await second.ConfirmAsync(id);
        var fields = DutiesWorld.Typed(seat);
        (fields["Reason"], fields["Revokes"]) = ("登记错了人", "true");
        await second.ConfirmAsync(await office.RegisterAsync(fields, $"{DutiesWorld.List}/{id}/correct"));
        (await committee.DutyFactsAsync()).Select(fact => fact.Kind).ShouldBe(["duty.charity", "ledger.retracted"]);
    }

    [Fact]
    public async Task Two_corrections_at_once_make_one()
    {
        var (_, seat, _, office, second) = await DutiesWorld.CaseAsync(installation);
        var id = await office.RegisterAsync(DutiesWorld.Typed(seat));
        await second.ConfirmAsync(id);
        var path = $"{DutiesWorld.List}/{id}/correct";
        var fields = DutiesWorld.Typed(seat, day: "2023-04-02");
        fields["Reason"] = "日期有误";
        await office.RegisterAsync(fields, path);
        (await office.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Several_steps_of_one_thing_count_the_highest_only()
    {
        var sheet = AppraisalWorld.Sheet.Replace("grades:", Ladder + "\ngrades:", StringComparison.Ordinal);
        var world = await DutiesWorld.CaseAsync(installation, sheet);
        var (committee, seat, _, office, second) = world;
        var filed = await office.RegisterAsync(DutiesWorld.Typed(seat, "duty.proposal", "古城保护", "2023-03-01", "filed"));
        await second.ConfirmAsync(filed);
        var next = $"{DutiesWorld.List}/new?after={filed}";
        var key = await office.RegisterAsync(DutiesWorld.Typed(seat, "duty.proposal", "古城保护", "2023-04-01", "key"), next);
        await second.ConfirmAsync(key);
        (await committee.DutyFactsAsync()).Select(fact => fact.ReadAttributes()["product"]).Distinct().ShouldHaveSingleItem();
        var text = await world.StatementAsync();
        text.ShouldContain("+5");
        text.ShouldNotContain("+3");
        (await office.MainAsync($"{DutiesWorld.List}/{key}")).ShouldContain("同一件事的其他记录");
    }

    [Fact]
    public async Task Authors_have_their_part_and_place_and_the_number_of_them_is_counted()
    {
        var (committee, seat, _, office, second) = await DutiesWorld.CaseAsync(installation);
        var other = await Members.MembersWorld.EnrolAsync(committee, "李四");
        var fields = DutiesWorld.Typed(seat, "duty.report", "调研报告一", step: "adopted");
        fields["Input.Members[0].Part"] = "First";
        fields["Input.Members[1].MembershipId"] = other.ToString();
        fields["Input.Members[1].Part"] = "Joint";
        await second.ConfirmAsync(await office.RegisterAsync(fields));
        var facts = await committee.DutyFactsAsync();
        facts
            .Select(fact => fact.ReadAttributes())
            .Select(of => (of["part"], of["position"], of["people"]))
            .ShouldBe([("first", "1", "2"), ("joint", "2", "2")]);
    }

    [Fact]
    public async Task What_is_returned_is_changed_and_handed_in_again()
    {
        var (committee, seat, _, office, second) = await DutiesWorld.CaseAsync(installation);
        var id = await office.RegisterAsync(DutiesWorld.Typed(seat));
        (await second.GiveReasonAsync(id, "Return", "")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await second.GiveReasonAsync(id, "Return", "请补充地点")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await committee.RecordAsync(id)).State.ShouldBe(DutyState.Returned);
        (await office.MainAsync($"{DutiesWorld.List}/{id}")).ShouldContain("请补充地点");
        (await office.MainAsync($"{DutiesWorld.List}/{id}/edit")).ShouldContain("请补充地点");
        await office.RegisterAsync(DutiesWorld.Typed(seat, title: "Winter visit in town"), $"{DutiesWorld.List}/{id}/edit");
        await second.ConfirmAsync(id);
        (await committee.RecordAsync(id))
            .Steps.Select(step => step.Verb)
            .Order()
            .ShouldBe([DutyVerb.Register, DutyVerb.HandIn, DutyVerb.Return, DutyVerb.Confirm]);
    }

    [Fact]
    public async Task What_was_withdrawn_stays_and_can_no_longer_be_confirmed()
    {
        var (committee, seat, _, office, second) = await DutiesWorld.CaseAsync(installation);
        var id = await office.RegisterAsync(DutiesWorld.Typed(seat));
        (await office.GiveReasonAsync(id, "Withdraw", "重复")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await committee.RecordAsync(id)).State.ShouldBe(DutyState.Withdrawn);
        (await second.GetPageAsync($"{DutiesWorld.List}/{id}")).QuerySelector("#confirm").ShouldBeNull();
        (await office.GetAsync($"{DutiesWorld.List}/{id}/edit")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_stale_form_shows_both_versions_and_saves_neither()
    {
        var (committee, seat, _, office, second) = await DutiesWorld.CaseAsync(installation);
        var id = await office.RegisterAsync(DutiesWorld.Typed(seat));
        var path = $"{DutiesWorld.List}/{id}/edit";
        var stale = (AngleSharp.Html.Dom.IHtmlFormElement)(await office.GetPageAsync(path)).QuerySelector(DutiesWorld.Form)!;
        await second.RegisterAsync(DutiesWorld.Typed(seat, title: "Theirs"), path);
        var answer = await office.SendAsync(path, stale, DutiesWorld.Typed(seat, title: "Mine"));
        (await DutiesWorld.ErrorsAsync(answer)).ShouldContain("其间有人改动");
        (await committee.RecordAsync(id)).Title.ShouldBe("Theirs");
    }
}
