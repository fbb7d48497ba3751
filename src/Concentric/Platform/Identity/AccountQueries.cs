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
}
