using System.Net;
using Concentric.Modules.Meetings;
using Concentric.Platform.Ledger;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Tests.Modules.Meetings;

/// <summary>The year of study: numbered sessions, make-ups of what was missed, measures with owner and due date.</summary>
public sealed class StudyTests(Installation installation)
{
    [Fact]
    public async Task A_missed_session_is_made_up_once_and_a_correction_takes_the_make_up_back()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seats = await committee.SeatsAsync(3);
        var id = await committee.EndedAsync(new NewMeeting { Details = MeetingWorld.Study() }, (seats[2], Presence.Absent));
        var secretary = await committee.SignInAsync("secretary-general");
        var row = (await committee.AskAsync(meetings => meetings.SheetAsync(id))).Single(row =>
            row.MembershipId == seats[2].MembershipId
        );
        var form = new Dictionary<string, string> { ["Day"] = "2023-05-10", ["How"] = "自学原文" };
        var page = "/office/study/make-ups/" + row.Id;
        (await secretary.GetPageAsync(page))
            .QuerySelector("textarea[name=How]")
            .ShouldBeNull("nothing is missed before the confirmation");
        await committee.MeetAsync(meetings => meetings.ConfirmAsync(id));

        (await secretary.GetPageAsync("/office/study/make-ups")).Body!.TextContent.ShouldContain(seats[2].Name);
        var early = await secretary.SubmitAsync(page, new() { ["Day"] = "2023-05-09", ["How"] = "自学原文" }, "main form");
        early.StatusCode.ShouldBe(HttpStatusCode.OK);
        await secretary.DoneAsync(page, form, "main form");
        (await MadeUpAsync(committee)).ShouldBe([seats[2].MembershipId]);
        (await secretary.GetPageAsync(page)).QuerySelector("textarea[name=How]").ShouldBeNull("it is made up once");

        await committee.MeetAsync(meetings =>
            meetings.CorrectAsync(
                id,
                new AttendanceCorrection
                {
                    Reason = "There after all",
                    Marks = new Dictionary<Guid, Presence> { [row.Id] = Presence.Present },
                }
            )
        );
        (await MadeUpAsync(committee)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_measure_has_an_owner_and_a_day_and_is_closed_by_what_came_of_it()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.SeatsAsync(2);
        var id = await committee.EndedAsync(new NewMeeting { Details = MeetingWorld.Study() });
        var secretary = await committee.SignInAsync("secretary-general");
        var page = $"/office/meetings/{id}/measures";
        var before = await secretary.SubmitAsync(
            page,
            new()
            {
                ["Text"] = "传达到各专委会",
                ["Owner"] = "",
                ["DueOn"] = "2023-02-30",
            },
            "#add"
        );
        (await Visitor.ParseAsync(await before.Content.ReadAsStringAsync()))
            .QuerySelectorAll("#add .error-message")
            .Length.ShouldBe(2, "nobody does it, and there is no such day");
        await secretary.DoneAsync(
            page,
            new()
            {
                ["Text"] = "传达到各专委会",
                ["Owner"] = "办公室",
                ["DueOn"] = "2023-05-31",
            },
            "#add"
        );
        (await secretary.GetPageAsync("/office/study/measures")).Body!.TextContent.ShouldContain("传达到各专委会");
        await secretary.DoneAsync(page, new() { ["Result"] = "已传达" }, "form[action*='handler=Finish']");
        var measure = await committee.InDbAsync(db => db.Set<Measure>().SingleAsync());
        measure.Result.ShouldBe("已传达");
        measure.DoneAt.ShouldNotBeNull();
        (await secretary.GetPageAsync("/office/study")).Body!.TextContent.ShouldContain("2023年学习");
    }

    private static Task<List<Guid?>> MadeUpAsync(TestCommittee committee) =>
        committee.InDbAsync(db =>
            db.Facts.Standing().Where(fact => fact.Kind == "study.session-made-up").Select(fact => fact.SubjectId).ToListAsync()
        );
}
