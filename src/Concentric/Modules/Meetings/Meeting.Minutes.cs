using Concentric.Platform;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Meetings;

public sealed partial class Meeting
{
    public const int LongestMinutes = 40_000;

    /// <summary>会议纪要: plain text, paragraphs by lines.</summary>
    public string? Minutes { get; private set; }
    public DateTimeOffset? MinutesSignedAt { get; private set; }
    public Guid? MinutesSignedBy { get; private set; }
    public string? MinutesSignedByName { get; private set; }

    public Refusal? WhyNotDraftMinutes() =>
        State is MeetingState.Draft or MeetingState.Approved or MeetingState.Postponed or MeetingState.Cancelled
            ? new Refusal("MinutesBeforeMeeting")
        : MinutesSignedAt is not null ? new Refusal("MinutesSignedAlready")
        : null;

    public Refusal? WhyNotMinutesText(string? text) =>
        text?.Length > LongestMinutes ? new Refusal("MinutesTooLong", LongestMinutes).At("Text") : null;

    public void DraftMinutes(string? text, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotDraftMinutes() ?? WhyNotMinutesText(text));
        var isFirst = Minutes is null;
        Minutes = Filled(text);
        if (isFirst && Minutes is not null)
            Steps.Add(MeetingStep.Of(MeetingVerb.DraftMinutes, State, doer, reason: null));
    }

    public Refusal? WhyNotSignMinutes() =>
        MinutesSignedAt is not null ? new Refusal("MinutesSignedAlready")
        : Minutes is null ? new Refusal("MinutesEmpty")
        : State is MeetingState.Ended or MeetingState.AttendanceConfirmed ? null
        : new Refusal("MinutesSignAfterEnd");

    /// <summary>After signing, the minutes do not change.</summary>
    public void SignMinutes(Doer doer)
    {
        RefusedException.ThrowIf(WhyNotSignMinutes());
        MinutesSignedAt = doer.Now;
        MinutesSignedBy = doer.AccountId;
        MinutesSignedByName = doer.Name;
        Steps.Add(MeetingStep.Of(MeetingVerb.SignMinutes, State, doer, reason: null));
    }
}
