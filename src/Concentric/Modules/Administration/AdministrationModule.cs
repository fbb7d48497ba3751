using Concentric.Modules.Administration.Accounts;
using Concentric.Modules.Administration.Audit;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Administration;

/// <summary>
/// 三员 (SeparatedAdmins): pages of the system administrator (accounts, settings), the security administrator (roles) and
/// the audit administrator (the trail). What they administer belongs to the platform.
/// </summary>
public sealed class AdministrationModule : IModule
{
    private const string Group = "Menu.Administration";

    /// <summary>A committee begins with so many accounts, each with one role.</summary>
    private const int Administrators = 3;

    public string Name => "administration";

    public Type Texts => typeof(AdministrationTexts);

    public IReadOnlyList<MenuEntry> Menu =>
        [
            new(Face.Office, "Menu.Accounts", "/office/accounts", "users", PlatformPermissions.ReadAccounts, 80, Group),
            new(Face.Office, "Menu.Settings", "/office/settings", "settings", PlatformPermissions.ChangeSettings, 82, Group),
            new(Face.Office, "Menu.Audit", "/office/audit", "history", PlatformPermissions.ReadAudit, 84, Group),
        ];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<AuditVocabulary>();
        services.AddScoped<IWaitingWork, AdministrationWaiting>();
        services.AddSingleton(
            new FirstStep(
                "FirstStep.Settings",
                "/office/settings",
                PlatformPermissions.ChangeSettings,
                (db, cancellation) =>
                    db.Committees.AnyAsync(
                        row => row.Id == db.CommitteeId && (row.ContactPhone != null || row.ContactEmail != null),
                        cancellation
                    )
            )
        );
        services.AddSingleton(
            new FirstStep(
                "FirstStep.Accounts",
                "/office/accounts/new",
                PlatformPermissions.ManageAccounts,
                async (db, cancellation) => await db.Accounts.CountAsync(cancellation) > Administrators
            )
        );
    }
}

/// <summary>The module's words.</summary>
public sealed class AdministrationTexts;
