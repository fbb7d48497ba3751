using Concentric.Platform;

namespace Concentric.Modules.Meetings;

public sealed partial class Meeting
{
    /// <summary>Who is expected can change until the meeting ends; later somebody is added on the spot.</summary>
    public Refusal? WhyNotChangePeople() =>
        State is MeetingState.Cancelled ? new Refusal("MeetingCancelledAlready")
        : IsConfirmed ? new Refusal("MeetingConfirmedAlready")
        : null;

    public Refusal? WhyNotAddOnTheSpot(string? name) =>
        State is MeetingState.Cancelled ? new Refusal("MeetingCancelledAlready")
        : State is MeetingState.Draft or MeetingState.Approved or MeetingState.Postponed ? new Refusal("SheetNotOpen")
        : SheetPerson.WhyNotName(name);
}
