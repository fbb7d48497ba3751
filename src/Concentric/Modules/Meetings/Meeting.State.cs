using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Meetings;

/// <summary>Where a meeting stands. Each state was entered by a step that names who and when.</summary>
public enum MeetingState
{
    Draft,
    Approved,
    Published,
    SignUpClosed,
    InProgress,
    Ended,
    AttendanceConfirmed,
    ResultsFiled,
    Archived,
    Postponed,
    Cancelled,
}

/// <summary>What was done to a meeting.</summary>
public enum MeetingVerb
{
    Draft,
    Change,
    Approve,
    Publish,
    CloseSignUp,
    Start,
    End,
    ConfirmAttendance,
    CorrectAttendance,
    DraftMinutes,
    SignMinutes,
    FileResults,
    Archive,
    Postpone,
    Cancel,
}

public sealed partial class Meeting
{
    /// <summary>How long before the beginning the organiser may open the doors.</summary>
    private static readonly TimeSpan DoorsOpen = TimeSpan.FromHours(3);

    public MeetingState State { get; private set; } = MeetingState.Draft;

    /// <summary>What was done, by whom and when; the first is the draft.</summary>
    public List<MeetingStep> Steps { get; private set; } = [];

    /// <summary>年内次序: the number within its kind and year (“2023年第4次”), given when it is published.</summary>
    public int? Number { get; private set; }
    public int? NumberYear { get; private set; }

    public bool IsConfirmed => State is MeetingState.AttendanceConfirmed or MeetingState.ResultsFiled or MeetingState.Archived;

    public Refusal? WhyNotApprove() => State == MeetingState.Draft ? null : new Refusal("ApproveOnlyDraft");

    public void Approve(Doer doer) => Go(MeetingVerb.Approve, WhyNotApprove(), MeetingState.Approved, doer);

    public Refusal? WhyNotPublish() =>
        State switch
        {
            MeetingState.Approved or MeetingState.Postponed => null,
            MeetingState.Draft => new Refusal("PublishNeedsApproval"),
            MeetingState.Cancelled => new Refusal("MeetingCancelledAlready"),
            _ => new Refusal("PublishedAlready"),
        };

    /// <summary>Tells the people. The number is kept when a postponed meeting of the same year is published again.</summary>
    public void Publish(int number, Doer doer)
    {
        Go(MeetingVerb.Publish, WhyNotPublish(), MeetingState.Published, doer);
        CalendarSequence += Number is null ? 0 : 1;
        ChangedAt = doer.Now;
        (NumberYear, Number) = (HeldOn.Year, number);
    }

    /// <summary>Whether publishing needs a new number, or keeps the one it has.</summary>
    public bool NeedsNumber => Number is null || NumberYear != HeldOn.Year;

    public Refusal? WhyNotCloseSignUp() => State == MeetingState.Published ? null : new Refusal("SignUpNotOpen");

    public void CloseSignUp(Doer doer) => Go(MeetingVerb.CloseSignUp, WhyNotCloseSignUp(), MeetingState.SignUpClosed, doer);

    public Refusal? WhyNotStart(DateTimeOffset now) =>
        State is not (MeetingState.Published or MeetingState.SignUpClosed) ? new Refusal("StartOnlyPublished")
        : now < StartsAt - DoorsOpen ? new Refusal("MeetingNotYet")
        : null;

    public void Start(Doer doer) => Go(MeetingVerb.Start, WhyNotStart(doer.Now), MeetingState.InProgress, doer);

    public Refusal? WhyNotEnd(DateTimeOffset now) =>
        State is not (MeetingState.Published or MeetingState.SignUpClosed or MeetingState.InProgress) ? new Refusal("EndOnlyOpen")
        : now < StartsAt ? new Refusal("MeetingNotYet")
        : null;

    public void End(Doer doer) => Go(MeetingVerb.End, WhyNotEnd(doer.Now), MeetingState.Ended, doer);

    /// <summary>A meeting whose kind requires it is filed only with a first agenda item and with signed minutes.</summary>
    public Refusal? WhyNotFileResults(MeetingKind kind) =>
        State is MeetingState.ResultsFiled or MeetingState.Archived ? new Refusal("FiledAlready")
        : State != MeetingState.AttendanceConfirmed ? new Refusal("FileNeedsConfirmation")
        : kind.FirstAgendaItem == FirstAgendaItemRule.Required && !OpensWithFirstAgendaItem
            ? new Refusal("FirstAgendaItemMissing")
        : kind.Minutes == MinutesRule.Required && MinutesSignedAt is null ? new Refusal("MinutesNotSigned")
        : null;

    public void FileResults(MeetingKind kind, Doer doer) =>
        Go(MeetingVerb.FileResults, WhyNotFileResults(kind), MeetingState.ResultsFiled, doer);

    public Refusal? WhyNotArchive() => State == MeetingState.ResultsFiled ? null : new Refusal("ArchiveOnlyFiled");

    public void Archive(Doer doer) => Go(MeetingVerb.Archive, WhyNotArchive(), MeetingState.Archived, doer);

    public Refusal? WhyNotPostpone() =>
        State is MeetingState.Approved or MeetingState.Published or MeetingState.SignUpClosed
            ? null
            : new Refusal("PostponeTooLate");

    /// <param name="reason">Shown to those who were expected.</param>
    public void Postpone(string reason, Doer doer)
    {
        Go(MeetingVerb.Postpone, WhyNotPostpone() ?? WhyNotReason(reason), MeetingState.Postponed, doer, reason);
        TellCalendars(doer);
    }

    public Refusal? WhyNotCancel() =>
        State
            is MeetingState.Draft
                or MeetingState.Approved
                or MeetingState.Published
                or MeetingState.SignUpClosed
                or MeetingState.Postponed
            ? null
        : State == MeetingState.Cancelled ? new Refusal("MeetingCancelledAlready")
        : new Refusal("CancelTooLate");

    /// <param name="reason">Shown to those who were expected.</param>
    public void Cancel(string reason, Doer doer)
    {
        Go(MeetingVerb.Cancel, WhyNotCancel() ?? WhyNotReason(reason), MeetingState.Cancelled, doer, reason);
        TellCalendars(doer);
    }

    /// <summary>Why a reason given in words is not one.</summary>
    public static Refusal? WhyNotReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("ReasonMissing").At("Reason")
        : reason.Length > MeetingStep.LongestWords ? new Refusal("ReasonTooLong", MeetingStep.LongestWords).At("Reason")
        : null;

    private void TellCalendars(Doer doer)
    {
        ChangedAt = doer.Now;
        if (Number is not null)
            CalendarSequence++;
    }

    private void Go(MeetingVerb verb, Refusal? whyNot, MeetingState state, Doer doer, string? reason = null)
    {
        RefusedException.ThrowIf(whyNot);
        State = state;
        Steps.Add(MeetingStep.Of(verb, state, doer, reason));
    }
}

/// <summary>One thing done to a meeting.</summary>
public sealed class MeetingStep : Step
{
    public const int LongestWords = 500;

    private MeetingStep() { }

    private MeetingStep(Doer doer, string? words)
        : base(doer, words) { }

    public Guid MeetingId { get; private init; }
    public MeetingVerb Verb { get; private init; }

    /// <summary>The state that it led to, or left.</summary>
    public MeetingState State { get; private init; }

    internal static MeetingStep Of(MeetingVerb verb, MeetingState state, Doer doer, string? reason) =>
        new(doer, reason) { Verb = verb, State = state };
}
