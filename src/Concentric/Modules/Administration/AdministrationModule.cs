using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;

namespace Concentric.Modules.Administration;

/// <summary>
/// 三员 (SeparatedAdmins): pages of the system administrator (accounts, settings), the security administrator (roles) and
/// the audit administrator (the trail). What they administer belongs to the platform.
/// </summary>
public sealed class AdministrationModule : IModule
{
    private const string Group = "Menu.Administration";

    public string Name => "administration";

    public Type Texts => typeof(AdministrationTexts);

    public IReadOnlyList<MenuEntry> Menu =>
        [
            new(Face.Office, "Menu.Accounts", "/office/accounts", "users", PlatformPermissions.ReadAccounts, 80, Group),
            new(Face.Office, "Menu.Settings", "/office/settings", "settings", PlatformPermissions.ChangeSettings, 82, Group),
            new(Face.Office, "Menu.Audit", "/office/audit", "history", PlatformPermissions.ReadAudit, 84, Group),
        ];
}

/// <summary>The module's words.</summary>
public sealed class AdministrationTexts;
