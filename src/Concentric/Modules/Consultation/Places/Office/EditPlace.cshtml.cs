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
        await DrawAsync(Place.Lineage, Place, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
            return NotFound();
        if (Place.WhyNotChange() is { } closed)
            Tell(closed);
        var above = Place.ParentId is { } parent ? await Desk.PlaceOfAsync(parent, cancellation) : null;
        var details = await EnteredAsync(above, Place, cancellation);
        if (ModelState.IsValid)
        {
            Desk.Db.ExpectVersion(Place, Version);
            Desk.Db.Add(Place.Change(details, Desk.Doer));
            if (await SavedAsync(above, Place, cancellation))
            {
                Flash("Place.Saved", Place.Name);
                return GoTo($"/office/consultation/places/{slug}");
            }
        }

        await DrawAsync(Place.Lineage, Place, cancellation);
        return Page();
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellation)
    {
        Place = (await Desk.FindAsync(slug, cancellation))!;
        return Place is not null;
    }
}
