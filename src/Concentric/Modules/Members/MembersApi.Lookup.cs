using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members;

public sealed partial class MembersApi
{
    /// <summary>Every seat of the register, for lists that name members: one question for all rows.</summary>
    public async Task<MemberLookup> LookupAsync(CancellationToken cancellation = default)
    {
        var seats = await db.Set<Membership>()
            .OrderByDescending(seat => seat.StartsOn)
            .Select(seat => new LookedUpSeat(
                seat.Id,
                seat.PersonId,
                seat.Person.Name,
                seat.Person.Unit,
                seat.Person.PhoneTrace,
                seat.Level,
                seat.StartsOn,
                seat.EndsOn
            ))
            .ToListAsync(cancellation);
        return new MemberLookup(seats, await seal.TracerAsync(cancellation));
    }
}
