using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>Where one member is and was deployed, and the posts that the member answers for: under the member's file.</summary>
[RequirePermission(PlacePermissions.Read)]
public sealed class MemberDeploymentsPage(AppDb db, MembersApi members) : AppPage
{
    private const int Most = 50;

    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public IReadOnlyList<MemberTab> Tabs => members.TabsOf(PersonId);

    /// <summary>Those that stand first, then the latest.</summary>
    public IReadOnlyList<MemberDeployment> Deployments { get; private set; } = [];

    public IReadOnlyList<MemberPost> Posts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var seats = await members.OfPersonAsync(id, cancellation);
        if (seats.Count == 0)
            return NotFound();
        (PersonId, Name) = (id, seats[0].Name);
        Deployments = await (
            from row in db.Set<Deployment>()
            join place in db.Set<Place>() on row.PlaceId equals place.Id
            where row.PersonId == id
            orderby row.State == DeploymentState.Standing ? 0 : 1, row.From descending, row.Id
            select new MemberDeployment(row.Id, place.Name, row.Role, row.State, row.From, row.Until, row.Basis)
        )
            .Take(Most)
            .ToListAsync(cancellation);
        var memberships = seats.Select(seat => seat.MembershipId).ToList();
        Posts =
        [
            .. await PostsAsync<MemberWorkstation>(memberships, cancellation),
            .. await PostsAsync<MemberStudio>(memberships, cancellation),
            .. await PostsAsync<OpinionContactPoint>(memberships, cancellation),
        ];
        return Page();
    }

    private Task<List<MemberPost>> PostsAsync<T>(List<Guid> memberships, CancellationToken cancellation)
        where T : PlaceVenue =>
        (
            from venue in db.Set<T>()
            join place in db.Set<Place>() on venue.PlaceId equals place.Id
            where venue.ClosedOn == null && venue.MembershipId != null && memberships.Contains(venue.MembershipId.Value)
            orderby venue.OpenedOn, venue.Id
            select new MemberPost(venue.Id, venue.Name, place.Name, place.Slug)
        )
            .Take(Most)
            .ToListAsync(cancellation);
}

/// <summary>One deployment in the member's file.</summary>
public sealed record MemberDeployment(
    Guid Id,
    string Place,
    DeploymentRole Role,
    DeploymentState State,
    DateOnly From,
    DateOnly? Until,
    string? Basis
);

/// <summary>A workstation, studio or contact point that the member answers for.</summary>
public sealed record MemberPost(Guid Id, string Name, string Place, string PlaceSlug);
