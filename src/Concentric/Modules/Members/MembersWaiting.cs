using Concentric.Modules.Members.MemberFile;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Members;

/// <summary>What of the register waits for the reader: corrections that members asked for.</summary>
internal sealed class MembersWaiting(AppDb db, CurrentActor actor, IStringLocalizer<MembersTexts> text) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingWork>> ForReaderAsync(CancellationToken cancellation) =>
        actor.Can(MembersPermissions.Edit)
            ? WaitingWork.Of(
                (
                    text["Waiting.Corrections"],
                    await db.Set<CorrectionRequest>().CountAsync(request => request.AnsweredAt == null, cancellation),
                    "/office/members/corrections"
                )
            )
            : [];
}
