using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Meetings;

public sealed partial class Meeting
{
    /// <summary>How often the attendance has been confirmed: 0 before, 1 at first, one more after each correction.</summary>
    public int Revision { get; private set; }

    /// <summary>出席确认: each of them, the first and those of corrections.</summary>
    public List<AttendanceConfirmation> Confirmations { get; private set; } = [];

    internal Refusal? WhyNotOpenSheet(DateTimeOffset now) => now < StartsAt - DoorsOpen ? new Refusal("SheetNotYet") : null;

    /// <summary>
    /// The organiser confirms once, when the meeting has ended and everybody on the sheet has been looked at. What was
    /// heard by an audience alone needs no sheet.
    /// </summary>
    public Refusal? WhyNotConfirm(IReadOnlyCollection<Attendance> sheet) =>
        IsConfirmed ? new Refusal("ConfirmedAlready", ConfirmedByName ?? "")
        : State != MeetingState.Ended ? new Refusal("ConfirmAfterEnd")
        : sheet.Count(row => row.Presence == Presence.NotTaken) is > 0 and var open ? new Refusal("SheetIncomplete", open)
        : !sheet.Any(row => row.Attended) && AudienceNumber is null or 0 ? new Refusal("NobodyCame")
        : null;

    public string? ConfirmedByName { get; private set; }

    /// <summary>The organiser's signature under the sheet, from which alone the facts come.</summary>
    public void ConfirmAttendance(IReadOnlyCollection<Attendance> sheet, Doer doer)
    {
        Go(MeetingVerb.ConfirmAttendance, WhyNotConfirm(sheet), MeetingState.AttendanceConfirmed, doer);
        Sign(sheet, reason: null, doer);
    }

    public Refusal? WhyNotCorrect() => IsConfirmed ? null : new Refusal("CorrectOnlyConfirmed");

    /// <summary>Puts right what was confirmed. The facts that no longer hold are retracted by the caller, visibly.</summary>
    public void CorrectAttendance(
        IReadOnlyCollection<Attendance> sheet,
        AttendanceCorrection correction,
        TimeZoneInfo zone,
        Doer doer
    )
    {
        RefusedException.ThrowIf(WhyNotCorrect() ?? WhyNotReason(correction.Reason));
        if (correction.Details is { } details)
        {
            RefusedException.ThrowIf(Faults(details).FirstOrDefault());
            Take(details with { Kind = Kind }, zone, doer.Now);
        }

        HasSeminar = correction.HasSeminar ?? HasSeminar;

        foreach (var row in sheet)
        {
            if (correction.Marks.TryGetValue(row.Id, out var presence) && presence != row.Presence)
                row.Correct(presence, Revision + 1, correction.Reason, doer);
        }

        Steps.Add(MeetingStep.Of(MeetingVerb.CorrectAttendance, State, doer, correction.Reason));
        Sign(sheet, correction.Reason, doer);
    }

    private void Sign(IReadOnlyCollection<Attendance> sheet, string? reason, Doer doer)
    {
        Revision++;
        ConfirmedByName = doer.Name;
        foreach (var row in sheet)
            row.CoverBy(Revision);
        Confirmations.Add(AttendanceConfirmation.Of(Revision, SheetCount.Of(sheet), reason, doer));
    }
}

/// <summary>What a correction changes, and why.</summary>
public sealed record AttendanceCorrection
{
    public required string Reason { get; init; }

    /// <summary>The new mark of each row that was wrong, by the row's id.</summary>
    public IReadOnlyDictionary<Guid, Presence> Marks { get; init; } = new Dictionary<Guid, Presence>();

    /// <summary>The right day, place or audience, where these were wrong. The kind stays.</summary>
    public MeetingDetails? Details { get; init; }

    /// <summary>Whether there was a seminar part, where that was wrong.</summary>
    public bool? HasSeminar { get; init; }
}

/// <summary>出席确认 (AttendanceConfirmation): the organiser's signature with the numbers it stood under.</summary>
public sealed class AttendanceConfirmation : CommitteeEntity
{
    private AttendanceConfirmation() { }

    public Guid MeetingId { get; private set; }

    /// <summary>1, 2 …; unique in the meeting, so that two people at once make one confirmation.</summary>
    public int Revision { get; private set; }
    public SheetCount Count { get; private set; } = new();
    public string? Reason { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid AccountId { get; private set; }
    public string ActorName { get; private set; } = "";

    internal static AttendanceConfirmation Of(int revision, SheetCount count, string? reason, Doer doer) =>
        new()
        {
            Revision = revision,
            Count = count,
            Reason = reason?.Trim(),
            At = doer.Now,
            AccountId = doer.AccountId,
            ActorName = doer.Name,
        };
}

/// <summary>应到、实到 and the rest, counted from the sheet.</summary>
public sealed record SheetCount
{
    /// <summary>应到</summary>
    public int Expected { get; init; }

    /// <summary>Those of the expected who came, on time or not.</summary>
    public int ExpectedPresent { get; init; }

    /// <summary>实到: all who came.</summary>
    public int Present { get; init; }
    public int Late { get; init; }
    public int LeftEarly { get; init; }
    public int Excused { get; init; }
    public int Absent { get; init; }
    public int NotTaken { get; init; }

    public static SheetCount Of(IReadOnlyCollection<Attendance> sheet) =>
        new()
        {
            Expected = sheet.Count(row => row.Basis == AttendanceBasis.Expected),
            ExpectedPresent = sheet.Count(row => row.Basis == AttendanceBasis.Expected && row.Attended),
            Present = sheet.Count(row => row.Attended),
            Late = sheet.Count(row => row.Presence == Presence.Late),
            LeftEarly = sheet.Count(row => row.Presence == Presence.LeftEarly),
            Excused = sheet.Count(row => row.Presence == Presence.Excused),
            Absent = sheet.Count(row => row.Presence == Presence.Absent),
            NotTaken = sheet.Count(row => row.Presence == Presence.NotTaken),
        };
}
