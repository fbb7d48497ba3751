namespace Concentric.Platform.Identity;

/// <summary>Where somebody who signed in begins: staff at the office's desk, members at their own work, others on the home page.</summary>
internal static class StartPage
{
    /// <returns>A path below the committee.</returns>
    internal static string Of(Account account, RoleCatalog roles) =>
        roles.PermissionsOf(account.Roles.Select(held => held.Role)).Contains(PlatformPermissions.UseOffice) ? "/office"
        : account.PersonId is not null ? "/my"
        : "/";
}
