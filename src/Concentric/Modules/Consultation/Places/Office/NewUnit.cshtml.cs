using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>Adds a handling unit.</summary>
[RequirePermission(PlacePermissions.ManageUnits)]
public sealed class NewUnitPage(PlaceDesk desk) : AppPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Tasks { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var details = new UnitDetails(Name, Tasks);
        var slug = TypedText.HalfWidth(Slug ?? "").Trim().ToLowerInvariant();
        foreach (var fault in details.Faults())
            Tell(fault);
        if (await desk.WhyNotSlugAsync(desk.Db.Set<HandlingUnit>(), slug, cancellation) is { } taken)
            Tell(taken.At(nameof(Slug)));
        if (!ModelState.IsValid)
            return Page();
        var (unit, step) = HandlingUnit.Found(details, slug, desk.Doer);
        desk.Db.AddRange(unit, step);
        await desk.Db.SaveChangesAsync(cancellation);
        Flash("Unit.Founded", unit.Name);
        return GoTo($"/office/consultation/units/{unit.Slug}");
    }
}
