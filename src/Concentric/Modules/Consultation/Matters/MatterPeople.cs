using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Members;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>The accounts that something about a matter is told to.</summary>
public sealed class MatterPeople(AppDb db, RoleCatalog roles, PlaceChoices places, MembersApi members)
{
    private readonly Dictionary<string, IReadOnlyList<Holder>> holders = new(StringComparer.Ordinal);
    private IReadOnlySet<string>? units;

    /// <summary>
    /// Those who may do it and are nearest to the place: whose role is held for it or for a place above it; where there are none, those
    /// whose role is held for the whole committee.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> NearestAsync(string permission, Guid placeId, CancellationToken cancellation)
    {
        var lineage = (await places.AllAsync(cancellation)).First(place => place.Id == placeId).Lineage.Split('/');
        var all = await HoldersAsync(permission, cancellation);
        var near = all.Where(holder => holder.Scope is { } scope && lineage.Contains(scope, StringComparer.Ordinal)).ToList();
        return near.Count > 0 ? Accounts(near) : await OfWholeAsync(permission, cancellation);
    }

    /// <summary>Those who may do it anywhere in the committee. A role held for one of its offices is limited to no place.</summary>
    public async Task<IReadOnlyList<Guid>> OfWholeAsync(string permission, CancellationToken cancellation)
    {
        var slugs = (await places.AllAsync(cancellation)).Select(place => place.Slug).ToHashSet(StringComparer.Ordinal);
        units ??= (await db.Set<HandlingUnit>().Select(unit => unit.Slug).ToListAsync(cancellation)).ToHashSet(
            StringComparer.Ordinal
        );
        var all = await HoldersAsync(permission, cancellation);
        return Accounts(all.Where(holder => holder.Scope is not { } scope || !(slugs.Contains(scope) || units.Contains(scope))));
    }

    /// <summary>The people of handling units.</summary>
    public async Task<IReadOnlyList<Guid>> OfUnitsAsync(IReadOnlyCollection<Guid> unitIds, CancellationToken cancellation)
    {
        var slugs = await db.Set<HandlingUnit>()
            .Where(unit => unitIds.Contains(unit.Id))
            .Select(unit => unit.Slug)
            .ToListAsync(cancellation);
        var all = await HoldersAsync(MatterPermissions.Handle, cancellation);
        return Accounts(all.Where(holder => holder.Scope is { } scope && slugs.Contains(scope)));
    }

    /// <summary>The member who brought the matter in, where one did and has an account.</summary>
    public async Task<Guid?> MemberOfAsync(Matter matter, CancellationToken cancellation) =>
        matter.SubmittingMembershipId is { } seat
        && (await members.AccountsAsync([seat], cancellation)).TryGetValue(seat, out var account)
            ? account
            : null;

    private static IReadOnlyList<Guid> Accounts(IEnumerable<Holder> holders) =>
        [.. holders.Select(holder => holder.AccountId).Distinct()];

    private async Task<IReadOnlyList<Holder>> HoldersAsync(string permission, CancellationToken cancellation)
    {
        if (holders.TryGetValue(permission, out var known))
            return known;
        var granting = roles.All.Where(role => role.Permissions.Contains(permission)).Select(role => role.Id).ToList();
        return holders[permission] = await db
            .Accounts.Where(account => account.DisabledAt == null)
            .SelectMany(
                account => account.Roles,
                (account, role) =>
                    new
                    {
                        account.Id,
                        role.Role,
                        role.Scope,
                    }
            )
            .Where(row => granting.Contains(row.Role))
            .Select(row => new Holder(row.Id, row.Scope))
            .ToListAsync(cancellation);
    }

    private sealed record Holder(Guid AccountId, string? Scope);
}
