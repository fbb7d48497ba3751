using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Administration.Accounts;

/// <summary>What waits for the security administrator: accounts that were made and may do nothing yet.</summary>
internal sealed class AdministrationWaiting(AppDb db, CurrentActor actor, IStringLocalizer<AdministrationTexts> text)
    : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingWork>> ForReaderAsync(CancellationToken cancellation) =>
        actor.Can(PlatformPermissions.AssignRoles)
            ? WaitingWork.Of(
                (
                    text["Waiting.NoRole"],
                    await db.Accounts.CountAsync(account => account.DisabledAt == null && account.Roles.Count == 0, cancellation),
                    $"/office/accounts?f.role={AccountsPage.NoRole}"
                )
            )
            : [];
}
