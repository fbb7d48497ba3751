using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Public;

/// <summary>A place of the top and the open places below it.</summary>
public sealed record Branch(PlaceChoice Top, IReadOnlyList<PlaceChoice> Below, int Rooms, int Posted);

/// <summary>The tree of places for everybody, and a search by name.</summary>
[AllowAnonymous]
[PublicPage("page")]
public sealed class PublicPlacesPage(AppDb db, PlaceChoices places) : AppPage
{
    private const int BranchesAPage = 30;
    private const int MostFound = 50;
    private IReadOnlyList<PlaceChoice> all = [];

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(Name = "page", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }
    public bool HasAsked => !string.IsNullOrWhiteSpace(Q);
    public IReadOnlyList<PlaceChoice> Found { get; private set; } = [];
    public IReadOnlyList<Branch> Branches { get; private set; } = [];

    /// <summary>The places above one, from the top.</summary>
    public string Above(PlaceChoice place) =>
        string.Join(
            " · ",
            all.Where(one => one.Id != place.Id && place.Lineage.StartsWith(one.Lineage, StringComparison.Ordinal))
                .Select(one => one.Name)
        );

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        all = await places.OpenAsync(cancellation);
        if (HasAsked)
        {
            Found = [.. (await places.NamedAsync(Q!.Trim(), cancellation)).Take(MostFound)];
            return Page();
        }

        var tops = all.Where(place => place.Depth == 0).OrderBy(place => place.Kind).ToList();
        Pages = Math.Max(1, (tops.Count + BranchesAPage - 1) / BranchesAPage);
        if (Number < 1 || Number > Pages)
            return NotFound();
        var rooms = await db.Set<ConsultationRoom>()
            .Where(room => room.ClosedOn == null)
            .GroupBy(room => room.PlaceId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
        var posted = await db.Set<Deployment>()
            .Where(row => row.State == DeploymentState.Standing)
            .GroupBy(row => row.PlaceId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
        Branches =
        [
            .. tops.Skip((Number - 1) * BranchesAPage)
                .Take(BranchesAPage)
                .Select(top =>
                {
                    var whole = all.Where(place => place.Lineage.StartsWith(top.Lineage, StringComparison.Ordinal)).ToList();
                    return new Branch(
                        top,
                        [.. whole.Where(place => place.Id != top.Id)],
                        whole.Sum(place => rooms.GetValueOrDefault(place.Id)),
                        whole.Sum(place => posted.GetValueOrDefault(place.Id))
                    );
                }),
        ];
        return Page();
    }
}
