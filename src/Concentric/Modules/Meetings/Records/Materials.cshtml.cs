using Concentric.Platform;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Records;

/// <summary>The materials of a meeting: files for those whom it expects.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class MaterialsPage(MeetingDesk desk, FileStore files) : MeetingPage(desk)
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    public bool MayChange => Desk.Actor.Can(MeetingsPermissions.Prepare) && Meeting.WhyNotChangeAgenda() is null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Desk.Actor.Can(MeetingsPermissions.Prepare))
            return NotFound();
        if (Meeting.WhyNotChangeAgenda() is { } filed)
            return await RefusedAsync(filed);
        var (file, refusal) = Upload is null
            ? (null, new Refusal("MaterialMissing"))
            : await files.StoreAsync(Upload, FilePurpose.Material, Meeting.SourceType, Id, cancellation);
        if (refusal is not null)
            return await RefusedAsync(refusal.At(nameof(Upload)));
        await Db.SaveChangesAsync(cancellation);
        Flash("Materials.Added", file!.Name);
        return GoTo(Address + "/materials");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid file, CancellationToken cancellation)
    {
        if (!Desk.Actor.Can(MeetingsPermissions.Prepare))
            return NotFound();
        if (Meeting.WhyNotChangeAgenda() is { } filed)
            return await RefusedAsync(filed);
        var row = await Db.StoredFiles.SingleOrDefaultAsync(
            stored => stored.Id == file && stored.OwnerType == Meeting.SourceType && stored.OwnerId == Id,
            cancellation
        );
        if (row is null)
            return NotFound();
        Db.StoredFiles.Remove(row);
        await Db.SaveChangesAsync(cancellation);
        Flash("Materials.Removed", row.Name);
        return GoTo(Address + "/materials");
    }

    protected override async Task ShowAsync() => Files = await MeetingFileOwner.Of(Db, Id).ToListAsync();
}
