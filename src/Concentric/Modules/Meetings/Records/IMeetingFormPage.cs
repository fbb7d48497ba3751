namespace Concentric.Modules.Meetings.Records;

/// <summary>A page with the form of a meeting: a new one, or one that is there.</summary>
public interface IMeetingFormPage
{
    MeetingForm Input { get; }
    MeetingKinds Kinds { get; }
}
