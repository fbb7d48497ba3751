using Concentric.Platform;
using Concentric.Platform.Import;

namespace Concentric.Modules.Members.Import;

/// <summary>One import of a list of members.</summary>
public sealed class ImportRun : TableImport
{
    public MembershipLevel DefaultLevel { get; private set; } = MembershipLevel.County;
    public int DefaultTerm { get; private set; } = 1;
    public DateOnly DefaultStart { get; private set; }
    public bool LeaveOutKnown { get; private set; }
    public int NewPeople { get; private set; }
    public int NewSeats { get; private set; }

    /// <summary>Rows whose seat is registered already.</summary>
    public int Known { get; private set; }

    internal RowDefaults Defaults => new(DefaultLevel, DefaultTerm, DefaultStart);

    internal void Assume(RowDefaults defaults, bool leaveOutKnown)
    {
        DefaultLevel = defaults.Level;
        DefaultTerm = defaults.Term;
        DefaultStart = defaults.StartsOn;
        LeaveOutKnown = leaveOutKnown;
    }

    public override Refusal? WhyNotMean(IReadOnlyList<string> meanings) =>
        meanings.Contains("name", StringComparer.Ordinal) ? null : new Refusal("ImportNeedsName");

    protected override Refusal? WhyNothing() => NewSeats == 0 ? new Refusal("ImportAddsNothing") : null;

    internal void Found(ImportPlan plan, DateTimeOffset now)
    {
        NewPeople = plan.NewPeople;
        NewSeats = plan.NewSeats;
        Known = plan.Known;
        Found(plan.Rows, plan.Problems, now);
    }
}
