namespace Concentric.Modules.Meetings;

/// <summary>What may be done with meetings in the office. A member's own answers need no permission but the sign-in.</summary>
public static class MeetingsPermissions
{
    public const string View = "meetings.view";

    /// <summary>Draft, change, publish, carry through.</summary>
    public const string Prepare = "meetings.prepare";
    public const string Approve = "meetings.approve";
    public const string TakeAttendance = "meetings.attendance.take";
    public const string ConfirmAttendance = "meetings.attendance.confirm";
    public const string DecideLeave = "meetings.leave.decide";
    public const string SignMinutes = "meetings.minutes.sign";

    public static IReadOnlyList<string> All { get; } =
    [View, Prepare, Approve, TakeAttendance, ConfirmAttendance, DecideLeave, SignMinutes];
}
