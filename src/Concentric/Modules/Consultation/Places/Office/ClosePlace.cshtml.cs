using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>Closes a place on which nothing hangs any more. Its pages and records stay.</summary>
[RequirePermission(PlacePermissions.Manage)]
public sealed class ClosePlacePage(PlaceDesk desk) : AppPage, IEndingPage
{
    [BindProperty]
    public EndingFields End { get; set; } = new();

    public Place Place { get; private set; } = null!;
    public Refusal? WhyNot { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await LoadAsync(slug, cancellation) is null)
            return NotFound();
        End.Day = desk.Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (await LoadAsync(slug, cancellation) is not { } use)
            return NotFound();
        if (WhyNot is { } refusal)
            Tell(refusal);
        if (End.Ending.Fault(null, desk.Today) is { } fault)
            Tell(fault.At("End." + fault.Field));
        if (!ModelState.IsValid)
            return Page();
        desk.Db.Add(Place.Close(use, End.Ending, desk.Today, desk.Doer));
        await desk.Db.SaveChangesAsync(cancellation);
        Flash("Place.Closed", Place.Name);
        return GoTo($"/office/consultation/places/{slug}");
    }

    private async Task<PlaceUse?> LoadAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { } place)
            return null;
        Place = place;
        var use = await desk.UseOfAsync(place, cancellation);
        WhyNot = place.WhyNotClose(use);
        return use;
    }
}
