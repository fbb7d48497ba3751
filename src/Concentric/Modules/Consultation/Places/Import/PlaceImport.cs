using Concentric.Platform;
using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>One import of places.</summary>
public sealed class PlaceImport : TableImport
{
    /// <summary>Places that the rows found.</summary>
    public int Founded { get; private set; }

    /// <summary>Rows whose place is there already; they are left out.</summary>
    public int Known { get; private set; }

    public override Refusal? WhyNotMean(IReadOnlyList<string> meanings) =>
        meanings.Contains("name", StringComparer.Ordinal) ? null : new Refusal("PlaceImportNeeds");

    protected override Refusal? WhyNothing() => Founded == 0 ? new Refusal("PlaceImportAddsNothing") : null;

    internal void Found(PlacePlan plan, DateTimeOffset now)
    {
        (Founded, Known) = (plan.Places.Count, plan.Known);
        Found(plan.Rows, plan.Problems, now);
    }
}
