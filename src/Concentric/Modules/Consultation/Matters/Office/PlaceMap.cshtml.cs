using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>Matters under way by place: a drawing without tiles or third parties, and the same figures in a table.</summary>
[RequirePermission(MatterPermissions.Read)]
public sealed class PlaceMapPage(AppDb db, MatterField field, MatterDesk desk) : AppPage
{
    public IReadOnlyList<PlaceLoad> Rows { get; private set; } = [];
    public PlaceDrawing? Drawing { get; private set; }
    public int Open { get; private set; }
    public int Late { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var today = desk.Today;
        var open = MatterPhases.OpenStates;
        var counts = await (await field.MattersAsync(MatterPermissions.Read, cancellation))
            .Where(matter => open.Contains(matter.State))
            .GroupBy(matter => matter.PlaceId)
            .Select(group => new
            {
                group.Key,
                Count = group.Count(),
                Late = group.Count(matter => matter.DueOn < today),
            })
            .ToDictionaryAsync(row => row.Key, cancellation);
        var places = await db.Set<Place>()
            .AsNoTracking()
            .Select(place => new
            {
                place.Id,
                place.Name,
                place.Slug,
                place.Lineage,
                place.Latitude,
                place.Longitude,
            })
            .ToListAsync(cancellation);
        Rows =
        [
            .. places
                .Where(place => counts.ContainsKey(place.Id))
                .OrderByDescending(place => counts[place.Id].Late)
                .ThenByDescending(place => counts[place.Id].Count)
                .ThenBy(place => place.Lineage, StringComparer.Ordinal)
                .Select(place => new PlaceLoad(
                    place.Id,
                    place.Name,
                    place.Slug,
                    place.Lineage.Count(sign => sign == '/') - 1,
                    counts[place.Id].Count,
                    counts[place.Id].Late
                )
                {
                    Latitude = place.Latitude,
                    Longitude = place.Longitude,
                }),
        ];
        (Open, Late) = (Rows.Sum(row => row.Open), Rows.Sum(row => row.Late));
        Drawing = PlaceDrawing.Of(Rows);
        return Page();
    }
}
