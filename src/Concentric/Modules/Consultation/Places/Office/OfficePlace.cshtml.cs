using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>One place in the office: what stands there, who is posted, what lies below, what was done.</summary>
[RequirePermission(PlacePermissions.Read)]
public sealed class OfficePlacePage(PlaceDesk desk, PlaceChoices places, CouncilWords words) : AppPage
{
    private const int MostNames = 60;

    [BindProperty]
    public string? Why { get; set; }

    public Place Place { get; private set; } = null!;
    public IReadOnlyList<PlaceVenue> Venues { get; private set; } = [];
    public IReadOnlyList<ConsultationCouncil> Councils { get; private set; } = [];
    public IReadOnlyList<Deployment> Posted { get; private set; } = [];
    public IReadOnlyList<PlaceChoice> Below { get; private set; } = [];
    public IReadOnlyList<PlaceStep> Steps { get; private set; } = [];
    public IReadOnlyList<Crumb> Crumbs { get; private set; } = [];

    public string RuleOf(ConsultationCouncil council) => words.Rule(council);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation) =>
        await LoadAsync(slug, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostReopenAsync(string slug, CancellationToken cancellation)
    {
        if (!desk.Actor.Can(PlacePermissions.Manage) || !await LoadAsync(slug, cancellation))
            return NotFound();
        if (Place.WhyNotReopen() is { } open)
            Tell(open);
        if (string.IsNullOrWhiteSpace(Why))
            Tell(new Refusal("EndReasonMissing").At(nameof(Why)));
        if (!ModelState.IsValid)
            return Page();
        desk.Db.Add(Place.Reopen(Why!.Trim(), desk.Doer));
        await desk.Db.SaveChangesAsync(cancellation);
        Flash("Place.Reopened", Place.Name);
        return GoTo($"/office/consultation/places/{slug}");
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { } place)
            return false;
        Place = place;
        Venues = await desk.VenuesAsync(place.Id, cancellation);
        Councils = await desk
            .Db.Set<ConsultationCouncil>()
            .AsNoTracking()
            .Where(row => row.PlaceId == place.Id)
            .OrderBy(row => row.ClosedOn)
            .ThenBy(row => row.Name)
            .ToListAsync(cancellation);
        Posted = await desk
            .Db.Set<Deployment>()
            .AsNoTracking()
            .Where(row => row.PlaceId == place.Id && row.State == DeploymentState.Standing)
            .OrderBy(row => row.Role == DeploymentRole.Head ? 0 : 1)
            .ThenBy(row => row.MemberName)
            .Take(MostNames)
            .ToListAsync(cancellation);
        var all = await places.AllAsync(cancellation);
        Below = [.. all.Where(one => one.ParentId == place.Id)];
        Crumbs =
        [
            new(desk.Text["Menu.Places"], "~/office/consultation/places"),
            .. all.Where(one => place.Lineage.StartsWith(one.Lineage, StringComparison.Ordinal) && one.Id != place.Id)
                .Select(one => new Crumb(one.Name, "~/office/consultation/places/" + one.Slug)),
        ];
        Steps = await desk.StepsAsync([place.Id, .. Venues.Select(venue => venue.Id)], cancellation);
        return true;
    }
}
