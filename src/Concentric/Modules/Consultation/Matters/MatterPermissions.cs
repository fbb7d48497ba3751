namespace Concentric.Modules.Consultation.Matters;

/// <summary>
/// What may be done with matters. A role held for a place opens the matters of the place and of those below it; one held for a handling
/// unit, what was handed to the unit.
/// </summary>
public static class MatterPermissions
{
    public const string Read = "consultation.matters.read";

    /// <summary>Enter a matter for somebody at the desk or on the phone.</summary>
    public const string Enter = "consultation.matters.enter";

    /// <summary>Accept, reject, merge, pass on and withdraw.</summary>
    public const string Screen = "consultation.matters.screen";

    /// <summary>审定</summary>
    public const string Approve = "consultation.matters.approve";

    /// <summary>Plan, note research, announce.</summary>
    public const string Schedule = "consultation.matters.schedule";

    /// <summary>Clear a matter's words for the public, and take that back.</summary>
    public const string Clear = "consultation.matters.clear";

    /// <summary>Hand on to handling units; grant more time; ask for rework.</summary>
    public const string Assign = "consultation.matters.assign";

    /// <summary>Take, return, report on and reply to what the own unit was handed.</summary>
    public const string Handle = "consultation.matters.handle";

    /// <summary>Ask for feedback, close, reopen, revisit.</summary>
    public const string Close = "consultation.matters.close";

    /// <summary>See who sent a matter and how to reach them; each look is kept.</summary>
    public const string ReadSubmitters = "consultation.submitters.read";

    /// <summary>Take matters in from a sheet.</summary>
    public const string Import = "consultation.matters.import";

    /// <summary>Prepare and hold sessions, and record what they concluded.</summary>
    public const string HoldSessions = "consultation.sessions.hold";

    /// <summary>签发纪要</summary>
    public const string SignMinutes = "consultation.minutes.sign";

    public static IReadOnlyList<string> All { get; } =
    [Read, Enter, Screen, Approve, Schedule, Clear, Assign, Handle, Close, ReadSubmitters, Import, HoldSessions, SignMinutes];
}
