using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>Says what a matter's facts tell of, so that a number opens down to the matter.</summary>
internal sealed class MatterFactSource(AppDb db) : IFactSource
{
    public string SourceType => Matter.SourceType;

    /// <summary>A matter that is not cleared for the public goes by its number alone.</summary>
    public async Task<IReadOnlyDictionary<Guid, FactSourceLink>> DescribeAsync(IReadOnlyCollection<Guid> sourceIds)
    {
        var rows = await (
            from matter in db.Set<Matter>()
            join place in db.Set<Place>() on matter.PlaceId equals place.Id
            where sourceIds.Contains(matter.Id)
            select new
            {
                matter.Id,
                matter.PublicTitle,
                matter.IsPublic,
                matter.NumberYear,
                matter.Number,
                Place = place.Name,
            }
        ).ToListAsync();
        return rows.ToDictionary(
            row => row.Id,
            row => new FactSourceLink(
                row.IsPublic ? row.PublicTitle! : MatterNumber.Of(row.NumberYear, row.Number) ?? "",
                row.IsPublic ? $"~/matters/{row.Id}" : null,
                $"~/office/consultation/matters/{row.Id}"
            )
            {
                Place = row.Place,
            }
        );
    }
}
