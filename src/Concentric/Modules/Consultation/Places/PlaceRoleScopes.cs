using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places;

/// <summary>Heads of workstations hold their role for a place.</summary>
internal sealed class StationScopes(PlaceChoices places) : IRoleScopes
{
    public string Role => PlaceAccess.HeadRole;

    public async Task<IReadOnlyList<RoleScope>> AllAsync(CancellationToken cancellation) =>
        [.. (await places.AllAsync(cancellation)).Select(place => new RoleScope(place.Slug, place.Name))];
}

/// <summary>People of handling units hold their role for the unit.</summary>
internal sealed class UnitScopes(AppDb db) : IRoleScopes
{
    public string Role => HandlingUnit.Role;

    public async Task<IReadOnlyList<RoleScope>> AllAsync(CancellationToken cancellation) =>
        await db.Set<HandlingUnit>()
            .OrderBy(unit => unit.Name)
            .Select(unit => new RoleScope(unit.Slug, unit.Name))
            .ToListAsync(cancellation);
}
