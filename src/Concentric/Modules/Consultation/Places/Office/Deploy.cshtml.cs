using System.ComponentModel.DataAnnotations;
using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>Deploys many members to one place at once: ticked in the list, or pasted from the notice, one name a line.</summary>
[RequirePermission(PlacePermissions.Deploy)]
public sealed class DeployPage(PlaceDesk desk, Deploying deploying, MembersApi members) : AppPage
{
    private const int MostShown = 200;

    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    /// <summary>Only those who stand nowhere.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Free { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty, DataType(DataType.MultilineText)]
    public string? Names { get; set; }

    [BindProperty]
    public DeployFields Input { get; set; } = new();

    public Place Place { get; private set; } = null!;

    /// <summary>Members who can be chosen, with the place where one stands already.</summary>
    public IReadOnlyList<(MemberSummary Member, string? At)> Found { get; private set; } = [];
    public int Total { get; private set; }
    public IReadOnlyList<SelectListItem> Workstations { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Offices =>
        [.. deploying.Offices.Select(office => new SelectListItem(office.Name, office.Id))];
    public IReadOnlyList<SelectListItem> Roles =>
        [
            .. Enum.GetValues<DeploymentRole>()
                .Select(role => new SelectListItem(desk.Text["Place.Role." + role], role.ToString())),
        ];

    public string Describe(MemberSummary member) =>
        string.Join(" · ", new[] { members.LevelTitle(member.Level), member.Unit }.OfType<string>());

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
            return NotFound();
        Input.From = desk.Today;
        Input.Office = Offices.Count == 1 ? Offices[0].Value : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
            return NotFound();
        var chosen = await ChosenAsync(cancellation);
        var details = Input.Details();
        if (ModelState.IsValid)
        {
            foreach (var fault in await deploying.FaultsAsync(Place, chosen, details, cancellation))
                Tell(fault.Field is null or "Chosen" ? fault : fault.At("Input." + fault.Field));
        }

        if (!ModelState.IsValid)
            return Page();
        try
        {
            await deploying.RecordAsync(Place, chosen, details, cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            desk.Db.ChangeTracker.Clear();
            Tell(new Refusal("DeployedMeanwhile"));
            return Page();
        }

        Flash("Deploy.Recorded", chosen.Count, Place.Name);
        return GoTo($"/office/consultation/places/{slug}");
    }

    /// <summary>The ticked and the pasted, each once; a line that means nobody or several is told.</summary>
    private async Task<IReadOnlyList<DeployedMember>> ChosenAsync(CancellationToken cancellation)
    {
        List<DeployedMember> chosen =
        [
            .. (await members.FindAsync(Chosen, cancellation)).Select(seat => new DeployedMember(
                seat.MembershipId,
                seat.PersonId,
                seat.Name
            )),
        ];
        var lines = (Names ?? "").Split(
            ['\n', '、', '，', ','],
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        if (lines.Length == 0)
            return chosen;
        var lookup = await members.LookupAsync(cancellation);
        foreach (var line in lines)
        {
            var (member, refusal) = MemberTyped.Find(lookup, line, Input.From ?? desk.Today);
            if (refusal is not null)
                Tell(refusal.At(nameof(Names)));
            else
                chosen.Add(member!);
        }

        return [.. chosen.DistinctBy(member => member.MembershipId)];
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { } place || !place.IsOpen)
            return false;
        Place = place;
        Workstations =
        [
            .. (await desk.VenuesAsync(place.Id, cancellation))
                .Where(venue => venue is { Kind: VenueKind.Workstation, IsOpen: true })
                .Select(venue => new SelectListItem(venue.Name, venue.Id.ToString())),
        ];
        var standing = await (
            from row in desk.Db.Set<Deployment>()
            join at in desk.Db.Set<Place>() on row.PlaceId equals at.Id
            where row.State == DeploymentState.Standing
            select new
            {
                row.MembershipId,
                row.PlaceId,
                at.Name,
            }
        ).ToListAsync(cancellation);
        var here = standing.Where(row => row.PlaceId == place.Id).Select(row => row.MembershipId).ToHashSet();
        var elsewhere = standing.ToLookup(row => row.MembershipId, row => row.Name);
        var held = await members.ActiveOnAsync(desk.Today, cancellation);
        var matching = held.Where(seat => !here.Contains(seat.MembershipId))
            .Where(seat => !Free || !elsewhere.Contains(seat.MembershipId))
            .Where(seat => Matches(seat, Find?.Trim()))
            .ToList();
        Total = matching.Count;
        Found = [.. matching.Take(MostShown).Select(seat => (seat, elsewhere[seat.MembershipId].FirstOrDefault()))];
        return true;
    }

    private static bool Matches(MemberSummary seat, string? find) =>
        string.IsNullOrEmpty(find)
        || seat.Name.Contains(find, StringComparison.OrdinalIgnoreCase)
        || seat.Unit?.Contains(find, StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>What holds for all who are deployed at once.</summary>
public sealed class DeployFields
{
    public DeploymentRole Role { get; set; }
    public Guid? WorkstationId { get; set; }
    public DateOnly? From { get; set; }
    public string? Basis { get; set; }
    public string? Office { get; set; }

    public DeploymentDetails Details() =>
        new()
        {
            Role = Role,
            WorkstationId = WorkstationId,
            From = From,
            Basis = Basis,
            Office = Office,
        };
}
