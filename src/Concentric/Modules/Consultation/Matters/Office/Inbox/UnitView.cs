using Concentric.Platform;

namespace Concentric.Modules.Consultation.Matters.Office.Inbox;

/// <summary>What a handling unit sees of a matter that it was handed.</summary>
public static class UnitView
{
    /// <summary>The steps that are between the office and its units; nothing that the submitter said is among them.</summary>
    private static readonly MatterVerb[] Shown =
    [
        MatterVerb.Assign,
        MatterVerb.AddHandler,
        MatterVerb.SettleReturn,
        MatterVerb.Receive,
        MatterVerb.Return,
        MatterVerb.AskExtension,
        MatterVerb.GrantExtension,
        MatterVerb.RefuseExtension,
        MatterVerb.ReportProgress,
        MatterVerb.Reply,
        MatterVerb.Rework,
        MatterVerb.Close,
        MatterVerb.Reopen,
    ];

    public static IEnumerable<MatterStep> Steps(Matter matter) =>
        matter.Steps.Where(step => Shown.Contains(step.Verb) && step.AccountId != Guid.Empty);

    /// <summary>The unit's own assignment: of the present round, or the last that it had.</summary>
    public static MatterAssignment? Own(Matter matter, FieldScope scope) =>
        matter
            .Assignments.Where(row => scope.IsWhole || scope.Units.Contains(row.HandlingUnitId))
            .OrderByDescending(row => row.Round)
            .ThenByDescending(row => row.IsOpen)
            .ThenByDescending(row => row.AssignedAt)
            .FirstOrDefault();

    /// <summary>Why the unit cannot do something with its assignment now.</summary>
    public static Refusal? WhyNot(Matter matter, MatterAssignment own, MatterVerb verb, MatterAct act) =>
        matter.WhyNotMove(verb)
        ?? verb switch
        {
            MatterVerb.Receive => matter.WhyNotReceive(own),
            MatterVerb.Return => matter.WhyNotReturn(own),
            MatterVerb.AskExtension => matter.WhyNotAskExtension(own, act.Deadlines),
            MatterVerb.Reply => matter.WhyNotReply(own, act.Today),
            _ => matter.WhyNotWorkReceived(own),
        };
}
