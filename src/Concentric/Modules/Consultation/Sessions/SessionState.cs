namespace Concentric.Modules.Consultation.Sessions;

/// <summary>How a session stands; each state was entered by a verb whose step names who and when.</summary>
public enum SessionState
{
    Planned,

    /// <summary>已公告: topic, time and who may come are known to everybody.</summary>
    Announced,
    InProgress,

    /// <summary>已结束: nothing is counted before its organiser confirms it.</summary>
    Ended,

    /// <summary>已确认: only now it tells facts.</summary>
    Confirmed,

    /// <summary>撤销: it will not be, or never was; with the reason, and never deleted.</summary>
    Withdrawn,
}

/// <summary>What was done to a session. The verbs that lead nowhere new leave a step as well.</summary>
public enum SessionVerb
{
    Plan,
    Change,

    /// <summary>改期、换地点: it was announced for another time, or elsewhere.</summary>
    Move,
    Announce,
    Begin,
    TakeUp,
    Conclude,
    ReadBack,
    Adjourn,
    End,
    EnterAfterwards,
    Confirm,
    Correct,
    Withdraw,
    DraftMinutes,
    EditMinutes,
    SignMinutes,
}

/// <summary>
/// 由谁组织: consultation of the committee and a village's own are different channels; a committee that leads the village's tills
/// others' land. So it is recorded who organised, beside what the members' part was.
/// </summary>
public enum SessionOrganiser
{
    /// <summary>政协</summary>
    Committee,

    /// <summary>村（社区）</summary>
    Village,

    /// <summary>部门</summary>
    Department,
}

/// <summary>As what somebody is present.</summary>
public enum PresentAs
{
    /// <summary>委员, by seat.</summary>
    Member,

    /// <summary>群众</summary>
    Resident,

    /// <summary>干部</summary>
    Cadre,

    /// <summary>领导</summary>
    Leader,

    /// <summary>专家</summary>
    Expert,

    /// <summary>利益相关方: those whom the matter concerns.</summary>
    Concerned,
}

/// <summary>Whether somebody who was expected came.</summary>
public enum Presence
{
    Expected,
    Present,
    Excused,
}

/// <summary>How a matter of the agenda stands. One matter at a time.</summary>
public enum AgendaState
{
    Waiting,
    Current,

    /// <summary>It came to a result that was read back.</summary>
    Concluded,

    /// <summary>续议: another session goes on with it.</summary>
    Adjourned,
}

/// <summary>What a point is.</summary>
public enum PointKind
{
    /// <summary>协商共识</summary>
    Agreement,

    /// <summary>DissentNote: who does not agree, and why. It stands in the minutes as it was said.</summary>
    Dissent,
}
