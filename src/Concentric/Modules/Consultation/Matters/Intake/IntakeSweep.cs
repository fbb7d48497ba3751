using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>
/// Forgets drafts and receipts whose day is over, and who sent what ended a year ago, as the notice on the form promises.
/// </summary>
public sealed class IntakeSweep(AppDb db, FileStore files, TimeProvider time) : ICommitteeJob
{
    /// <summary>States after which nobody needs to reach the submitter. What is closed waits for its second visit.</summary>
    private static readonly MatterState[] Over = [.. MatterMoves.Ends.Where(state => state != MatterState.Closed)];

    public static string Name => "intake-sweep";

    /// <summary>Every hour.</summary>
    public static string Cron => "30 17 * * * ?";

    public async Task RunAsync(CancellationToken cancellation)
    {
        var drafts = time.GetUtcNow() - MatterDraft.Kept;
        var receipts = time.GetUtcNow() - MatterReceipt.Kept;
        var submitters = time.GetUtcNow() - MatterSubmitter.KeptAfterEnd;
        var pictures = await db.Set<StoredFile>()
            .Where(file =>
                file.OwnerType == MatterDraft.PictureOwner
                && !db.Set<MatterDraft>().Any(draft => draft.Id == file.OwnerId && draft.SavedAt >= drafts)
            )
            .ToListAsync(cancellation);
        db.RemoveRange(pictures);
        await db.SaveChangesAsync(cancellation);
        pictures.ForEach(files.Erase);
        await db.InOneTransactionAsync(
            async () =>
            {
                await db.Set<MatterDraft>().Where(draft => draft.SavedAt < drafts).ExecuteDeleteAsync(cancellation);
                await db.Set<MatterReceipt>().Where(receipt => receipt.GivenAt < receipts).ExecuteDeleteAsync(cancellation);
                await db.Set<MatterSubmitter>()
                    .Where(submitter =>
                        db.Set<Matter>()
                            .Any(matter =>
                                matter.Id == submitter.MatterId && Over.Contains(matter.State) && matter.StateSince < submitters
                            )
                    )
                    .ExecuteDeleteAsync(cancellation);
            },
            cancellation
        );
    }
}
