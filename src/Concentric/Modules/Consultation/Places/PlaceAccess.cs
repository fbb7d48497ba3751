using Concentric.Modules.Members;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places;

/// <summary>
/// Who signs in for a place or a unit. A role follows the post: whoever is named head of a workstation gets <c>station-head</c> for the
/// place, a contact who is invited gets <c>handling-unit</c> for the unit; both lose it with the post.
/// </summary>
public sealed class PlaceAccess(PlaceDesk desk, MembersApi members, RoleCatalog roles, ILookupNormalizer normalizer)
{
    /// <summary>The role of a workstation's head, limited to the place's slug; stands in <c>data/roles.yaml</c>.</summary>
    public const string HeadRole = "station-head";

    /// <summary>The accounts in use that hold a role for a place or unit, with their names to sign in.</summary>
    public Task<List<HeldAccount>> HoldersAsync(string role, string scope, CancellationToken cancellation) =>
        desk
            .Db.Accounts.AsNoTracking()
            .Where(account => account.Roles.Any(held => held.Role == role && held.Scope == scope))
            .OrderBy(account => account.DisplayName)
            .Select(account => new HeldAccount(
                account.Id,
                account.DisplayName,
                account.UserName,
                account.PasswordHash != null,
                account.DisabledAt != null
            ))
            .Take(50)
            .ToListAsync(cancellation);

    /// <summary>Hands the role of head over in the next save; a member without an account gets it with the account (<see cref="StationPosts"/>).</summary>
    public async Task HandOverAsync(Place place, Guid? earlier, Guid? head, CancellationToken cancellation)
    {
        if (earlier == head)
            return;
        if (earlier is { } before && await AccountOfAsync(before, cancellation) is { } had)
            had.Roles.RemoveAll(held => held.Role == HeadRole && held.Scope == place.Slug);
        if (head is not { } next || await AccountOfAsync(next, cancellation) is not { } gets)
            return;
        var wanted = gets.Roles.Select(held => held.Role).Append(HeadRole).Distinct(StringComparer.Ordinal).ToList();
        if (roles.WhyNotTogether(wanted) is null && !gets.Roles.Exists(held => held.Role == HeadRole && held.Scope == place.Slug))
            gets.Roles.Add(new AccountRole { Role = HeadRole, Scope = place.Slug });
    }

    /// <summary>Makes an account for a contact, or a new link for one who never signed in; gives the token of the link.</summary>
    public async Task<string> InviteAsync(HandlingUnit unit, UnitContact contact, CancellationToken cancellation)
    {
        var account = contact.AccountId is { } id
            ? await desk.Db.Accounts.SingleAsync(row => row.Id == id, cancellation)
            : await NewAccountAsync(unit, contact, cancellation);
        desk.Db.RemoveRange(
            await desk
                .Db.Set<Invitation>()
                .Where(row => row.AccountId == account.Id && row.UsedAt == null)
                .ToListAsync(cancellation)
        );
        var (invitation, token) = Invitation.For(account, desk.Doer.Now);
        desk.Db.AddRange(invitation, contact.SignInBy(account.Id, desk.Doer));
        await desk.Db.SaveChangesAsync(cancellation);
        return token;
    }

    /// <summary>Takes a contact off the list; whoever signed in as it alone no longer can, whoever is something else too stays that.</summary>
    public async Task RemoveAsync(UnitContact contact, string because, CancellationToken cancellation)
    {
        desk.Db.Add(contact.Remove(desk.Doer));
        if (contact.AccountId is { } id)
        {
            var account = await desk.Db.Accounts.Include(row => row.Roles).SingleAsync(row => row.Id == id, cancellation);
            if (account.Roles.TrueForAll(held => held.Role == HandlingUnit.Role))
                account.Disable(because, desk.Doer.Now);
            else
                account.Roles.RemoveAll(held => held.Role == HandlingUnit.Role);
        }

        await desk.Db.SaveChangesAsync(cancellation);
    }

    private async Task<Account> NewAccountAsync(HandlingUnit unit, UnitContact contact, CancellationToken cancellation)
    {
        var names = await FreeNames.AmongAsync(desk.Db, [unit.Slug], cancellation);
        var userName = names.Take(unit.Slug);
        var account = new Account
        {
            UserName = userName,
            NormalizedUserName = normalizer.NormalizeName(userName),
            DisplayName = $"{unit.Name} {contact.Name}",
        };
        account.SignOutEverywhere();
        account.Roles.Add(new AccountRole { Role = HandlingUnit.Role, Scope = unit.Slug });
        desk.Db.Accounts.Add(account);
        return account;
    }

    private async Task<Account?> AccountOfAsync(Guid membershipId, CancellationToken cancellation) =>
        (await members.AccountsAsync([membershipId], cancellation)).TryGetValue(membershipId, out var id)
            ? await desk.Db.Accounts.Include(row => row.Roles).SingleAsync(row => row.Id == id, cancellation)
            : null;
}

/// <summary>An account that signs in for a place or unit.</summary>
public sealed record HeldAccount(Guid Id, string DisplayName, string UserName, bool HasPassword, bool IsDisabled);
