namespace Concentric.Modules.Appraisal.Cycle;

/// <summary>The stages of a year's appraisal, in their order. None is skipped.</summary>
public enum CycleState
{
    /// <summary>启动: the sheet is bound.</summary>
    Open,

    /// <summary>归集: the offices complete and confirm the year's records.</summary>
    Collecting,

    /// <summary>委员自查: each member may look at the own statement. Silence is neither consent nor a mark.</summary>
    SelfChecked,

    /// <summary>初核: the offices look at it.</summary>
    InitialReview,

    /// <summary>复核: the members' liaison looks at it; the meeting's decisions are recorded.</summary>
    Recheck,

    /// <summary>审定: results are frozen; from here on they change only by a recorded correction.</summary>
    Approved,

    /// <summary>公示: the outstanding members are named in public.</summary>
    Publicised,

    /// <summary>异议办结</summary>
    AppealsHandled,

    /// <summary>定等: nothing changes any more.</summary>
    Final,

    /// <summary>归档: the year is in the members' duty files.</summary>
    Filed,
}

/// <summary>What is done to a cycle.</summary>
public enum CycleVerb
{
    Begin,
    Collect,
    AskSelfCheck,
    Review,
    SubmitRecheck,

    /// <summary>复核完毕: stays in the recheck, and opens the way to the meeting.</summary>
    ConfirmRecheck,
    Approve,
    Publicise,
    FinishAppeals,
    Finalise,
    File,

    /// <summary>退回: one stage back, with a reason.</summary>
    Return,
}

/// <summary>Where the quota of the top grade stands.</summary>
public enum QuotaStanding
{
    /// <summary>The sheet has no quota.</summary>
    None,

    /// <summary>The meeting has not decided.</summary>
    Undecided,

    /// <summary>The meeting decided on others than those who reach the top grade now.</summary>
    Stale,
    Decided,
}

/// <summary>What a cycle must know of its surroundings to say why it may not move.</summary>
/// <param name="Today">In the committee's zone.</param>
/// <param name="AccountId">Who asks.</param>
public sealed record CycleOutlook(DateOnly Today, Guid AccountId)
{
    /// <summary>Records of the year that nobody has confirmed.</summary>
    public int Unconfirmed => UnconfirmedMeetings + UnconfirmedDuties;

    /// <summary>Meetings that took place and whose attendance nobody has confirmed.</summary>
    public int UnconfirmedMeetings { get; init; }

    /// <summary>Duties that a member told of or an office registered, and no second person has confirmed.</summary>
    public int UnconfirmedDuties { get; init; }

    /// <summary>Vetoes whose condition the facts meet and no meeting has decided.</summary>
    public int VetoesToDecide { get; init; }
    public QuotaStanding Quota { get; init; }
    public int OpenObjections { get; init; }

    /// <summary>Results that the ledger no longer supports and no correction explains.</summary>
    public int Differences { get; init; }
}
