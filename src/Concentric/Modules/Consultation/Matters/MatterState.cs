namespace Concentric.Modules.Consultation.Matters;

/// <summary>
/// Where a matter (协商事项) stands. Each state was entered by a verb whose step names who and when; <see cref="MatterMoves"/> lists every
/// way there is.
/// </summary>
public enum MatterState
{
    /// <summary>已征集: it came in and waits to be screened.</summary>
    Collected,

    /// <summary>不予受理, with the reason told to the submitter.</summary>
    Rejected,

    /// <summary>并入 another matter.</summary>
    Merged,

    /// <summary>转办: passed on to the hotline, to petitions, to a proposal or to an opinion item.</summary>
    Transferred,

    /// <summary>撤回: taken back by its submitter, or entered by mistake. Never deleted.</summary>
    Withdrawn,

    /// <summary>已受理: it waits for the approval of the chair or the Party committee.</summary>
    Accepted,

    /// <summary>已审定</summary>
    Approved,

    /// <summary>已列入安排: when and where is planned.</summary>
    Scheduled,

    /// <summary>调研中</summary>
    Researching,

    /// <summary>已公告: topic, time and who may come are known.</summary>
    Announced,

    /// <summary>协商中</summary>
    InSession,

    /// <summary>已形成结果: see <see cref="MatterConclusion"/>.</summary>
    Concluded,

    /// <summary>纪要起草</summary>
    ResultDrafted,

    /// <summary>纪要签发</summary>
    ResultSigned,

    /// <summary>已报送 to the Party committee, the government or the village committee.</summary>
    Submitted,

    /// <summary>已交办: handed to handling units with their days.</summary>
    Assigned,

    /// <summary>办理中: the lead unit has taken it.</summary>
    InProgress,

    /// <summary>已答复</summary>
    Replied,

    /// <summary>征求反馈: the submitter and those who took part are asked.</summary>
    FeedbackSought,

    /// <summary>已反馈: see <see cref="SatisfactionMark"/>.</summary>
    FeedbackGiven,

    /// <summary>办结: see <see cref="MatterOutcome"/>.</summary>
    Closed,

    /// <summary>已回访</summary>
    Revisited,
}

/// <summary>What was done to a matter. The verbs that lead nowhere new leave a step as well.</summary>
public enum MatterVerb
{
    Collect,
    Accept,
    Reject,
    Merge,
    Transfer,
    Withdraw,
    TakeUpAgain,
    Approve,
    Schedule,
    Research,
    Announce,
    BeginSession,
    Conclude,
    TakeBack,
    DraftMinutes,
    SignMinutes,
    Submit,
    Assign,
    AddHandler,
    SettleReturn,
    Receive,
    Return,
    AskExtension,
    GrantExtension,
    RefuseExtension,
    ReportProgress,
    Reply,
    SeekFeedback,
    GiveFeedback,
    SettleFeedback,
    Rework,
    Close,
    Reopen,
    Revisit,
    AddWords,
    Clear,
    Conceal,
}

/// <summary>议题来源 (TopicSource): from whom a matter came.</summary>
public enum MatterSource
{
    /// <summary>群众征题</summary>
    Public,

    /// <summary>委员荐题</summary>
    Member,

    /// <summary>领导点题</summary>
    Leader,

    /// <summary>部门商题</summary>
    Department,

    /// <summary>提案</summary>
    Proposal,

    /// <summary>社情民意信息</summary>
    OpinionItem,
}

/// <summary>By which way a matter came in.</summary>
public enum IntakeChannel
{
    Web,
    Desk,
    Phone,
    Session,
    Import,
    Open311,
}

/// <summary>协商结果: how far those who talked agreed.</summary>
public enum MatterConclusion
{
    Agreed,
    PartlyAgreed,
    NotAgreed,
}

/// <summary>满意度 (SatisfactionMark)</summary>
public enum SatisfactionMark
{
    Satisfied,
    BasicallySatisfied,
    NotSatisfied,
}

/// <summary>
/// 办结结果 (MatterOutcome). Only <see cref="Solved"/> counts among the solved matters, and it is refused without an agreed result, a
/// reply, feedback that is not negative, and proof.
/// </summary>
public enum MatterOutcome
{
    /// <summary>协商解决</summary>
    Solved,

    /// <summary>部分解决</summary>
    PartlySolved,

    /// <summary>列入计划</summary>
    ListedInPlan,

    /// <summary>解释说明</summary>
    ExplainedOnly,
}
