using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>Renames a place, changes its kind, address or position. Where it hangs in the tree and its short address stay.</summary>
[RequirePermission(PlacePermissions.Manage)]
public sealed class EditPlacePage(PlaceDesk desk) : PlaceFormPage(desk)
{
    [BindProperty]
    public int Version { get; set; }

    public Place Place { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
            return NotFound();
        (Input, Version) = (PlaceFields.Of(Place), Place.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
            return NotFound();
        if (Place.WhyNotChange() is { } closed)
            Tell(closed);
        var details = Entered();
        if (!ModelState.IsValid)
            return Page();
        Desk.Db.ExpectVersion(Place, Version);
        Desk.Db.Add(Place.Change(details, Desk.Doer));
        await Desk.Db.SaveChangesAsync(cancellation);
        Flash("Place.Saved", Place.Name);
        return GoTo($"/office/consultation/places/{slug}");
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellation)
    {
        Place = (await Desk.FindAsync(slug, cancellation))!;
        return Place is not null;
    }
}
