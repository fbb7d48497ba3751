using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>What every act on a session needs: the session within the reader's field, its matters, the members posted to its place.</summary>
public sealed class SessionDesk(
    AppDb db,
    MatterField field,
    MatterDeadlines deadlines,
    PlaceChoices places,
    MembersApi members,
    CouncilComposition composition,
    CurrentCommittee committee,
    CurrentActor actor,
    TimeProvider time
)
{
    public DateOnly Today => committee.Today(time);

    public Doer Doer => Doer.Of(actor, time);

    public MatterAct Act() => new(Doer, Today, deadlines);

    /// <summary>Those sessions that a permission opens: of the places for which it is held, or all.</summary>
    public async Task<IQueryable<CouncilSession>> SessionsAsync(string permission, CancellationToken cancellation)
    {
        var sessions = db.Set<CouncilSession>().AsQueryable();
        if (!actor.Can(permission) && actor.AccountId != CurrentActor.System)
            return sessions.Where(_ => false);
        var scope = await field.OfAsync(permission, cancellation);
        return scope.IsWhole ? sessions : sessions.Where(session => scope.Places.Contains(session.PlaceId));
    }

    /// <summary>For change: tracked, with all its parts. What is outside the reader's field is not found.</summary>
    public async Task<CouncilSession?> FindAsync(Guid id, string permission, CancellationToken cancellation) =>
        await Whole(await SessionsAsync(permission, cancellation)).SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>Whether a permission opens this session to whoever acts.</summary>
    public async Task<bool> MayAsync(CouncilSession session, string permission, CancellationToken cancellation) =>
        await (await SessionsAsync(permission, cancellation)).AnyAsync(row => row.Id == session.Id, cancellation);

    /// <summary>To be read only, by anybody: whoever asks has found it by its screen or in public.</summary>
    public Task<CouncilSession?> ReadAsync(Guid id, CancellationToken cancellation) =>
        Whole(db.Set<CouncilSession>().AsNoTracking()).SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>The places for which sessions can be held by whoever acts.</summary>
    public async Task<IReadOnlyList<PlaceChoice>> PlacesAsync(CancellationToken cancellation)
    {
        var scope = await field.OfAsync(MatterPermissions.HoldSessions, cancellation);
        var open = await places.OpenAsync(cancellation);
        return scope.IsWhole ? open : [.. open.Where(place => scope.Places.Contains(place.Id))];
    }

    /// <summary>Why no session can be held there by whoever acts.</summary>
    public async Task<Refusal?> WhyNotPlaceAsync(SessionDetails entered, CancellationToken cancellation) =>
        entered.PlaceId == Guid.Empty ? new Refusal("MatterPlaceMissing").At(nameof(entered.PlaceId))
        : (await PlacesAsync(cancellation)).All(place => place.Id != entered.PlaceId)
            ? new Refusal("SessionPlaceOutside").At(nameof(entered.PlaceId))
        : null;

    /// <summary>The council named, which belongs to the place; without one named, the place's only open council.</summary>
    public async Task<ConsultationCouncil?> CouncilOfAsync(SessionDetails entered, CancellationToken cancellation)
    {
        var councils = await db.Set<ConsultationCouncil>()
            .Where(council => council.PlaceId == entered.PlaceId && council.ClosedOn == null)
            .OrderBy(council => council.Id)
            .Take(20)
            .ToListAsync(cancellation);
        return entered.CouncilId is { } chosen ? councils.Find(council => council.Id == chosen)
            : councils is [var only] ? only
            : null;
    }

    /// <summary>The place's slug, as facts name places.</summary>
    public async Task<string> SlugOfAsync(Guid placeId, CancellationToken cancellation) =>
        (await places.AllAsync(cancellation)).First(place => place.Id == placeId).Slug;

    /// <summary>The room, else where it is in words, else the place.</summary>
    public async Task<string> WhereAsync(CouncilSession session, CancellationToken cancellation) =>
        await db.Set<ConsultationRoom>()
            .Where(room => room.Id == session.RoomId)
            .Select(room => room.Name)
            .FirstOrDefaultAsync(cancellation)
        ?? session.Locality
        ?? (await places.AllAsync(cancellation)).First(place => place.Id == session.PlaceId).Name;

    /// <summary>The matters of a session for change, by id.</summary>
    public Task<Dictionary<Guid, Matter>> MattersOfAsync(CouncilSession session, CancellationToken cancellation) =>
        MattersAsync([.. session.Matters.Select(row => row.MatterId)], cancellation);

    /// <summary>Matters for change, with their steps, by id.</summary>
    public Task<Dictionary<Guid, Matter>> MattersAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        db.Set<Matter>()
            .Include(matter => matter.Steps)
            .Where(matter => ids.Contains(matter.Id))
            .ToDictionaryAsync(matter => matter.Id, cancellation);

    /// <summary>Those who are posted to a place, or to the place above it, on a day.</summary>
    public async Task<List<SessionPerson>> PostedAsync(Guid placeId, DateOnly day, CancellationToken cancellation)
    {
        var lineage = (await places.AllAsync(cancellation)).FirstOrDefault(place => place.Id == placeId)?.Lineage ?? "";
        var above = (await places.AllAsync(cancellation))
            .Where(place => lineage.StartsWith(place.Lineage, StringComparison.Ordinal))
            .Select(place => place.Id)
            .ToList();
        var rows = await db.Set<Deployment>()
            .Where(row => above.Contains(row.PlaceId) && row.State != DeploymentState.Withdrawn)
            .Where(row => row.From <= day && (row.Until == null || day <= row.Until))
            .OrderBy(row => row.Role == DeploymentRole.Head ? 0 : 1)
            .ThenBy(row => row.MemberName)
            .Select(row => new
            {
                row.MembershipId,
                row.PersonId,
                row.MemberName,
            })
            .Take(CouncilSession.MostPeopleByName)
            .ToListAsync(cancellation);
        return
        [
            .. rows.DistinctBy(row => row.MembershipId)
                .Select(row => new SessionPerson(PresentAs.Member)
                {
                    MembershipId = row.MembershipId,
                    PersonId = row.PersonId,
                    Name = row.MemberName,
                }),
        ];
    }

    /// <summary>Those who sit in the council that meets: they are expected without being called.</summary>
    public async Task<List<SessionPerson>> SeatedAsync(CouncilSession session, CancellationToken cancellation)
    {
        var seats = await db.Set<CouncilSeat>()
            .AsNoTracking()
            .Where(seat => seat.CouncilId == session.CouncilId && seat.Until == null)
            .OrderBy(seat => seat.From)
            .ThenBy(seat => seat.Id)
            .Take(CouncilSession.MostPeopleByName)
            .ToListAsync(cancellation);
        var named = seats
            .Where(seat => seat.MembershipId is null)
            .Select(seat => new SessionPerson(composition.Find(seat.SeatKind)?.PresentAs ?? PresentAs.Resident)
            {
                Name = seat.Name,
                Post = seat.Post,
            });
        return [.. named, .. await MembersAsync([.. seats.Select(seat => seat.MembershipId).OfType<Guid>()], cancellation)];
    }

    /// <summary>Members by seat, with their names; unknown seats are left out.</summary>
    public async Task<List<SessionPerson>> MembersAsync(IReadOnlyCollection<Guid> memberships, CancellationToken cancellation) =>
        memberships.Count == 0
            ? []
            : (await members.FindAsync(memberships, cancellation)).ConvertAll(member => new SessionPerson(PresentAs.Member)
            {
                MembershipId = member.MembershipId,
                PersonId = member.PersonId,
                Name = member.Name,
                Post = member.Unit,
            });

    private static IQueryable<CouncilSession> Whole(IQueryable<CouncilSession> sessions) =>
        sessions
            .Include(session => session.Matters.OrderBy(row => row.Order))
                .ThenInclude(matter => matter.Points.OrderBy(row => row.Order))
            .Include(session => session.People.OrderBy(row => row.As).ThenBy(row => row.Id))
            .Include(session => session.Turns.OrderBy(row => row.StartedAt).ThenBy(row => row.Id))
            .Include(session => session.Steps.OrderBy(row => row.At).ThenBy(row => row.Id))
            .Include(session => session.Minutes)
            .AsSplitQuery();
}
