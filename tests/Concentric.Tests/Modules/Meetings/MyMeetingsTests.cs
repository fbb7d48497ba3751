using System.Net;
using Concentric.Modules.Meetings;
using Concentric.Platform.Messages;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Meetings;

/// <summary>The member's face: what is asked of me, and my answers.</summary>
public sealed class MyMeetingsTests(Installation installation)
{
    [Fact]
    public async Task A_member_signs_up_asks_leave_is_refused_or_excused_and_takes_it_back()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seats = await committee.SeatsAsync(2);
        var member = await committee.SignInAsync(seats[0].PersonId, "member");
        var chair = await committee.SignInAsync("chairpersons-meeting");
        var id = await committee.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study(daysFromNow: 5) });
        var path = "/my/meetings/" + id;
        (await member.GetPageAsync("/my/meetings")).Body!.TextContent.ShouldContain("未答复");
        await member.DoneAsync(path, [], "form[action*='handler=SignUp']");
        (await member.SubmitAsync(path, new() { ["Reason"] = " " }, "form[action*='handler=Leave']")).StatusCode.ShouldBe(
            HttpStatusCode.OK,
            "leave needs a reason"
        );
        await member.DoneAsync(path, new() { ["Reason"] = "外出就医" }, "form[action*='handler=Leave']");
        var row = await RowAsync(committee, id, seats[0]);
        row.Answer.ShouldBe(Answer.LeaveAsked);

        (await chair.GetPageAsync("/office/leave")).Body!.TextContent.ShouldContain(seats[0].Name);
        await DecideAsync(chair, id, row.Id, approved: true);
        (await member.GetPageAsync(path)).Body!.TextContent.ShouldContain("准假");
        await member.DoneAsync(path, [], "form[action*='handler=Withdraw']");
        (await RowAsync(committee, id, seats[0])).Answer.ShouldBe(Answer.SignedUp);

        var told = await committee.InDbAsync(db =>
            db.Set<Message>()
                .Where(message => message.AccountId == member.AccountId)
                .Select(message => message.Kind)
                .ToListAsync()
        );
        told.ShouldBe(["meetings.notice", "meetings.leave-decided"], ignoreOrder: true);
        (await committee.InDbAsync(db => db.Set<Message>().CountAsync(message => message.AccountId == chair.AccountId))).ShouldBe(
            1
        );
    }

    [Fact]
    public async Task Somebody_who_is_not_expected_does_not_find_the_meeting()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seats = await committee.SeatsAsync(2);
        var id = await committee.PublishedAsync(
            new NewMeeting
            {
                Details = MeetingWorld.Study(daysFromNow: 5),
                Expected = new ExpectedPeople { Memberships = [seats[0].MembershipId] },
            }
        );
        var other = await committee.SignInAsync(seats[1].PersonId, "member");
        (await other.GetAsync("/my/meetings/" + id)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await committee.Anonymous().GetAsync("/my/meetings")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_code_at_the_door_makes_a_claim_and_an_old_code_does_not()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seats = await committee.SeatsAsync(1);
        var member = await committee.SignInAsync(seats[0].PersonId, "member");
        var staff = await committee.SignInAsync("office-staff");
        var id = await committee.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study() });
        await staff.GetPageAsync($"/office/meetings/{id}/door");
        (await staff.GetAsync($"/office/meetings/{id}/door?handler=Code")).Content.Headers.ContentType!.MediaType.ShouldBe(
            "image/png"
        );
        var meeting = await committee.MeetingAsync(id);
        var now = installation.Clock.GetUtcNow();
        var old = await member.GetPageAsync($"/my/meetings/{id}/arrival?code={meeting.DoorCode(now.AddMinutes(-5))}");
        old.QuerySelector("main form[method=post]").ShouldBeNull();
        await member.DoneAsync(
            $"/my/meetings/{id}/arrival?code={meeting.DoorCode(now.AddMinutes(-1))}",
            [],
            "main form[method=post]"
        );
        var row = await RowAsync(committee, id, seats[0]);
        row.ArrivedAt.ShouldNotBeNull();
        row.Presence.ShouldBe(Presence.NotTaken, "a claim is not attendance");
    }

    [Fact]
    public async Task A_late_check_in_stays_visible_to_the_member_and_in_the_fact()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seats = await committee.SeatsAsync(2);
        var id = await committee.EndedAsync(new NewMeeting { Details = MeetingWorld.Study() }, (seats[0], Presence.Absent));
        var staff = await committee.SignInAsync("office-staff");
        var row = await RowAsync(committee, id, seats[0]);
        await staff.DoneAsync(
            $"/office/meetings/{id}/people/{row.Id}",
            new() { ["CheckInAs"] = "Present", ["CheckInReason"] = "签到时在外接电话" },
            "form[action*='handler=CheckInLate']"
        );
        await committee.MeetAsync(meetings => meetings.ConfirmAsync(id));
        var member = await committee.SignInAsync(seats[0].PersonId, "member");
        (await member.GetPageAsync("/my/meetings/" + id)).Body!.TextContent.ShouldContain("签到时在外接电话");
        var fact = await committee.InDbAsync(db => db.Facts.SingleAsync(fact => fact.SubjectId == seats[0].MembershipId));
        fact.ReadAttributes()["late-check-in"].ShouldBe("yes");
    }

    [Fact]
    public async Task The_public_sees_a_confirmed_meeting_without_a_name()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.SeatsAsync(3);
        var id = await committee.EndedAsync(
            new NewMeeting { Details = MeetingWorld.Study() with { IsPublic = false, Title = "内部题目" } }
        );
        (await committee.Anonymous().GetAsync("/meetings/" + id)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await committee.MeetAsync(meetings => meetings.ConfirmAsync(id));
        var text = (await committee.Anonymous().GetPageAsync("/meetings/" + id)).Body!.TextContent;
        text.ShouldContain("党组理论学习中心组学习 2023年第1次");
        text.ShouldContain("3 人");
        text.ShouldNotContain("Member 1");
        text.ShouldNotContain("内部题目");
    }

    private static Task<Attendance> RowAsync(TestCommittee committee, Guid id, Seat seat) =>
        committee.InDbAsync(db =>
            db.Set<Attendance>().SingleAsync(row => row.MeetingId == id && row.MembershipId == seat.MembershipId)
        );

    private static async Task DecideAsync(Visitor approver, Guid id, Guid rowId, bool approved) =>
        await approver.DoneAsync(
            $"/office/meetings/{id}/people/{rowId}",
            new() { ["approved"] = approved ? "true" : "false" },
            "form[action*='handler=Decide']"
        );
}
