using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places;

/// <summary>The heads of open workstations.</summary>
internal sealed class StationPosts(AppDb db, MembersApi members, PlaceChoices places) : IPostRoles
{
    public async Task<IReadOnlyList<PostRole>> OfAsync(IReadOnlyCollection<Guid> personIds, CancellationToken cancellation)
    {
        var heads = await db.Set<MemberWorkstation>()
            .Where(station => station.ClosedOn == null && station.MembershipId != null)
            .Select(station => new { station.PlaceId, MembershipId = station.MembershipId!.Value })
            .ToListAsync(cancellation);
        var people = (await members.FindAsync(heads.ConvertAll(head => head.MembershipId), cancellation)).ToDictionary(
            seat => seat.MembershipId,
            seat => seat.PersonId
        );
        var slugs = (await places.AllAsync(cancellation)).ToDictionary(place => place.Id, place => place.Slug);
        return
        [
            .. heads
                .Where(head => people.TryGetValue(head.MembershipId, out var person) && personIds.Contains(person))
                .Select(head => new PostRole(people[head.MembershipId], PlaceAccess.HeadRole, slugs[head.PlaceId]))
                .Distinct(),
        ];
    }
}
