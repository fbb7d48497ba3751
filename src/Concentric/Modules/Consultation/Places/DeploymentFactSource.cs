using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Places;

/// <summary>Says which place a fact of a deployment tells of.</summary>
internal sealed class DeploymentFactSource(AppDb db, OfficeList offices, IStringLocalizer<ConsultationTexts> text) : IFactSource
{
    public string SourceType => Deployment.SourceType;

    public string? CategoryTitle(string category) =>
        category switch
        {
            DeploymentFacts.Head => text["Place.Role.Head"].Value,
            DeploymentFacts.Member => text["Place.Role.Member"].Value,
            _ => null,
        };

    public async Task<IReadOnlyDictionary<Guid, FactSourceLink>> DescribeAsync(IReadOnlyCollection<Guid> sourceIds)
    {
        var rows = await (
            from deployment in db.Set<Deployment>()
            join place in db.Set<Place>() on deployment.PlaceId equals place.Id
            where sourceIds.Contains(deployment.Id)
            select new
            {
                deployment.Id,
                deployment.Office,
                place.Name,
                place.Slug,
            }
        ).ToListAsync();
        return rows.ToDictionary(
            row => row.Id,
            row => new FactSourceLink(
                text["Place.DeployedTo", row.Name],
                $"~/places/{row.Slug}",
                $"~/office/consultation/deployments/{row.Id}"
            )
            {
                Organiser = offices.TitleOf(row.Office),
                OrganiserId = row.Office,
                OwnPath = "~/my/places",
            }
        );
    }
}
