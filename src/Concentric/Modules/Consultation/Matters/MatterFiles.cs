using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>The files beside what is done to a matter: of a note, of a reply, of the proof. None is ever demanded.</summary>
public sealed class MatterFiles(FileStore store, AppDb db)
{
    public const int MostFiles = 5;

    /// <summary>Of a <see cref="MatterNote"/>.</summary>
    public const string OfNote = "consultation.matter-note";

    /// <summary>Of a <see cref="MatterAssignment"/>: they came with its reply.</summary>
    public const string OfReply = "consultation.matter-reply";

    /// <summary>Of a <see cref="Matter"/>: they show what became of it.</summary>
    public const string OfProof = "consultation.matter-proof";

    /// <summary>Keeps files with the next save.</summary>
    /// <returns>Why they are not kept, beside the field; none when they are.</returns>
    public async Task<Refusal?> StoreAsync(
        IReadOnlyList<IFormFile> files,
        string ownerType,
        Guid owner,
        CancellationToken cancellation
    )
    {
        if (files.Count > MostFiles)
            return new Refusal("MatterTooManyFiles", MostFiles).At("Files");
        foreach (var file in files)
        {
            var (_, refusal) = await store.StoreAsync(file, FilePurpose.Evidence, ownerType, owner, cancellation);
            if (refusal is not null)
                return refusal.At("Files");
        }

        return null;
    }

    /// <summary>The files of these owners, in the order in which they came.</summary>
    public async Task<ILookup<Guid, StoredFile>> OfAsync(IReadOnlyCollection<Guid> owners, CancellationToken cancellation) =>
        (
            await db
                .StoredFiles.AsNoTracking()
                .Where(file => owners.Contains(file.OwnerId))
                .OrderBy(file => file.Id)
                .ToListAsync(cancellation)
        ).ToLookup(file => file.OwnerId);
}

/// <summary>Whoever may read a matter, or was handed it, may have the files of one kind beside it.</summary>
internal abstract class MatterFileOwner(MatterField field) : IFileOwner
{
    public abstract string OwnerType { get; }

    protected abstract IQueryable<Guid> MatterOf(Guid ownerId);

    public async Task<bool> MayReadAsync(Guid ownerId, CurrentActor actor)
    {
        var matter = MatterOf(ownerId);
        var read = await field.MattersAsync(MatterPermissions.Read);
        var handled = await field.MattersAsync(MatterPermissions.Handle);
        return await read.AnyAsync(row => matter.Contains(row.Id)) || await handled.AnyAsync(row => matter.Contains(row.Id));
    }
}

internal sealed class MatterNoteFiles(AppDb db, MatterField field) : MatterFileOwner(field)
{
    public override string OwnerType => MatterFiles.OfNote;

    protected override IQueryable<Guid> MatterOf(Guid ownerId) =>
        db.Set<MatterNote>().Where(row => row.Id == ownerId).Select(row => row.MatterId);
}

internal sealed class MatterReplyFiles(AppDb db, MatterField field) : MatterFileOwner(field)
{
    public override string OwnerType => MatterFiles.OfReply;

    protected override IQueryable<Guid> MatterOf(Guid ownerId) =>
        db.Set<MatterAssignment>().Where(row => row.Id == ownerId).Select(row => row.MatterId);
}

internal sealed class MatterProofFiles(AppDb db, MatterField field) : MatterFileOwner(field)
{
    public override string OwnerType => MatterFiles.OfProof;

    protected override IQueryable<Guid> MatterOf(Guid ownerId) =>
        db.Set<Matter>().Where(row => row.Id == ownerId).Select(row => row.Id);
}
