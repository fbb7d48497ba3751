using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Cycle;

/// <summary>One move of a cycle: from where to where, who may make it, and the working days that the sheet gives what follows.</summary>
public sealed record CycleMove(
    CycleVerb Verb,
    CycleState From,
    CycleState To,
    string Permission,
    Func<CycleRules, int>? Days = null
)
{
    /// <summary>Whether whoever makes it may name the day until which the next stage is to be done: the sheet fixes none.</summary>
    public bool AsksDay => To is CycleState.Collecting or CycleState.InitialReview or CycleState.Recheck && From != To;
}

/// <summary>Every move that there is; what is not listed cannot happen.</summary>
public static class CycleMoves
{
    /// <summary>Forward, in the order of the stages.</summary>
    public static IReadOnlyList<CycleMove> Forward { get; } =
    [
        new(CycleVerb.Collect, CycleState.Open, CycleState.Collecting, AppraisalPermissions.MoveCycle),
        new(
            CycleVerb.AskSelfCheck,
            CycleState.Collecting,
            CycleState.SelfChecked,
            AppraisalPermissions.MoveCycle,
            rules => rules.SelfCheckDays
        ),
        new(CycleVerb.Review, CycleState.SelfChecked, CycleState.InitialReview, AppraisalPermissions.MoveCycle),
        new(CycleVerb.SubmitRecheck, CycleState.InitialReview, CycleState.Recheck, AppraisalPermissions.MoveCycle),
        new(CycleVerb.ConfirmRecheck, CycleState.Recheck, CycleState.Recheck, AppraisalPermissions.RecheckCycle),
        new(CycleVerb.Approve, CycleState.Recheck, CycleState.Approved, AppraisalPermissions.DecideCycle),
        new(
            CycleVerb.Publicise,
            CycleState.Approved,
            CycleState.Publicised,
            AppraisalPermissions.RecheckCycle,
            rules => rules.PublicityDays
        ),
        new(CycleVerb.FinishAppeals, CycleState.Publicised, CycleState.AppealsHandled, AppraisalPermissions.RecheckCycle),
        new(CycleVerb.Finalise, CycleState.AppealsHandled, CycleState.Final, AppraisalPermissions.DecideCycle),
        new(CycleVerb.File, CycleState.Final, CycleState.Filed, AppraisalPermissions.MoveCycle),
    ];

    /// <summary>One stage back, where an office needs it.</summary>
    public static IReadOnlyList<CycleMove> Back { get; } =
    [
        new(CycleVerb.Return, CycleState.InitialReview, CycleState.Collecting, AppraisalPermissions.MoveCycle),
        new(CycleVerb.Return, CycleState.Recheck, CycleState.InitialReview, AppraisalPermissions.RecheckCycle),
    ];

    /// <summary>The states in which results are frozen.</summary>
    public static IReadOnlyList<CycleState> Frozen { get; } =
    [CycleState.Approved, CycleState.Publicised, CycleState.AppealsHandled, CycleState.Final, CycleState.Filed];

    /// <summary>The move that a verb makes from a state; null when it makes none.</summary>
    public static CycleMove? Find(CycleVerb verb, CycleState from) =>
        Forward.Concat(Back).FirstOrDefault(move => move.Verb == verb && move.From == from);
}
