using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Matters.Intake.Mine;

/// <summary>The seats of the member who is signed in, and the matters that were brought in from them.</summary>
public sealed class OwnSeat(AppDb db, MembersApi members, CurrentActor actor, MatterDesk desk)
{
    /// <summary>The seat from which a matter is brought in today, the county's before others; none for whoever holds none.</summary>
    public async Task<Guid?> TodayAsync(CancellationToken cancellation)
    {
        if (actor.PersonId is not { } person)
            return null;
        var held = await members.HeldBetweenAsync(desk.Today, desk.Today, person, cancellation);
        return held.OrderBy(seat => seat.Level != MembershipLevel.County)
            .Select(seat => (Guid?)seat.MembershipId)
            .FirstOrDefault();
    }

    /// <summary>What was brought in from any seat of the person, of any term.</summary>
    public async Task<IQueryable<Matter>> MattersAsync(CancellationToken cancellation)
    {
        List<Guid> seats = actor.PersonId is { } person
            ? (await members.OfPersonAsync(person, cancellation)).ConvertAll(seat => seat.MembershipId)
            : [];
        return db.Set<Matter>()
            .Where(matter => matter.SubmittingMembershipId != null && seats.Contains(matter.SubmittingMembershipId.Value));
    }
}
