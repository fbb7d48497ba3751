using Concentric.Modules.Meetings;
using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Ledger;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Modules.Meetings;

/// <summary>The organiser's confirmation is the one place where a meeting becomes facts.</summary>
public sealed class AttendanceConfirmingTests(Installation installation)
{
    [Fact]
    public async Task A_confirmed_study_session_with_a_seminar_becomes_its_facts()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seats = await committee.SeatsAsync(4);
        var id = await committee.EndedAsync(
            new NewMeeting { Details = MeetingWorld.Study(), Speakers = [new NewSpeaker("Wang", SpeakerRole.SeminarSpeaker)] },
            (seats[1], Presence.Late),
            (seats[2], Presence.LeftEarly),
            (seats[3], Presence.Absent)
        );
        (await committee.InDbAsync(db => db.Facts.CountAsync())).ShouldBe(0, "nothing counts before the confirmation");
        await committee.MeetAsync(meetings => meetings.ConfirmAsync(id));

        var facts = await FactsAsync(committee);
        facts
            .Select(fact => (fact.Kind, fact.SubjectId, fact.Step))
            .ShouldBe(
                [
                    ("study.session-held", null, null),
                    ("study.seminar-held", null, null),
                    ("study.session-attended", seats[0].MembershipId, "present"),
                    ("study.session-attended", seats[1].MembershipId, "late"),
                    ("study.session-attended", seats[2].MembershipId, "left-early"),
                    ("meetings.member-absent", seats[3].MembershipId, null),
                ],
                ignoreOrder: true
            );
        facts.ShouldAllBe(fact => fact.Category == "theory-study-group" && fact.OccurredOn == new DateOnly(2023, 5, 10));
        var held = facts.Single(fact => fact.Kind == "study.session-held").ReadAttributes();
        held["number"].ShouldBe("1");
        held["expected"].ShouldBe("4");
        held["present"].ShouldBe("3");
    }

    [Fact]
    public async Task Each_kind_of_meeting_records_the_facts_of_its_family()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seats = await committee.SeatsAsync(1);
        var expected = new Dictionary<string, string>
        {
            ["plenary"] = "meetings.meeting-attended meetings.meeting-held",
            ["party-branch"] = "study.session-attended study.session-held",
            ["policy-talk"] = "study.talk-given",
            ["duty-capability-class"] = "study.training-attended study.training-held",
            ["member-lecture"] = "study.reading-attended study.reading-held",
        };
        foreach (var (kind, facts) in expected)
        {
            var details = MeetingWorld.Study(kind) with
            {
                AudienceNumber = 60,
                AudienceKind = "villagers",
                LocalUnit = "East Township",
            };
            var id = await committee.EndedAsync(
                new NewMeeting
                {
                    Details = details,
                    Expected = new ExpectedPeople { Memberships = [seats[0].MembershipId] },
                }
            );
            await committee.MeetAsync(meetings => meetings.ConfirmAsync(id));
            var recorded = (await FactsAsync(committee)).Where(fact => fact.SourceId == id).ToList();
            string.Join(' ', recorded.Select(fact => fact.Kind).Order()).ShouldBe(facts, kind);
            recorded.ShouldAllBe(fact => fact.Place == "East Township");
        }

        var talk = (await FactsAsync(committee)).Single(fact => fact.Kind == "study.talk-given");
        talk.ReadAttributes()["audience"].ShouldBe("60");
        talk.Unit.ShouldBe("sessions");
    }

    [Fact]
    public async Task A_meeting_is_not_confirmed_before_its_end_or_with_people_nobody_looked_at()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.SeatsAsync(2);
        var id = await committee.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study() });
        (await ConfirmAsync(committee, id))!.Code.ShouldBe("ConfirmAfterEnd");
        await committee.MeetAsync(meetings => meetings.EndAsync(id));
        var refusal = await ConfirmAsync(committee, id);
        refusal!.Code.ShouldBe("SheetIncomplete");
        refusal.Values.ShouldBe([2]);
        (await committee.InDbAsync(db => db.Facts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Two_people_who_confirm_at_once_make_one_set_of_facts_and_the_second_is_told()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.SeatsAsync(20);
        var id = await committee.EndedAsync(new NewMeeting { Details = MeetingWorld.Study() });
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ConfirmAsync(committee, id)));
        answers.Count(answer => answer is null).ShouldBe(1);
        answers.OfType<Refusal>().ShouldAllBe(answer => answer.Code == "ConfirmedAlready");
        (await FactsAsync(committee)).Count.ShouldBe(21);
        (await ConfirmAsync(committee, id))!.Code.ShouldBe("ConfirmedAlready");
        (await FactsAsync(committee)).Count.ShouldBe(21);
    }

    [Fact]
    public async Task Nobody_confirms_a_sheet_that_changed_after_they_looked_at_it()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seats = await committee.SeatsAsync(2);
        var id = await committee.EndedAsync(new NewMeeting { Details = MeetingWorld.Study() });
        var seen = await SealAsync(committee, id);
        await committee.MeetAsync(async meetings =>
        {
            var row = (await meetings.SheetAsync(id)).Single(row => row.MembershipId == seats[1].MembershipId);
            await meetings.TakeAttendanceAsync(id, new Dictionary<Guid, Presence> { [row.Id] = Presence.Absent });
        });
        (await ConfirmAsync(committee, id, seen))!.Code.ShouldBe("SheetChangedMeanwhile");
        (await ConfirmAsync(committee, id, await SealAsync(committee, id))).ShouldBeNull();
    }

    [Fact]
    public async Task A_correction_retracts_what_was_wrong_records_what_is_right_and_leaves_the_rest()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var seats = await committee.SeatsAsync(3);
        var id = await committee.EndedAsync(new NewMeeting { Details = MeetingWorld.Study() });
        await committee.MeetAsync(meetings => meetings.ConfirmAsync(id));
        var before = await FactsAsync(committee);

        await CorrectAsync(committee, id, seats[2], Presence.Absent);

        var all = await FactsAsync(committee);
        all.Count.ShouldBe(before.Count + 4, "two facts were retracted and two recorded");
        before.ShouldAllBe(fact => all.Any(later => later.Id == fact.Id), "what was recorded stays visible");
        var standing = await StandingAsync(committee);
        standing
            .Single(fact => fact.Kind == "meetings.member-absent")
            .ShouldSatisfyAllConditions(
                fact => fact.SubjectId.ShouldBe(seats[2].MembershipId),
                fact => fact.Revision.ShouldBe(2),
                fact => fact.Basis.ShouldBe("The list was wrong")
            );
        standing.Count(fact => fact.Kind == "study.session-attended" && fact.Revision == 1).ShouldBe(2);
        standing.Single(fact => fact.Kind == "study.session-held").ReadAttributes()["present"].ShouldBe("2");
        all.Where(fact => fact.RetractsId is not null).ShouldAllBe(fact => fact.Basis == "The list was wrong");

        await CorrectAsync(committee, id, seats[2], Presence.Present);
        (await StandingAsync(committee)).Count(fact => fact.Kind == "study.session-attended").ShouldBe(3);
        var meeting = await committee.InDbAsync(db => db.Set<Meeting>().Include(row => row.Confirmations).SingleAsync());
        meeting
            .Confirmations.OrderBy(confirmation => confirmation.Revision)
            .Select(confirmation => confirmation.Count.Present)
            .ShouldBe([3, 2, 3]);
    }

    [Fact]
    public async Task A_plenary_of_three_hundred_is_confirmed_in_one_save()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        await committee.SeatsAsync(332, MemberDuty.Ordinary);
        var id = await committee.EndedAsync(new NewMeeting { Details = MeetingWorld.Study("plenary") });
        await committee.MeetAsync(meetings => meetings.ConfirmAsync(id));
        (await FactsAsync(committee)).Count.ShouldBe(333);
        (
            await committee.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Changes.Contains("AttendanceConfirmation")))
        ).ShouldBe(1);
    }

    [Fact]
    public async Task Numbers_in_the_year_are_dense_and_no_two_meetings_share_one()
    {
        var committee = await TestCommittee.CreateAsync(installation);
        var ids = await committee.AskAsync(async meetings =>
        {
            var made = new List<Guid>();
            for (var number = 0; number < 4; number++)
            {
                made.Add(await meetings.CreateAsync(new NewMeeting { Details = MeetingWorld.Study() }));
                await meetings.ApproveAsync(made[^1]);
            }

            return made;
        });
        await Task.WhenAll(ids.Select(id => committee.MeetAsync(meetings => meetings.PublishAsync(id))));
        var numbers = await committee.InDbAsync(db => db.Set<Meeting>().Select(meeting => meeting.Number).ToListAsync());
        numbers.Order().ShouldBe([1, 2, 3, 4]);
        var next = await committee.PublishedAsync(new NewMeeting { Details = MeetingWorld.Study(daysFromNow: 300) });
        (await committee.MeetingAsync(next)).Number.ShouldBe(1, "2024 counts anew");
    }

    private static Task<List<Fact>> FactsAsync(TestCommittee committee) =>
        committee.InDbAsync(db => db.Facts.OrderBy(fact => fact.Index).ToListAsync());

    private static Task<List<Fact>> StandingAsync(TestCommittee committee) =>
        committee.InDbAsync(db => db.Facts.Standing().ToListAsync());

    private static Task<Refusal?> ConfirmAsync(TestCommittee committee, Guid id, string? seen = null) =>
        committee.DoAsync(services => services.GetRequiredService<AttendanceConfirming>().ConfirmAsync(id, seen));

    private static Task<string> SealAsync(TestCommittee committee, Guid id) =>
        committee.InDbAsync(async db =>
            AttendanceConfirming.Seal(await db.Set<Attendance>().Where(row => row.MeetingId == id).ToListAsync())
        );

    private static Task CorrectAsync(TestCommittee committee, Guid id, Seat seat, Presence presence) =>
        committee.MeetAsync(async meetings =>
        {
            var row = (await meetings.SheetAsync(id)).Single(row => row.MembershipId == seat.MembershipId);
            await meetings.CorrectAsync(
                id,
                new AttendanceCorrection
                {
                    Reason = "The list was wrong",
                    Marks = new Dictionary<Guid, Presence> { [row.Id] = presence },
                }
            );
        });
}
