using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>Founds the council of a place with its rule and first term.</summary>
[RequirePermission(PlacePermissions.Manage)]
public sealed class NewCouncilPage(PlaceDesk desk) : CouncilFormPage(desk)
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
            return NotFound();
        Input.Name = Language.InChinese(() => Desk.Text["Council.Name.Usual", Place.Name].Value);
        Input.TermFrom = Desk.Today;
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
        var (council, step) = ConsultationCouncil.Found(Place, details, Desk.Doer);
        Desk.Db.AddRange(council, step);
        await Desk.Db.SaveChangesAsync(cancellation);
        Flash("Council.Founded", council.Name);
        return GoTo($"/office/consultation/places/{Place.Slug}/councils/{council.Id}");
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellation)
    {
        Place = (await Desk.FindAsync(slug, cancellation))!;
        return Place is not null;
    }
}
