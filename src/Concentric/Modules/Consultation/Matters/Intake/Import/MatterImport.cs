using Concentric.Platform;
using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Matters.Intake.Import;

/// <summary>One import of a ledger of matters.</summary>
public sealed class MatterImport : TableImport
{
    private static readonly string[] Needed = ["day", "place", "title"];

    /// <summary>Rows that were taken in before are left out instead of being told as problems.</summary>
    public bool LeaveOutKnown { get; private set; }

    /// <summary>Matters that the rows make.</summary>
    public int Matters { get; private set; }

    /// <summary>Rows that were taken in before.</summary>
    public int Known { get; private set; }

    internal void Assume(bool leaveOutKnown) => LeaveOutKnown = leaveOutKnown;

    public override Refusal? WhyNotMean(IReadOnlyList<string> meanings) =>
        Needed.Any(column => !meanings.Contains(column, StringComparer.Ordinal)) ? new Refusal("MatterImportNeeds") : null;

    protected override Refusal? WhyNothing() => Matters == 0 ? new Refusal("MatterImportAddsNothing") : null;

    internal void Found(MatterPlan plan, DateTimeOffset now)
    {
        (Matters, Known) = (plan.Matters.Count, plan.Known);
        Found(plan.Rows, plan.Problems, now);
    }
}
