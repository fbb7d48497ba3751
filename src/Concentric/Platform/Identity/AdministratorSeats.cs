using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Identity;

/// <summary>
/// 三员分立 (SeparatedAdmins; GB/T 22239-2019): a committee always has somebody who can act as each of its three administrators. Tells
/// which of their roles would be left to nobody.
/// </summary>
public sealed class AdministratorSeats(AppDb db, RoleCatalog roles)
{
    /// <summary>
    /// The administrator roles that this account alone can act in. Another account that never set a password cannot act yet, so it
    /// stands in only for one that has none either.
    /// </summary>
    public async Task<IReadOnlyList<string>> OnlyHeldByAsync(Account account, CancellationToken cancellation = default)
    {
        var held = account.Roles.Select(role => role.Role).Intersect(roles.Administrators.Select(role => role.Id)).ToList();
        if (held.Count == 0 || account.DisabledAt is not null)
            return [];
        var needsPassword = account.PasswordHash is not null;
        var elsewhere = await db
            .Accounts.Where(other => other.Id != account.Id && other.DisabledAt == null)
            .Where(other => !needsPassword || other.PasswordHash != null)
            .SelectMany(other => other.Roles.Select(role => role.Role))
            .Where(role => held.Contains(role))
            .Distinct()
            .ToListAsync(cancellation);
        return [.. held.Except(elsewhere)];
    }
}
