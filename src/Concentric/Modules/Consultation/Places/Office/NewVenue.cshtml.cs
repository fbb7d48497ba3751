using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>Opens a room, workstation, studio or contact point at a place.</summary>
[RequirePermission(PlacePermissions.Manage)]
public sealed class NewVenuePage(PlaceDesk desk, PlaceAccess access) : VenuePage(desk, access)
{
    public async Task<IActionResult> OnGetAsync(string slug, string kind, CancellationToken cancellation)
    {
        if (!await FindPlaceAsync(slug, kind, cancellation))
            return NotFound();
        Input.OpenedOn = Desk.Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string kind, CancellationToken cancellation)
    {
        if (!await FindPlaceAsync(slug, kind, cancellation))
            return NotFound();
        if (Place.WhyNotChange() is { } closed)
            Tell(closed);
        var details = await EnteredAsync(null, cancellation);
        if (!ModelState.IsValid)
            return Page();
        var venue = Desk.Open(Place, Kind, details);
        if (Kind == VenueKind.Workstation)
            await Access.HandOverAsync(Place, null, venue.MembershipId, cancellation);
        await Desk.Db.SaveChangesAsync(cancellation);
        Flash("Venue.Opened", venue.Name);
        return GoTo(PlacePath);
    }
}
