using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members;

/// <summary>What other modules may ask of the members: the only type here that they name, with its records.</summary>
public sealed class MembersApi(AppDb db)
{
    /// <summary>The seats that were held on a day, by person's name in order of initials.</summary>
    public Task<List<MemberSummary>> ActiveOnAsync(DateOnly day, CancellationToken cancellation = default) =>
        Summaries(db.Set<Membership>().Where(seat => seat.StartsOn <= day && (seat.EndsOn == null || day <= seat.EndsOn)))
            .ToListAsync(cancellation);

    public Task<List<MemberSummary>> FindAsync(
        IReadOnlyCollection<Guid> membershipIds,
        CancellationToken cancellation = default
    ) => Summaries(db.Set<Membership>().Where(seat => membershipIds.Contains(seat.Id))).ToListAsync(cancellation);

    /// <summary>The seats of one person, newest term first.</summary>
    public Task<List<MemberSummary>> OfPersonAsync(Guid personId, CancellationToken cancellation = default) =>
        Summaries(db.Set<Membership>().Where(seat => seat.PersonId == personId)).ToListAsync(cancellation);

    private static IQueryable<MemberSummary> Summaries(IQueryable<Membership> seats) =>
        seats
            .OrderBy(seat => seat.Person.Initials)
            .ThenBy(seat => seat.Person.Name)
            .ThenBy(seat => seat.Level)
            .Select(seat => new MemberSummary(
                seat.Id,
                seat.PersonId,
                seat.Person.Name,
                seat.Level,
                seat.Term,
                seat.Sector,
                seat.Duty,
                seat.Person.Unit
            ));
}

/// <summary>One seat as other modules see it.</summary>
public sealed record MemberSummary(
    Guid MembershipId,
    Guid PersonId,
    string Name,
    MembershipLevel Level,
    int Term,
    string Sector,
    MemberDuty Duty,
    string? Unit
);
