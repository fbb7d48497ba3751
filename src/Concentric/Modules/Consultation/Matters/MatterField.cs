using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>
/// Which matters a permission opens for whoever acts. A role held for a place opens those of the place and of what lies below it, one
/// held for a handling unit those that were handed to it; any other role opens all of the committee's.
/// </summary>
public sealed class MatterField(AppDb db, RoleCatalog roles, CurrentActor actor, PlaceChoices places)
{
    private readonly Dictionary<string, FieldScope> known = new(StringComparer.Ordinal);

    /// <summary>The places and units to which a permission is limited.</summary>
    public async Task<FieldScope> OfAsync(string permission, CancellationToken cancellation = default) =>
        known.TryGetValue(permission, out var scope) ? scope : known[permission] = await FindAsync(permission, cancellation);

    /// <summary>Those matters that the permission opens.</summary>
    public async Task<IQueryable<Matter>> MattersAsync(string permission, CancellationToken cancellation = default)
    {
        var matters = db.Set<Matter>().AsQueryable();
        if (!actor.Can(permission) && actor.AccountId != CurrentActor.System)
            return matters.Where(_ => false);
        var scope = await OfAsync(permission, cancellation);
        return scope.IsWhole
            ? matters
            : matters.Where(matter =>
                scope.Places.Contains(matter.PlaceId)
                || db.Set<MatterAssignment>().Any(row => row.MatterId == matter.Id && scope.Units.Contains(row.HandlingUnitId))
            );
    }

    /// <summary>Whether the permission opens this matter.</summary>
    public async Task<bool> CoversAsync(string permission, Matter matter, CancellationToken cancellation = default)
    {
        if (!actor.Can(permission) && actor.AccountId != CurrentActor.System)
            return false;
        var scope = await OfAsync(permission, cancellation);
        return scope.IsWhole
            || scope.Places.Contains(matter.PlaceId)
            || matter.Assignments.Exists(row => scope.Units.Contains(row.HandlingUnitId));
    }

    private async Task<FieldScope> FindAsync(string permission, CancellationToken cancellation)
    {
        if (actor.AccountId == CurrentActor.System || roles.FieldOf(actor, permission) is not { } slugs)
            return FieldScope.Whole;
        var units = await db.Set<HandlingUnit>()
            .Where(unit => slugs.Contains(unit.Slug))
            .Select(unit => new { unit.Id, unit.Slug })
            .ToListAsync(cancellation);
        var all = await places.AllAsync(cancellation);
        var tops = all.Where(place => slugs.Contains(place.Slug)).ToList();
        // A role held for one of the committee's offices is limited to no place: every office works on matters.
        if (slugs.Any(slug => !units.Exists(unit => unit.Slug == slug) && !tops.Exists(place => place.Slug == slug)))
            return FieldScope.Whole;
        return new FieldScope(
            IsWhole: false,
            [
                .. all.Where(place => tops.Exists(top => place.Lineage.StartsWith(top.Lineage, StringComparison.Ordinal)))
                    .Select(place => place.Id),
            ],
            [.. units.Select(unit => unit.Id)]
        );
    }
}

/// <summary>Places and handling units that a permission is limited to; nothing else when it is whole.</summary>
public sealed record FieldScope(bool IsWhole, IReadOnlyList<Guid> Places, IReadOnlyList<Guid> Units)
{
    public static FieldScope Whole { get; } = new(IsWhole: true, [], []);
}
