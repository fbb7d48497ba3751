namespace Concentric.Platform.Identity;

/// <summary>Questions asked of the accounts.</summary>
public static class AccountQueries
{
    /// <summary>Accounts in use that hold a role which grants one of the permissions.</summary>
    public static IQueryable<Account> WhoMay(this IQueryable<Account> accounts, RoleCatalog roles, params string[] permissions)
    {
        var granting = roles.All.Where(role => role.Permissions.Exists(permissions.Contains)).Select(role => role.Id).ToList();
        return accounts.Where(account => account.DisabledAt == null && account.Roles.Any(role => granting.Contains(role.Role)));
    }

    /// <summary>The same for one office's record: those whose role is held for another office are left out.</summary>
    /// <param name="office">Its id; none for what is everybody's.</param>
    public static IQueryable<Account> WhoMayFor(
        this IQueryable<Account> accounts,
        string? office,
        RoleCatalog roles,
        params string[] permissions
    )
    {
        var granting = roles.All.Where(role => role.Permissions.Exists(permissions.Contains)).Select(role => role.Id).ToList();
        return accounts.Where(account =>
            account.DisabledAt == null
            && account.Roles.Any(role =>
                granting.Contains(role.Role) && (office == null || role.Scope == null || role.Scope == office)
            )
        );
    }
}
