using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>Changes a council's name, rule and the days of its present term.</summary>
[RequirePermission(PlacePermissions.Manage)]
public sealed class EditCouncilPage(PlaceDesk desk) : CouncilFormPage(desk)
{
    [BindProperty]
    public int Version { get; set; }

    public ConsultationCouncil Council { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        (Input, Version) = (CouncilFields.Of(Council), Council.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (Council.WhyNotChange() is { } closed)
            Tell(closed);
        var details = Entered();
        if (!ModelState.IsValid)
            return Page();
        Desk.Db.ExpectVersion(Council, Version);
        Desk.Db.Add(Council.Change(details, Desk.Doer));
        await Desk.Db.SaveChangesAsync(cancellation);
        Flash("Council.Saved", Council.Name);
        return GoTo($"/office/consultation/places/{Place.Slug}/councils/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await Desk.Db.Set<ConsultationCouncil>().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } council)
            return false;
        Council = council;
        Place = await Desk.PlaceOfAsync(council.PlaceId, cancellation);
        return Place.Slug == RouteData.Values["slug"] as string;
    }
}
