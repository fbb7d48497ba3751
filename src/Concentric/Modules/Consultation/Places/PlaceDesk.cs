using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Places;

/// <summary>What the office's pages of places share: finding a place and what belongs to it, who acts, which member is meant.</summary>
public sealed class PlaceDesk(
    AppDb db,
    CurrentCommittee committee,
    CurrentActor actor,
    MembersApi members,
    TimeProvider time,
    IStringLocalizer<ConsultationTexts> text
)
{
    private static readonly string[] Reserved = ["new", "import"];

    public AppDb Db => db;
    public CurrentActor Actor => actor;
    public IStringLocalizer<ConsultationTexts> Text => text;
    public DateOnly Today => committee.Today(time);
    public Doer Doer => Doer.Of(actor, time);

    /// <summary>For change: the entity is tracked.</summary>
    public Task<Place?> FindAsync(string slug, CancellationToken cancellation) =>
        db.Set<Place>().SingleOrDefaultAsync(row => row.Slug == slug, cancellation);

    public Task<Place> PlaceOfAsync(Guid placeId, CancellationToken cancellation) =>
        db.Set<Place>().SingleAsync(row => row.Id == placeId, cancellation);

    /// <summary>Why a new place or unit cannot have this short address.</summary>
    public async Task<Refusal?> WhyNotSlugAsync<T>(IQueryable<T> rows, string slug, CancellationToken cancellation)
        where T : CommitteeEntity =>
        PlaceSlug.WhyNot(slug)
        ?? (
            Reserved.Contains(slug, StringComparer.Ordinal)
            || await rows.AnyAsync(row => EF.Property<string>(row, nameof(Place.Slug)) == slug, cancellation)
                ? new Refusal("SlugTaken", slug)
                : null
        );

    /// <summary>Why a place cannot have this name below another: one there has it, however it is written. Beside the name.</summary>
    /// <param name="name">As it was typed.</param>
    /// <param name="above">None at the top.</param>
    /// <param name="self">The place that gets the name; none for a new one.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Refusal?> WhyNotNameAsync(string? name, Place? above, Place? self, CancellationToken cancellation)
    {
        var key = PlaceName.KeyOf(above?.Lineage ?? "", name ?? "");
        var id = self?.Id ?? Guid.Empty;
        var other = await db.Set<Place>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.NameKey == key && row.Id != id, cancellation);
        return other is null ? null : PlaceName.Taken(other, above?.Name);
    }

    /// <summary>What would be left hanging if the place closed.</summary>
    public async Task<PlaceUse> UseOfAsync(Place place, CancellationToken cancellation) =>
        new(
            await db.Set<Place>().CountAsync(row => row.ParentId == place.Id && row.ClosedOn == null, cancellation),
            (await VenuesAsync(place.Id, cancellation)).Count(venue => venue.IsOpen)
                + await db.Set<ConsultationCouncil>()
                    .CountAsync(row => row.PlaceId == place.Id && row.ClosedOn == null, cancellation),
            await db.Set<Deployment>()
                .CountAsync(row => row.PlaceId == place.Id && row.State == DeploymentState.Standing, cancellation)
        );

    /// <summary>What stands open at a place, and what did: rooms first, those that are open before the closed.</summary>
    public async Task<IReadOnlyList<PlaceVenue>> VenuesAsync(Guid placeId, CancellationToken cancellation) =>
        [
            .. (await AtAsync<ConsultationRoom>(placeId, cancellation))
                .Concat<PlaceVenue>(await AtAsync<MemberWorkstation>(placeId, cancellation))
                .Concat(await AtAsync<MemberStudio>(placeId, cancellation))
                .Concat(await AtAsync<OpinionContactPoint>(placeId, cancellation))
                .OrderBy(venue => venue.Kind)
                .ThenBy(venue => !venue.IsOpen),
        ];

    /// <summary>One venue of a place, for change.</summary>
    public async Task<PlaceVenue?> FindVenueAsync(Guid placeId, VenueKind kind, Guid id, CancellationToken cancellation) =>
        kind switch
        {
            VenueKind.Room => await OneAsync<ConsultationRoom>(placeId, id, cancellation),
            VenueKind.Workstation => await OneAsync<MemberWorkstation>(placeId, id, cancellation),
            VenueKind.Studio => await OneAsync<MemberStudio>(placeId, id, cancellation),
            _ => await OneAsync<OpinionContactPoint>(placeId, id, cancellation),
        };

    /// <summary>Opens a venue of a kind; it is added to the next save with its step.</summary>
    public PlaceVenue Open(Place place, VenueKind kind, VenueDetails details)
    {
        (PlaceVenue Venue, PlaceStep Step) opened = kind switch
        {
            VenueKind.Room => PlaceVenue.Open<ConsultationRoom>(place, details, Today, Doer),
            VenueKind.Workstation => PlaceVenue.Open<MemberWorkstation>(place, details, Today, Doer),
            VenueKind.Studio => PlaceVenue.Open<MemberStudio>(place, details, Today, Doer),
            _ => PlaceVenue.Open<OpinionContactPoint>(place, details, Today, Doer),
        };
        db.AddRange(opened.Venue, opened.Step);
        return opened.Venue;
    }

    /// <summary>Everything that was done to these records, newest first.</summary>
    public Task<List<PlaceStep>> StepsAsync(IReadOnlyCollection<Guid> subjectIds, CancellationToken cancellation) =>
        db.Set<PlaceStep>()
            .AsNoTracking()
            .Where(step => subjectIds.Contains(step.SubjectId))
            .OrderByDescending(step => step.At)
            .ThenByDescending(step => step.Id)
            .Take(60)
            .ToListAsync(cancellation);

    /// <summary>The member whom a typed name means; where two share it the unit stands in brackets behind it.</summary>
    /// <returns>None for none typed; the refusal where it means nobody or several.</returns>
    public async Task<(DeployedMember? Member, Refusal? Refusal)> MemberAsync(string? typed, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return (null, null);
        return MemberTyped.Find(await members.LookupAsync(cancellation), typed, Today);
    }

    private async Task<List<T>> AtAsync<T>(Guid placeId, CancellationToken cancellation)
        where T : PlaceVenue =>
        await db.Set<T>()
            .AsNoTracking()
            .Where(row => row.PlaceId == placeId)
            .OrderBy(row => row.OpenedOn)
            .ToListAsync(cancellation);

    private Task<T?> OneAsync<T>(Guid placeId, Guid id, CancellationToken cancellation)
        where T : PlaceVenue => db.Set<T>().SingleOrDefaultAsync(row => row.PlaceId == placeId && row.Id == id, cancellation);
}

/// <summary>Reads a member's name as people type it.</summary>
internal static class MemberTyped
{
    private static readonly char[] Opening = ['(', '（'];
    private static readonly char[] Closing = [')', '）', ' '];

    internal static (DeployedMember? Member, Refusal? Refusal) Find(MemberLookup lookup, string typed, DateOnly day)
    {
        var (name, unit) = Parts(typed);
        var (seat, person, refusal) = lookup.Find(name, unit, null, day);
        return refusal is null ? (new DeployedMember(seat, person, name), null) : (null, refusal);
    }

    /// <summary>The name, and the unit that stands in brackets behind it.</summary>
    internal static (string Name, string? Unit) Parts(string typed)
    {
        var parts = typed.Trim().Split(Opening, 2);
        var unit = parts.Length > 1 ? parts[1].Trim(Closing) : "";
        return (parts[0].Trim(), unit.Length > 0 ? unit : null);
    }
}
