using Concentric.Platform;
using Concentric.Platform.Import;

namespace Concentric.Modules.Appraisal.Duties.Import;

/// <summary>One import of past duties; its records are confirmed by a second person in one act.</summary>
public sealed class DutyImport : TableImport
{
    private static readonly string[] Needed = ["name", "kind", "title", "occurredOn"];

    /// <summary>Who records rows that do not say it.</summary>
    public string DefaultOffice { get; private set; } = "";

    /// <summary>Rows that are registered already are left out instead of being told as problems.</summary>
    public bool LeaveOutKnown { get; private set; }

    /// <summary>Records that the rows make.</summary>
    public int Records { get; private set; }

    /// <summary>Rows that are registered already.</summary>
    public int Known { get; private set; }

    internal void Assume(string office, bool leaveOutKnown) => (DefaultOffice, LeaveOutKnown) = (office, leaveOutKnown);

    public override Refusal? WhyNotMean(IReadOnlyList<string> meanings) =>
        Needed.Any(column => !meanings.Contains(column, StringComparer.Ordinal)) ? new Refusal("DutyImportNeeds") : null;

    protected override Refusal? WhyNothing() => Records == 0 ? new Refusal("DutyImportAddsNothing") : null;

    internal void Found(DutyPlan plan, DateTimeOffset now)
    {
        (Records, Known) = (plan.Records.Count, plan.Known);
        Found(plan.Rows, plan.Problems, now);
    }
}
