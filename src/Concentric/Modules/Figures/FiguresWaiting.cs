using Concentric.Modules.Figures.Accounts;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Figures;

/// <summary>What of the accounts waits for the reader: to review, to sign, to publish.</summary>
internal sealed class FiguresWaiting(AppDb db, CurrentActor actor, IStringLocalizer<FiguresTexts> text) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingWork>> ForReaderAsync(CancellationToken cancellation) =>
        WaitingWork.Of(
            await CountAsync("Waiting.Review", FigurePermissions.ReviewAccounts, AccountState.FiguresFrozen, cancellation),
            await CountAsync("Waiting.Sign", FigurePermissions.SignAccounts, AccountState.Reviewed, cancellation),
            await CountAsync("Waiting.Publish", FigurePermissions.PublishAccounts, AccountState.Signed, cancellation)
        );

    private async Task<(string Title, int Count, string Path)> CountAsync(
        string key,
        string permission,
        AccountState state,
        CancellationToken cancellation
    ) =>
        (
            text[key],
            actor.Can(permission) ? await db.Set<AnnualAccount>().CountAsync(account => account.State == state, cancellation) : 0,
            "/office/annual-accounts"
        );
}
