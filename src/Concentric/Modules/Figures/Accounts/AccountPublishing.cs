using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures.Accounts;

/// <summary>发布: the account becomes readable for everybody, and its year's figures with it, because its numbers open into them.</summary>
public sealed class AccountPublishing(AppDb db, CurrentActor actor, CurrentCommittee committee, TimeProvider time)
{
    /// <summary>Publishes within the caller's save.</summary>
    public async Task PublishAsync(AnnualAccount account, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        account.Publish(actor.AccountId, now);
        if (!await db.Set<OpenYear>().AnyAsync(row => row.Year == account.Year, cancellation))
            db.Add(OpenYear.Open(account.Year, actor.AccountId, now, committee.Today(time)));
    }
}
