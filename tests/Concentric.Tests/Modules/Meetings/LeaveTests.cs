using Concentric.Modules.Meetings;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Meetings;

/// <summary>Leave: asked in time and in words, decided by rank, taken back before the meeting.</summary>
public sealed class LeaveTests(Installation installation)
{
    [Fact]
    public async Task Leave_is_asked_two_days_before_or_not_at_all()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.SeatsAsync(2);
        var tomorrow = await committee.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study(daysFromNow: 1) });
        var inTwoDays = await committee.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study(daysFromNow: 2) });
        (await AskAsync(committee, tomorrow)).Refusal!.Code.ShouldBe("LeaveTooLate");
        (await AskAsync(committee, tomorrow)).Refusal!.Values.ShouldBe([2]);
        (await AskAsync(committee, inTwoDays)).Refusal.ShouldBeNull();
        (await AskAsync(committee, inTwoDays)).Refusal!.Code.ShouldBe("LeaveAskedAlready");
    }

    [Fact]
    public async Task Leave_needs_a_reason_in_words()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.SeatsAsync(1);
        var id = await committee.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study(daysFromNow: 5) });
        (await AskAsync(committee, id, "  ")).Refusal!.Code.ShouldBe("ReasonMissing");
    }

    [Theory]
    [InlineData("chairpersons-meeting", null)]
    [InlineData("secretary-general", "LeaveNotYours")]
    [InlineData("office-staff", "LeaveNotYours")]
    public async Task Leave_is_decided_by_the_rank_that_the_kind_of_meeting_names(string role, string? refusal)
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.SeatsAsync(1);
        var id = await committee.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study(daysFromNow: 5) });
        var (rowId, _) = await AskAsync(committee, id);
        var answer = await RefusalOf(() =>
            committee.MeetAsync(meetings => meetings.DecideLeaveAsync(id, rowId, new LeaveDecision(true, role)))
        );
        answer?.Code.ShouldBe(refusal);
        (answer is null).ShouldBe(refusal is null);
    }

    [Fact]
    public async Task A_refusal_of_leave_says_why()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.SeatsAsync(1);
        var id = await committee.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study(daysFromNow: 5) });
        var (rowId, _) = await AskAsync(committee, id);
        (
            await RefusalOf(() =>
                committee.MeetAsync(meetings =>
                    meetings.DecideLeaveAsync(id, rowId, new LeaveDecision(false, "chairpersons-meeting"))
                )
            )
        )!.Code.ShouldBe("ReasonMissing");
    }

    [Fact]
    public async Task Approved_leave_is_recorded_as_such_and_absence_without_it_is_not_excused()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seats = await committee.SeatsAsync(2);
        var id = await committee.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study(daysFromNow: 3) });
        var (rowId, _) = await AskAsync(committee, id);
        await committee.MeetAsync(meetings =>
            meetings.DecideLeaveAsync(id, rowId, new LeaveDecision(true, "chairpersons-meeting"))
        );
        var details = MeetingWorld.Study();
        await committee.InDbAsync(async db =>
        {
            var meeting = await db.Set<Meeting>().SingleAsync();
            meeting.Change(details, TimeZoneInfo.Utc, new Doer(Guid.Empty, "", MeetingWorld.Morning));
            return await db.SaveChangesAsync();
        });
        await committee.MeetAsync(async meetings =>
        {
            await meetings.EndAsync(id);
            var other = (await meetings.SheetAsync(id)).Single(row => row.Id != rowId);
            var excused = new Dictionary<Guid, Presence> { [other.Id] = Presence.Excused };
            (await RefusalOf(() => meetings.TakeAttendanceAsync(id, excused)))!.Code.ShouldBe("ExcusedNeedsLeave");
            await meetings.TakeAttendanceAsync(id, new Dictionary<Guid, Presence>());
            await meetings.ConfirmAsync(id);
        });
        var facts = await committee.InDbAsync(db => db.Facts.Standing().Where(fact => fact.SubjectId != null).ToListAsync());
        facts.Select(fact => fact.Kind).Order().ShouldBe(["meetings.member-excused", "study.session-attended"]);
        facts.Select(fact => fact.SubjectId).ShouldBe(seats.Select(seat => (Guid?)seat.MembershipId), ignoreOrder: true);
    }

    private static async Task<(Guid RowId, Refusal? Refusal)> AskAsync(TestCommittee committee, Guid id, string reason = "Ill")
    {
        var rowId = await committee.AskAsync(async meetings => (await meetings.SheetAsync(id))[0].Id);
        return (rowId, await RefusalOf(() => committee.MeetAsync(meetings => meetings.AskLeaveAsync(id, rowId, reason))));
    }

    private static async Task<Refusal?> RefusalOf(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
    }
}
