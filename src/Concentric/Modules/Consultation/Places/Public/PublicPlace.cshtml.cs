using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Public;

/// <summary>A member at a place, as everybody may know: the name and what he or she is there. Nothing by which one is reached.</summary>
public sealed record PostedMember(string Name, string What);

/// <summary>A council for everybody: its rule in words and who sits as what.</summary>
public sealed record ShownCouncil(string Name, string Rule, IReadOnlyList<(string Kind, string People)> Seats);

/// <summary>A place for everybody: what stands there and when it meets, who is posted, who consults; and what other parts add.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class PublicPlacePage(
    AppDb db,
    PlaceDesk desk,
    PlaceChoices places,
    CouncilWords words,
    MembersApi members,
    DisplayFormat format,
    IEnumerable<IPlacePageBlock> blocks
) : AppPage
{
    private const int MostNames = 100;
    private readonly List<(PlaceSlot Slot, PlacePageBlock Block)> told = [];

    public Place Place { get; private set; } = null!;
    public IReadOnlyList<PlaceVenue> Venues { get; private set; } = [];
    public IReadOnlyList<ShownCouncil> Councils { get; private set; } = [];
    public IReadOnlyList<PostedMember> Posted { get; private set; } = [];
    public int PostedTotal { get; private set; }
    public IReadOnlyList<PlaceChoice> Below { get; private set; } = [];
    public IReadOnlyList<Crumb> Crumbs { get; private set; } = [];

    public bool IsBare => Councils.Count == 0 && Below.Count == 0 && Venues.Count == 0;

    public IEnumerable<PlacePageBlock> Of(PlaceSlot slot) => told.Where(one => one.Slot == slot).Select(one => one.Block);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await db.Set<Place>().AsNoTracking().SingleOrDefaultAsync(row => row.Slug == slug, cancellation) is not { } place)
            return NotFound();
        Place = place;
        Venues = [.. (await desk.VenuesAsync(place.Id, cancellation)).Where(venue => venue.IsOpen)];
        var all = await places.AllAsync(cancellation);
        Below = [.. all.Where(one => one.ParentId == place.Id && !one.IsClosed)];
        Crumbs =
        [
            new(desk.Text["Places.Public"], "~/places"),
            .. all.Where(one => one.Id != place.Id && place.Lineage.StartsWith(one.Lineage, StringComparison.Ordinal))
                .Select(one => new Crumb(one.Name, "~/places/" + one.Slug)),
        ];
        await LoadPostedAsync(cancellation);
        await LoadCouncilsAsync(cancellation);
        var about = new PlaceOnPage(place.Id, place.Name, place.Slug, place.Lineage);
        foreach (var block in blocks)
        {
            if (await block.TellAsync(about, cancellation) is { } one)
                told.Add((block.Slot, one));
        }

        return Page();
    }

    private async Task LoadPostedAsync(CancellationToken cancellation)
    {
        var standing = db.Set<Deployment>().Where(row => row.PlaceId == Place.Id && row.State == DeploymentState.Standing);
        PostedTotal = await standing.CountAsync(cancellation);
        var rows = await standing
            .OrderBy(row => row.Role == DeploymentRole.Head ? 0 : 1)
            .ThenBy(row => row.MemberName)
            .ThenBy(row => row.Id)
            .Take(MostNames)
            .Select(row => new
            {
                row.MembershipId,
                row.MemberName,
                row.Role,
            })
            .ToListAsync(cancellation);
        var seats = (await members.FindAsync([.. rows.Select(row => row.MembershipId)], cancellation)).ToDictionary(seat =>
            seat.MembershipId
        );
        Posted = rows.ConvertAll(row => new PostedMember(
            row.MemberName,
            string.Join(
                " · ",
                new[]
                {
                    desk.Text["Place.Role." + row.Role].Value,
                    seats.TryGetValue(row.MembershipId, out var seat) ? members.LevelTitle(seat.Level) : null,
                }.OfType<string>()
            )
        ));
    }

    private async Task LoadCouncilsAsync(CancellationToken cancellation)
    {
        var councils = await db.Set<ConsultationCouncil>()
            .AsNoTracking()
            .Where(row => row.PlaceId == Place.Id && row.ClosedOn == null)
            .OrderBy(row => row.Name)
            .ToListAsync(cancellation);
        var ids = councils.ConvertAll(council => council.Id);
        var seats = await db.Set<CouncilSeat>()
            .AsNoTracking()
            .Where(seat => ids.Contains(seat.CouncilId) && seat.Until == null)
            .OrderBy(seat => seat.From)
            .ThenBy(seat => seat.Id)
            .ToListAsync(cancellation);
        Councils = councils.ConvertAll(council => new ShownCouncil(council.Name, words.Rule(council), SeatsOf(council, seats)));
    }

    private IReadOnlyList<(string, string)> SeatsOf(ConsultationCouncil council, List<CouncilSeat> seats) =>
        [
            .. words
                .Composition.Seated.Select(kind =>
                    (
                        kind.Name,
                        format.List(
                            seats
                                .Where(seat => seat.CouncilId == council.Id && seat.SeatKind == kind.Id)
                                .Select(seat => seat.Name)
                        )
                    )
                )
                .Where(row => row.Item2.Length > 0),
        ];
}
