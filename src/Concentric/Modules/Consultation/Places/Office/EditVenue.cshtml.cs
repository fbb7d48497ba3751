using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>One venue in the office: change it, name another head, close it.</summary>
[RequirePermission(PlacePermissions.Read)]
public sealed class EditVenuePage(PlaceDesk desk, PlaceAccess access) : VenuePage(desk, access), IEndingPage
{
    [BindProperty]
    public EndingFields End { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public PlaceVenue Venue { get; private set; } = null!;
    public IReadOnlyList<PlaceStep> Steps { get; private set; } = [];
    public IReadOnlyList<HeldAccount> Holders { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, string kind, Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, kind, id, cancellation))
            return NotFound();
        (Input, Version, End.Day) = (VenueFields.Of(Venue), Venue.Version, Desk.Today);
        return Page();
    }

    public async Task<IActionResult> OnPostChangeAsync(string slug, string kind, Guid id, CancellationToken cancellation)
    {
        if (!Desk.Actor.Can(PlacePermissions.Manage) || !await LoadAsync(slug, kind, id, cancellation))
            return NotFound();
        if (Venue.WhyNotChange() is { } closed)
            Tell(closed);
        var details = await EnteredAsync(Venue, cancellation);
        if (!ModelState.IsValid)
            return Page();
        var earlier = Venue.MembershipId;
        Desk.Db.ExpectVersion(Venue, Version);
        Desk.Db.Add(Venue.Change(details, Desk.Today, Desk.Doer));
        if (Kind == VenueKind.Workstation)
            await Access.HandOverAsync(Place, earlier, Venue.MembershipId, cancellation);
        await Desk.Db.SaveChangesAsync(cancellation);
        Flash("Venue.Saved", Venue.Name);
        return GoTo($"{PlacePath}/venues/{kind}/{id}");
    }

    public async Task<IActionResult> OnPostCloseAsync(string slug, string kind, Guid id, CancellationToken cancellation)
    {
        if (!Desk.Actor.Can(PlacePermissions.Manage) || !await LoadAsync(slug, kind, id, cancellation))
            return NotFound();
        if (Venue.WhyNotClose() is { } closed)
            Tell(closed);
        if (End.Ending.Fault(Venue.OpenedOn, Desk.Today) is { } fault)
            Tell(fault.At("End." + fault.Field));
        if (!ModelState.IsValid)
        {
            Input = VenueFields.Of(Venue);
            return Page();
        }

        Desk.Db.Add(Venue.Close(End.Ending, Desk.Today, Desk.Doer));
        if (Kind == VenueKind.Workstation)
            await Access.HandOverAsync(Place, Venue.MembershipId, null, cancellation);
        await Desk.Db.SaveChangesAsync(cancellation);
        Flash("Venue.WasClosed", Venue.Name);
        return GoTo(PlacePath);
    }

    private async Task<bool> LoadAsync(string slug, string kind, Guid id, CancellationToken cancellation)
    {
        if (
            !await FindPlaceAsync(slug, kind, cancellation)
            || await Desk.FindVenueAsync(Place.Id, Kind, id, cancellation) is not { } venue
        )
            return false;
        Venue = venue;
        Steps = await Desk.StepsAsync([id], cancellation);
        if (Kind == VenueKind.Workstation)
            Holders = await Access.HoldersAsync(PlaceAccess.HeadRole, slug, cancellation);
        return true;
    }
}
