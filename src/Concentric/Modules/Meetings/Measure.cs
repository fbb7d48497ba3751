using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Meetings;

/// <summary>贯彻措施: what a meeting decided to do, who does it and until when. It is closed by telling what came of it.</summary>
public sealed class Measure : CommitteeEntity
{
    public const int LongestText = 500;

    private Measure() { }

    public Guid MeetingId { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>责任单位 or 责任人.</summary>
    public string Owner { get; private set; } = "";
    public DateOnly DueOn { get; private set; }
    public DateTimeOffset AssignedAt { get; private set; }
    public string AssignedByName { get; private set; } = "";
    public DateTimeOffset? DoneAt { get; private set; }
    public string? DoneByName { get; private set; }

    /// <summary>落实情况: what came of it.</summary>
    public string? Result { get; private set; }

    public bool IsOverdue(DateOnly today) => DoneAt is null && DueOn < today;

    /// <summary>What is wrong with what was entered, each beside its field.</summary>
    public static IEnumerable<Refusal> Faults(Meeting meeting, string? text, string? owner, DateOnly? dueOn)
    {
        if (meeting.State is MeetingState.Draft or MeetingState.Approved or MeetingState.Postponed or MeetingState.Cancelled)
            yield return new Refusal("MeasureBeforeMeeting");
        if (string.IsNullOrWhiteSpace(text))
            yield return new Refusal("MeasureTextMissing").At("Text");
        if (text?.Length > LongestText)
            yield return new Refusal("MeasureTextTooLong", LongestText).At("Text");
        if (string.IsNullOrWhiteSpace(owner))
            yield return new Refusal("MeasureOwnerMissing").At("Owner");
        if (owner?.Length > MeetingDetails.LongestName)
            yield return new Refusal("MeetingNameTooLong", MeetingDetails.LongestName).At("Owner");
        if (dueOn is null)
            yield return new Refusal("MeasureDueMissing").At("DueOn");
        if (dueOn < meeting.HeldOn)
            yield return new Refusal("MeasureDueBeforeMeeting").At("DueOn");
    }

    /// <exception cref="RefusedException">What was entered is not in order; see <see cref="Faults"/>.</exception>
    public static Measure Assign(Meeting meeting, string? text, string? owner, DateOnly? dueOn, Doer doer)
    {
        RefusedException.ThrowIf(Faults(meeting, text, owner, dueOn).FirstOrDefault());
        return new Measure
        {
            MeetingId = meeting.Id,
            Text = text!.Trim(),
            Owner = owner!.Trim(),
            DueOn = dueOn!.Value,
            AssignedAt = doer.Now,
            AssignedByName = doer.Name,
        };
    }

    public Refusal? WhyNotFinish(string? result) =>
        DoneAt is not null ? new Refusal("MeasureDoneAlready", DoneByName ?? "")
        : string.IsNullOrWhiteSpace(result) ? new Refusal("MeasureResultMissing").At("Result")
        : result.Length > LongestText ? new Refusal("MeasureTextTooLong", LongestText).At("Result")
        : null;

    public void Finish(string? result, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotFinish(result));
        Result = result!.Trim();
        DoneAt = doer.Now;
        DoneByName = doer.Name;
    }
}
