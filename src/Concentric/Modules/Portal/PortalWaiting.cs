using Concentric.Modules.Portal.Articles;
using Concentric.Modules.Portal.Corrections;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Portal;

/// <summary>What of the portal waits for the reader: articles whose next step is theirs, errors that readers told of.</summary>
internal sealed class PortalWaiting(AppDb db, CurrentActor actor, IStringLocalizer<PortalTexts> text) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingWork>> ForReaderAsync(CancellationToken cancellation) =>
        actor.Can(PortalPermissions.Read)
            ? WaitingWork.Of(
                (
                    text["Waiting.Articles"],
                    await ArticlesWaiting.For(db.Set<Article>(), actor).CountAsync(cancellation),
                    "/office/articles?f.desk=mine"
                ),
                (
                    text["Waiting.Suggestions"],
                    await db.Set<ArticleCorrection>().CountAsync(row => row.State == CorrectionState.Waiting, cancellation),
                    "/office/articles/suggestions"
                )
            )
            : [];
}
