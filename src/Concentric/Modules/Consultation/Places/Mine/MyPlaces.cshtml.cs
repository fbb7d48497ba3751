using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Mine;

/// <summary>One posting of the member who is signed in.</summary>
public sealed record OwnPosting(
    string Place,
    string PlaceSlug,
    DeploymentRole Role,
    DateOnly From,
    DateOnly? Until,
    string? Basis,
    string? Room,
    string? Meets,
    IReadOnlyList<string> Colleagues
);

/// <summary>Where I am posted: now first, then where I was. What was withdrawn as entered wrongly is left out.</summary>
[RequireSignIn]
public sealed class MyPlacesPage(AppDb db, CurrentActor actor) : AppPage
{
    private const int Most = 30;
    private const int MostColleagues = 12;

    public IReadOnlyList<OwnPosting> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (actor.PersonId is not { } person)
            return Page();
        var own = await (
            from row in db.Set<Deployment>()
            join place in db.Set<Place>() on row.PlaceId equals place.Id
            where row.PersonId == person && row.State != DeploymentState.Withdrawn
            orderby row.Until == null ? 0 : 1, row.From descending
            select new { Row = row, Place = place }
        )
            .AsNoTracking()
            .Take(Most)
            .ToListAsync(cancellation);
        var ids = own.Where(one => one.Row.Until == null).Select(one => one.Place.Id).Distinct().ToList();
        var rooms = (
            await db.Set<ConsultationRoom>()
                .AsNoTracking()
                .Where(room => ids.Contains(room.PlaceId) && room.ClosedOn == null)
                .OrderBy(room => room.OpenedOn)
                .ToListAsync(cancellation)
        ).ToLookup(room => room.PlaceId);
        var others = (
            await db.Set<Deployment>()
                .Where(row => ids.Contains(row.PlaceId) && row.State == DeploymentState.Standing && row.PersonId != person)
                .OrderBy(row => row.MemberName)
                .Select(row => new { row.PlaceId, row.MemberName })
                .ToListAsync(cancellation)
        ).ToLookup(row => row.PlaceId, row => row.MemberName);
        Rows = own.ConvertAll(one => new OwnPosting(
            one.Place.Name,
            one.Place.Slug,
            one.Row.Role,
            one.Row.From,
            one.Row.Until,
            one.Row.Basis,
            rooms[one.Place.Id].FirstOrDefault()?.Name,
            rooms[one.Place.Id].FirstOrDefault()?.Meets,
            [.. others[one.Place.Id].Take(MostColleagues)]
        ));
        return Page();
    }
}
