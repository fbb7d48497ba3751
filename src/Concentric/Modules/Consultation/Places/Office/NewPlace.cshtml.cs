using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>Founds a place, at the top of the tree or below another.</summary>
[RequirePermission(PlacePermissions.Manage)]
public sealed class NewPlacePage(PlaceDesk desk, PlaceChoices places, Pinyin pinyin) : PlaceFormPage(desk)
{
    /// <summary>The slug of the place above; none at the top.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Under { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    public IReadOnlyList<SelectListItem> Above { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var above = string.IsNullOrEmpty(Under) ? null : await Desk.FindAsync(Under, cancellation);
        var details = await EnteredAsync(above, self: null, cancellation);
        var slug = await SlugAsync(cancellation);
        if (await Desk.WhyNotSlugAsync(Desk.Db.Set<Place>(), slug, cancellation) is { } taken)
            Tell(taken.At(nameof(Slug)));
        if (!string.IsNullOrEmpty(Under) && above is null)
            Tell(new Refusal("PlaceUnknown", Under).At(nameof(Under)));
        if (above?.WhyNotHold() is { } full)
            Tell(full.At(nameof(Under)));
        if (!ModelState.IsValid)
        {
            await ShowAsync(cancellation);
            return Page();
        }

        var (place, step) = Place.Found(details, slug, above, Desk.Doer);
        Desk.Db.AddRange(place, step);
        if (!await SavedAsync(above, self: null, cancellation))
        {
            await ShowAsync(cancellation);
            return Page();
        }

        Flash("Place.Founded", place.Name);
        return GoTo($"/office/consultation/places/{place.Slug}");
    }

    /// <summary>The typed one, or one made of the name.</summary>
    private async Task<string> SlugAsync(CancellationToken cancellation)
    {
        if (TypedText.HalfWidth(Slug ?? "").Trim() is { Length: > 0 } typed)
            return typed.ToLowerInvariant();
        var taken = (await places.AllAsync(cancellation)).Select(place => place.Slug);
        return new SlugMaker(pinyin, taken).For(Input.Name ?? "");
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Above =
        [
            .. (await places.OpenAsync(cancellation)).Select(place => new SelectListItem(
                new string('\u3000', place.Depth) + place.Name,
                place.Slug
            )),
        ];
        var above = await places.FindAsync(Under, cancellation);
        await DrawAsync(above?.Lineage ?? "", self: null, cancellation);
    }
}
