using System.Net;
using Concentric.Modules.Meetings;
using Concentric.Platform.Ledger;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Meetings;

/// <summary>The office's pages, through a browser's eyes.</summary>
public sealed class MeetingPagesTests(Installation installation)
{
    private static readonly string[] OfOneMeeting =
    [
        "",
        "/edit",
        "/agenda",
        "/people",
        "/notice",
        "/attendance",
        "/attendance/add",
        "/door",
        "/confirmation",
        "/correction",
        "/minutes",
        "/materials",
        "/measures",
        "/cancellation",
        "/postponement",
    ];

    [Fact]
    public async Task Whoever_cannot_take_the_next_step_is_told_who_can()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.SeatsAsync(3);
        var office = await committee.SignInAsync("office-staff");
        var answer = await office.SubmitAsync(
            "/office/meetings/new",
            new()
            {
                ["Input.Kind"] = "theory-study-group",
                ["Input.Title"] = "第四次集体学习",
                ["Input.Day"] = "2023-05-09",
                ["Input.From"] = "8:30",
                ["Input.To"] = "11:30",
                ["Input.Place"] = "四楼会议室",
            }
        );
        var at = Below(committee, answer);
        async Task<string> MainAsync(string path) => (await office.GetPageAsync(path)).QuerySelector("main")!.TextContent;
        (await MainAsync(at)).ShouldContain(
            "还没有人能办理这一步。请安全管理员给一个账号授予以下角色之一：主席会议成员、秘书长。"
        );
        var secretary = await committee.SignInAsync("secretary-general");
        (await MainAsync(at)).ShouldContain("等待办理：" + secretary.UserName);
        (await MainAsync(at + "/notice")).ShouldContain("等待办理：" + secretary.UserName);
        await secretary.DoneAsync(at, [], "form[action*='handler=Approve']");
        (await MainAsync(at)).ShouldNotContain("等待办理");

        // It is entered after it took place: nobody is notified, and nobody is told that somebody was.
        await office.SubmitAsync(at + "/notice", [], "main form[method=post]");
        (await MainAsync(at)).ShouldContain("没有发出通知");
    }

    [Fact]
    public async Task The_office_carries_a_study_session_from_the_draft_to_the_ledger()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seats = await committee.SeatsAsync(3);
        var secretary = await committee.SignInAsync("secretary-general");
        var answer = await secretary.SubmitAsync(
            "/office/meetings/new",
            new()
            {
                ["Input.Kind"] = "theory-study-group",
                ["Input.Title"] = "第四次集体学习",
                ["Input.Day"] = "2023-05-10",
                ["Input.From"] = "8:30",
                ["Input.To"] = "11:30",
                ["Input.Place"] = "四楼会议室",
            }
        );
        var at = Below(committee, answer);
        await secretary.DoneAsync(at, [], "form[action*='handler=Approve']");
        await secretary.DoneAsync(at + "/notice", [], "main form[method=post]");
        var overview = await secretary.GetPageAsync(at);
        overview.Body!.TextContent.ShouldContain("2023年第1次");
        await secretary.DoneAsync(at, [], "form[action*='handler=End']");
        await secretary.DoneAsync(at + "/attendance", [], "form[action*='handler=AllPresent']");
        var sheet = await secretary.GetPageAsync(at + "/attendance");
        var late = sheet.QuerySelectorAll("input[type=radio][value=Late]")[2].GetAttribute("name")!;
        await secretary.DoneAsync(at + "/attendance", new() { [late] = "Late" }, "form:has(.sheet)");
        var check = await secretary.GetPageAsync(at + "/confirmation");
        check.Body!.TextContent.ShouldContain("迟到");
        (await committee.InDbAsync(db => db.Facts.CountAsync())).ShouldBe(0);
        await secretary.DoneAsync(at + "/confirmation", []);

        var facts = await committee.InDbAsync(db => db.Facts.Standing().ToListAsync());
        facts.Count(fact => fact.Kind == "study.session-held").ShouldBe(1);
        facts.Single(fact => fact.Step == "late").SubjectId.ShouldBe(seats[2].MembershipId);
        var again = await secretary.GetPageAsync(at + "/confirmation");
        again.QuerySelector("main form[method=post]").ShouldBeNull("what was confirmed cannot be confirmed again");
        again.Body!.TextContent.ShouldContain("没有重复记录");
    }

    [Fact]
    public async Task Every_page_of_a_meeting_opens_for_those_who_may_and_is_not_found_by_others()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.SeatsAsync(3);
        var id = await committee.EndedAsync(new NewMeeting { Details = MeetingWorld.Study() });
        var secretary = await committee.SignInAsync("secretary-general");
        var member = await committee.SignInAsync("member");
        var rowId = (await committee.AskAsync(meetings => meetings.SheetAsync(id)))[0].Id;
        foreach (var path in OfOneMeeting.Append("/people/" + rowId))
        {
            await secretary.GetPageAsync($"/office/meetings/{id}{path}");
            (await member.GetAsync($"/office/meetings/{id}{path}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            (await secretary.GetAsync($"/office/meetings/{Guid.CreateVersion7()}{path}")).StatusCode.ShouldBe(
                HttpStatusCode.NotFound,
                path
            );
            (await committee.Anonymous().GetAsync($"/office/meetings/{id}{path}")).StatusCode.ShouldBe(
                HttpStatusCode.Redirect,
                path
            );
        }

        foreach (
            var path in new[]
            {
                "/office/meetings",
                "/office/leave",
                "/office/calendar",
                "/office/calendar/feed",
                "/office/meetings/new",
            }
        )
            await secretary.GetPageAsync(path);
    }

    [Fact]
    public async Task A_meeting_of_another_committee_is_not_found()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var other = await TestCommittee.CreateAsync(installation);
        var id = await other.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study("symposium") });
        var secretary = await committee.SignInAsync("secretary-general");
        (await secretary.GetAsync($"/office/meetings/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await committee.Anonymous().GetAsync($"/meetings/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("2023-02-30", "9:00", "11:00", "没有这一天")]
    [InlineData("2023-05-10", "11:00", "9:00", "结束时间必须晚于开始时间")]
    [InlineData("2023-05-10", "25:00", "26:00", "25:00")]
    public async Task Wrong_days_and_times_are_told_beside_their_field_and_what_was_typed_is_kept(
        string day,
        string from,
        string to,
        string sentence
    )
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var staff = await committee.SignInAsync("office-staff");
        var answer = await staff.SubmitAsync(
            "/office/meetings/new",
            new()
            {
                ["Input.Kind"] = "symposium",
                ["Input.Title"] = "𠮷祥座谈会🎋",
                ["Input.Day"] = day,
                ["Input.From"] = from,
                ["Input.To"] = to,
                ["Input.Place"] = "会议室",
            }
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain(sentence);
        page.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe("𠮷祥座谈会🎋");
        (await committee.InDbAsync(db => db.Set<Meeting>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_stale_form_shows_both_versions_and_overwrites_nothing()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var id = await committee.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study("symposium", daysFromNow: 3) });
        var first = await committee.SignInAsync("office-staff");
        var second = await committee.SignInAsync("office-staff");
        var path = $"/office/meetings/{id}/edit";
        var stale = await first.GetPageAsync(path);
        await second.DoneAsync(path, new() { ["Input.Place"] = "Room 1" });
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)stale.QuerySelector("main form[method=post]")!;
        var answer = await first.SendAsync(path, form, new() { ["Input.Place"] = "Room 2" });
        var page = await Visitor.ParseAsync(await answer.Content.ReadAsStringAsync());
        var both = page.QuerySelector(".notice table")!.TextContent;
        both.ShouldContain("Room 1");
        both.ShouldContain("Room 2");
        (await committee.MeetingAsync(id)).Place.ShouldBe("Room 1");
        var again = (AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("main form[method=post]")!;
        (await first.SendAsync(path, again, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await committee.MeetingAsync(id)).Place.ShouldBe("Room 2");
    }

    [Fact]
    public async Task A_party_group_meeting_says_beside_the_button_why_it_cannot_be_filed()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.SeatsAsync(2);
        var id = await committee.EndedAsync(new NewMeeting { Details = MeetingWorld.Study("party-group") });
        await committee.MeetAsync(meetings => meetings.ConfirmAsync(id));
        var secretary = await committee.SignInAsync("secretary-general");
        var path = $"/office/meetings/{id}";
        var page = await secretary.GetPageAsync(path);
        page.QuerySelector("#why-File")!.TextContent.ShouldContain("第一议题");
        var refused = await secretary.SubmitAsync(path, [], "form[action*='handler=File']");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("第一项议程必须是");
        await secretary.DoneAsync(
            path + "/agenda",
            new()
            {
                ["Item.Kind"] = "FirstAgendaItem",
                ["Item.Title"] = "学习重要讲话",
                ["Item.DocumentTitle"] = "重要讲话",
                ["Item.DocumentSource"] = "新华社",
                ["Item.IssuedOn"] = "2023-05-01",
            },
            "form[action*='handler=Add']"
        );
        await secretary.DoneAsync(
            path + "/minutes",
            new() { ["Text"] = "会议学习了重要讲话。" },
            "form:has(textarea)",
            "?handler=Sign"
        );
        await secretary.DoneAsync(path, [], "form[action*='handler=File']");
        (await committee.MeetingAsync(id)).State.ShouldBe(MeetingState.ResultsFiled);
    }

    [Fact]
    public async Task A_mark_that_somebody_else_made_meanwhile_is_not_overwritten()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seats = await committee.SeatsAsync(2);
        var id = await committee.EndedAsync(new NewMeeting { Details = MeetingWorld.Study() });
        var path = $"/office/meetings/{id}/attendance";
        var first = await committee.SignInAsync("office-staff");
        var second = await committee.SignInAsync("office-staff");
        var stale = await first.GetPageAsync(path);
        var marks = stale
            .QuerySelectorAll(".sheet-row")
            .Select(row => row.QuerySelector("input[type=radio]")!.GetAttribute("name")!)
            .ToList();
        await second.DoneAsync(path, new() { [marks[0]] = "Absent" }, "form:has(.sheet)");
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)stale.QuerySelector("form:has(.sheet)")!;
        var answer = await first.SendAsync(path, form, new() { [marks[0]] = "Late", [marks[1]] = "Late" });
        (await answer.Content.ReadAsStringAsync()).ShouldContain("别人登记了");
        var rows = await committee.AskAsync(meetings => meetings.SheetAsync(id));
        rows.Single(row => row.MembershipId == seats[0].MembershipId).Presence.ShouldBe(Presence.Absent);
        rows.Single(row => row.MembershipId == seats[1].MembershipId).Presence.ShouldBe(Presence.Late);
    }

    [Fact]
    public async Task A_correction_by_the_office_keeps_both_records_and_says_why()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.SeatsAsync(2);
        var id = await committee.EndedAsync(new NewMeeting { Details = MeetingWorld.Study() });
        await committee.MeetAsync(meetings => meetings.ConfirmAsync(id));
        var secretary = await committee.SignInAsync("secretary-general");
        var path = $"/office/meetings/{id}/correction";
        var page = await secretary.GetPageAsync(path);
        var mark = page.QuerySelector("select[name^='mark.']")!.GetAttribute("name")!;
        var unexplained = await secretary.SubmitAsync(path, new() { [mark] = "Absent" });
        (await unexplained.Content.ReadAsStringAsync()).ShouldContain("请写明理由");
        await secretary.DoneAsync(path, new() { [mark] = "Absent", ["Reason"] = "名单看错一行" });
        var overview = await secretary.GetPageAsync($"/office/meetings/{id}");
        overview.Body!.TextContent.ShouldContain("名单看错一行");
        overview.Body.TextContent.ShouldContain("第 1 次更正");
        (await committee.InDbAsync(db => db.Facts.CountAsync(fact => fact.RetractsId != null))).ShouldBe(2);
    }

    private static string Below(TestCommittee committee, HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.ToString()[committee.Path.Length..];
    }
}
