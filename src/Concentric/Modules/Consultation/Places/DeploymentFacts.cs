using Concentric.Modules.Members;
using Concentric.Platform.Ledger;
using Concentric.Rules.Facts;

namespace Concentric.Modules.Consultation.Places;

/// <summary>The one fact that a deployment tells.</summary>
internal static class DeploymentFacts
{
    internal const string MemberDeployed = "consultation.member-deployed";

    /// <summary>Categories: what the member is there.</summary>
    internal const string Head = "head";
    internal const string Member = "member";

    /// <summary>The level of the seat: province, city or county.</summary>
    internal const string Level = "level";

    internal static NewFact Of(Deployment deployment, Place place, MembershipLevel level) =>
        new()
        {
            Kind = MemberDeployed,
            Category = deployment.Role == DeploymentRole.Head ? Head : Member,
            OccurredOn = deployment.From,
            SubjectId = deployment.MembershipId,
            Place = place.Name,
            Unit = UnitOfCount.Persons,
            Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { [Level] = level.ToString().ToLowerInvariant() },
            SourceType = Deployment.SourceType,
            SourceId = deployment.Id,
            Basis = deployment.Basis,
        };
}
