using Concentric.Platform;
using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>One import of deployed members.</summary>
public sealed class DeploymentImport : TableImport
{
    /// <summary>Who deploys and records, by its id in <c>data/offices.yaml</c>.</summary>
    public string DefaultOffice { get; private set; } = "";

    /// <summary>The first day of rows that do not say it, in the committee's zone.</summary>
    public DateOnly? DefaultFrom { get; private set; }

    /// <summary>The paper that rows rest on which do not name one.</summary>
    public string? DefaultBasis { get; private set; }

    /// <summary>Deployments that the rows make.</summary>
    public int Deployments { get; private set; }

    /// <summary>Places that they bring members to.</summary>
    public int PlacesReached { get; private set; }

    /// <summary>Rows that are recorded already; they are left out.</summary>
    public int Known { get; private set; }

    /// <summary>Rows whose member stands at another place as well, which is allowed but often a mistake.</summary>
    public int Elsewhere { get; private set; }

    internal void Assume(string office, DateOnly? from, string? basis) =>
        (DefaultOffice, DefaultFrom, DefaultBasis) = (office, from, Blank.ToNull(basis));

    public override Refusal? WhyNotMean(IReadOnlyList<string> meanings) =>
        meanings.Contains("name", StringComparer.Ordinal)
        && (meanings.Contains("place", StringComparer.Ordinal) || meanings.Contains("above", StringComparer.Ordinal))
            ? null
            : new Refusal("DeploymentImportNeeds");

    protected override Refusal? WhyNothing() => Deployments == 0 ? new Refusal("DeploymentImportAddsNothing") : null;

    internal void Found(DeploymentPlan plan, DateTimeOffset now)
    {
        (Deployments, Known, Elsewhere) = (plan.Rows.Count, plan.Known, plan.Elsewhere);
        PlacesReached = plan.Rows.Select(row => row.PlaceId).Distinct().Count();
        Found(plan.Read, plan.Problems, now);
    }
}
