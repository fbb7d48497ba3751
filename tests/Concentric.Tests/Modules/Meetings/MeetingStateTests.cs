using Concentric.Modules.Meetings;
using Concentric.Platform;
using Concentric.Platform.Identity;

namespace Concentric.Tests.Modules.Meetings;

/// <summary>What may be done to a meeting in which state, as one table.</summary>
public sealed class MeetingStateTests
{
    private static readonly DateTimeOffset Start = new(2023, 5, 10, 1, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Each row: a state, and the verbs that it allows once the meeting's time has come.</summary>
    public static TheoryData<MeetingState, string> Allowed =>
        new()
        {
            { MeetingState.Draft, "Approve Cancel" },
            { MeetingState.Approved, "Publish Postpone Cancel" },
            { MeetingState.Published, "CloseSignUp Start End Postpone Cancel" },
            { MeetingState.SignUpClosed, "Start End Postpone Cancel" },
            { MeetingState.InProgress, "End" },
            { MeetingState.Ended, "ConfirmAttendance" },
            { MeetingState.AttendanceConfirmed, "CorrectAttendance FileResults" },
            { MeetingState.ResultsFiled, "CorrectAttendance Archive" },
            { MeetingState.Archived, "CorrectAttendance" },
            { MeetingState.Postponed, "Publish Cancel" },
            { MeetingState.Cancelled, "" },
        };

    [Theory, MemberData(nameof(Allowed))]
    public void A_state_allows_its_verbs_and_no_other(MeetingState state, string verbs)
    {
        foreach (var verb in Verbs.Keys)
        {
            var meeting = In(state);
            var refusal = Record.Exception(() => Verbs[verb](meeting));
            if (verbs.Split(' ').Contains(verb))
            {
                refusal.ShouldBeNull($"{state} allows {verb}");
                meeting.Steps[^1].ActorName.ShouldBe("Zhang");
            }
            else
            {
                refusal.ShouldBeOfType<RefusedException>($"{state} does not allow {verb}");
                meeting.State.ShouldBe(state);
            }
        }
    }

    [Fact]
    public void A_meeting_cannot_end_before_it_begins()
    {
        var meeting = In(MeetingState.Published);
        meeting.WhyNotEnd(Start.AddHours(-1))!.Code.ShouldBe("MeetingNotYet");
        meeting.WhyNotEnd(Start).ShouldBeNull();
        meeting.WhyNotStart(Start.AddHours(-4))!.Code.ShouldBe("MeetingNotYet");
        meeting.WhyNotStart(Start.AddHours(-3)).ShouldBeNull();
    }

    [Fact]
    public void A_cancellation_and_a_postponement_say_why_and_tell_calendars()
    {
        var meeting = In(MeetingState.Published);
        Should.Throw<RefusedException>(() => meeting.Cancel(" ", By(Start))).Refusal.Code.ShouldBe("ReasonMissing");
        var before = meeting.CalendarSequence;
        meeting.Postpone("Snow", By(Start));
        meeting.CalendarSequence.ShouldBe(before + 1);
        meeting.Steps[^1].Words.ShouldBe("Snow");
        meeting.NeedsNumber.ShouldBeFalse("the number of a postponed meeting stays its own");
    }

    [Fact]
    public void A_moved_meeting_raises_its_sequence_and_one_with_a_new_remark_for_the_office_does_not()
    {
        var meeting = In(MeetingState.Published);
        meeting.Change(Details with { IsPublic = true }, Zone, By(Start));
        meeting.CalendarSequence.ShouldBe(0);
        meeting.Change(Details with { Place = "Room 2" }, Zone, By(Start));
        meeting.CalendarSequence.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "Hall", 2, "MeetingTitleMissing")]
    [InlineData("Study", " ", 2, "MeetingPlaceMissing")]
    [InlineData("Study", "Hall", -2, "MeetingEndsBeforeStart")]
    [InlineData("Study", "Hall", 2000, "MeetingTooLong")]
    public void Details_that_cannot_be_are_refused(string title, string place, int hours, string code) =>
        Meeting
            .Faults(Details with { Title = title, Place = place, EndsAt = Start.AddHours(hours) })
            .Select(fault => fault.Code)
            .ShouldBe([code]);

    [Fact]
    public void A_title_of_rare_characters_is_kept_and_one_of_two_hundred_and_one_is_refused()
    {
        Meeting.Draft(Details with { Title = "𠮷䶮🎋" }, Zone, By(Start)).Title.ShouldBe("𠮷䶮🎋");
        Meeting.Faults(Details with { Title = new string('x', 201) }).Single().Code.ShouldBe("MeetingTitleTooLong");
    }

    [Fact]
    public void The_day_of_a_meeting_is_the_day_in_the_committees_zone()
    {
        var lateEvening = new DateTimeOffset(2023, 12, 31, 17, 0, 0, TimeSpan.Zero);
        Meeting
            .Draft(Details with { StartsAt = lateEvening, EndsAt = lateEvening.AddHours(1) }, Zone, By(Start))
            .HeldOn.ShouldBe(new DateOnly(2024, 1, 1));
    }

    [Fact]
    public void First_agenda_items_stand_before_the_others()
    {
        var meeting = In(MeetingState.Draft);
        var kind = new MeetingKind { FirstAgendaItem = FirstAgendaItemRule.Required };
        meeting.AddAgendaItem(new AgendaEntry { Title = "Personnel" }, kind);
        meeting.OpensWithFirstAgendaItem.ShouldBeFalse();
        var first = meeting.AddAgendaItem(FirstItem, kind);
        first.Place.ShouldBe(1);
        meeting.OpensWithFirstAgendaItem.ShouldBeTrue();
        var second = meeting.Agenda.Single(item => item.Title == "Personnel");
        meeting.WhyNotRaiseAgendaItem(second.Id)!.Code.ShouldBe("AgendaItemCannotRise");
        meeting.RemoveAgendaItem(first.Id);
        second.Place.ShouldBe(1);
    }

    [Fact]
    public void A_first_agenda_item_names_its_document_and_a_day_not_after_the_meeting()
    {
        var meeting = In(MeetingState.Draft);
        var kind = new MeetingKind { FirstAgendaItem = FirstAgendaItemRule.Offered };
        meeting
            .WhyNotAddAgendaItem(FirstItem with { DocumentTitle = null }, kind)!
            .Code.ShouldBe("FirstAgendaItemDocumentMissing");
        meeting
            .WhyNotAddAgendaItem(FirstItem with { IssuedOn = new DateOnly(2023, 5, 11) }, kind)!
            .Code.ShouldBe("FirstAgendaItemIssuedLater");
        meeting.WhyNotAddAgendaItem(FirstItem, new MeetingKind())!.Code.ShouldBe("FirstAgendaItemNotHere");
    }

    [Fact]
    public void A_party_group_meeting_is_not_filed_without_a_first_agenda_item_and_signed_minutes()
    {
        var kind = new MeetingKind { FirstAgendaItem = FirstAgendaItemRule.Required, Minutes = MinutesRule.Required };
        var meeting = In(MeetingState.AttendanceConfirmed);
        meeting.WhyNotFileResults(kind)!.Code.ShouldBe("FirstAgendaItemMissing");
        meeting.AddAgendaItem(FirstItem, kind);
        meeting.WhyNotFileResults(kind)!.Code.ShouldBe("MinutesNotSigned");
        meeting.DraftMinutes("Studied and agreed.", By(Start));
        meeting.SignMinutes(By(Start));
        meeting.WhyNotFileResults(kind).ShouldBeNull();
        meeting.WhyNotDraftMinutes()!.Code.ShouldBe("MinutesSignedAlready");
    }

    private static readonly AgendaEntry FirstItem = new()
    {
        Kind = AgendaItemKind.FirstAgendaItem,
        Title = "Study of the report",
        DocumentTitle = "Report",
        IssuedOn = new DateOnly(2023, 5, 1),
    };

    private static readonly MeetingDetails Details = new()
    {
        Kind = "party-group",
        Title = "Study",
        Organiser = "party-group",
        StartsAt = Start,
        EndsAt = Start.AddHours(2),
        Place = "Hall",
        AudienceNumber = 10,
    };

    private static readonly Dictionary<string, Action<Meeting>> Verbs = new()
    {
        ["Approve"] = meeting => meeting.Approve(By(Start)),
        ["Publish"] = meeting => meeting.Publish(1, By(Start)),
        ["CloseSignUp"] = meeting => meeting.CloseSignUp(By(Start)),
        ["Start"] = meeting => meeting.Start(By(Start)),
        ["End"] = meeting => meeting.End(By(Start)),
        ["ConfirmAttendance"] = meeting => meeting.ConfirmAttendance([], By(Start)),
        ["CorrectAttendance"] = meeting =>
            meeting.CorrectAttendance([], new AttendanceCorrection { Reason = "Wrong" }, Zone, By(Start)),
        ["FileResults"] = meeting => meeting.FileResults(new MeetingKind(), By(Start)),
        ["Archive"] = meeting => meeting.Archive(By(Start)),
        ["Postpone"] = meeting => meeting.Postpone("Snow", By(Start)),
        ["Cancel"] = meeting => meeting.Cancel("Not needed", By(Start)),
    };

    private static readonly Dictionary<MeetingState, string> WayTo = new()
    {
        [MeetingState.Draft] = "",
        [MeetingState.Approved] = "Approve",
        [MeetingState.Published] = "Approve Publish",
        [MeetingState.SignUpClosed] = "Approve Publish CloseSignUp",
        [MeetingState.InProgress] = "Approve Publish Start",
        [MeetingState.Ended] = "Approve Publish End",
        [MeetingState.AttendanceConfirmed] = "Approve Publish End ConfirmAttendance",
        [MeetingState.ResultsFiled] = "Approve Publish End ConfirmAttendance FileResults",
        [MeetingState.Archived] = "Approve Publish End ConfirmAttendance FileResults Archive",
        [MeetingState.Postponed] = "Approve Publish Postpone",
        [MeetingState.Cancelled] = "Cancel",
    };

    private static Meeting In(MeetingState state)
    {
        var meeting = Meeting.Draft(Details, Zone, By(Start));
        foreach (var verb in WayTo[state].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Verbs[verb](meeting);
        meeting.State.ShouldBe(state);
        return meeting;
    }

    private static Doer By(DateTimeOffset now) => new(Guid.CreateVersion7(), "Zhang", now);
}
