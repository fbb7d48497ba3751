using Concentric.Platform.Identity;
using Concentric.Platform.Messages;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>A sheet of A4 to hang up at a place: its code opens the form for a matter of that place.</summary>
[RequirePermission(PlacePermissions.Read)]
public sealed class PosterPage(PlaceDesk desk, CurrentCommittee committee, MailServer mail) : AppPage
{
    public Place Place { get; private set; } = null!;
    public PlaceVenue? Venue { get; private set; }
    public string Address { get; private set; } = "";
    public string QrSvg { get; private set; } = "";
    public string Room => Venue?.Name ?? Place.Name;
    public string Brand => committee.Value.Brand.Consultation;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { IsOpen: true } place)
            return NotFound();
        Place = place;
        Venue = (await desk.VenuesAsync(place.Id, cancellation)).FirstOrDefault(venue =>
            venue is { Kind: VenueKind.Room, IsOpen: true }
        );
        // Paper outlives a day's address: where the settings tell the public one, that is printed.
        var site = mail.Site ?? $"{Request.Scheme}://{Request.Host}{Request.PathBase}";
        Address = $"{site}/matters/new?place={place.Slug}";
        QrSvg = QrPicture.SvgOf(Address);
        return Page();
    }
}
