using System.Net;
using Concentric.Modules.Appraisal.Duties;
using Concentric.Tests.Modules.Members;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Appraisal.Duties;

/// <summary>A member sees the own records and nobody else's, and may tell of one that is missing.</summary>
public sealed class MyDutiesTests(Installation installation)
{
    [Fact]
    public async Task A_member_sees_the_own_records_only()
    {
        var (committee, seat, person, office, second) = await DutiesWorld.CaseAsync(installation);
        var other = await committee.EnrolAsync("李四");
        var mine = await office.RegisterAsync(DutiesWorld.Typed(seat, title: "我的走访"));
        var theirs = await office.RegisterAsync(DutiesWorld.Typed(other, title: "别人的走访"));
        await second.ConfirmAsync(mine);
        await second.ConfirmAsync(theirs);
        var member = await committee.SignInAsync(person, "member");
        var list = await member.MainAsync("/my/duties");
        list.ShouldContain("我的走访");
        list.ShouldNotContain("别人的走访");
        (await member.MainAsync($"/my/duties/{mine}")).ShouldContain(second.UserName);
        (await member.GetAsync($"/my/duties/{theirs}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await member.GetPageAsync("/my/appraisal/2023")).QuerySelector($"a[href$='/my/duties/{mine}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_a_member_reports_is_taken_over_by_the_office_and_confirmed_by_a_second_person()
    {
        var (committee, seat, person, office, second) = await DutiesWorld.CaseAsync(installation);
        var member = await committee.SignInAsync(person, "member");
        var id = await ReportAsync(member, "县级表彰");
        (await office.MainAsync("/office")).ShouldContain("委员补报待核实");
        var fields = DutiesWorld.Typed(seat, "duty.honour", "县级表彰", step: "county");
        await office.RegisterAsync(fields, $"{DutiesWorld.List}/{id}/edit");
        await second.ConfirmAsync(id);
        (await committee.DutyFactsAsync()).ShouldHaveSingleItem().Step.ShouldBe("county");
        (await member.MainAsync($"/my/duties/{id}")).ShouldContain("已确认");
    }

    [Fact]
    public async Task A_report_is_told_everything_that_is_wrong_at_once()
    {
        var (committee, _, person, _, _) = await DutiesWorld.CaseAsync(installation);
        var member = await committee.SignInAsync(person, "member");
        var answer = await member.SubmitAsync("/my/duties/report", new() { ["Input.OccurredOn"] = "" });
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelectorAll(".error-summary a")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe(["#Input_Kind", "#Input_OccurredOn", "#Input_Title"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_office_declines_with_a_reason_that_the_member_reads()
    {
        var (committee, _, person, office, _) = await DutiesWorld.CaseAsync(installation);
        var member = await committee.SignInAsync(person, "member");
        var id = await ReportAsync(member, "单位先进");
        (await office.GiveReasonAsync(id, "Decline", "不是因履职受表彰")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await member.MainAsync($"/my/duties/{id}")).ShouldContain("不是因履职受表彰");
        (await committee.DutyFactsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_can_be_taken_back_by_the_member_alone()
    {
        var (committee, _, person, _, _) = await DutiesWorld.CaseAsync(installation);
        var member = await committee.SignInAsync(person, "member");
        var id = await ReportAsync(member, "走访");
        var stranger = await committee.SignInAsync(await committee.PersonAsync(await committee.EnrolAsync("李四")), "member");
        (await stranger.GetAsync($"/my/duties/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await member.SubmitAsync($"/my/duties/{id}", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await committee.RecordAsync(id)).State.ShouldBe(DutyState.Withdrawn);
    }

    [Fact]
    public async Task A_day_before_the_seat_or_after_today_is_refused()
    {
        var (committee, _, person, office, _) = await DutiesWorld.CaseAsync(installation);
        var member = await committee.SignInAsync(person, "member");
        foreach (var (day, told) in new[] { ("2020-01-01", "这一天您不是本届委员"), ("2023-06-01", "日期在今天之后") })
        {
            var answer = await member.SubmitAsync("/my/duties/report", Report("走访", day));
            (await DutiesWorld.ErrorsAsync(answer)).ShouldContain(told);
        }

        (await committee.InDbAsync(db => db.Set<DutyRecord>().CountAsync())).ShouldBe(0);
        (await office.GetAsync("/my/duties/report")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Guid> ReportAsync(Visitor member, string title)
    {
        var answer = await member.SubmitAsync("/my/duties/report", Report(title, "2023-04-01"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return DutiesWorld.IdOf(answer);
    }

    private static Dictionary<string, string> Report(string title, string day) =>
        new()
        {
            ["Input.Kind"] = "duty.honour",
            ["Input.OccurredOn"] = day,
            ["Input.Title"] = title,
        };
}
