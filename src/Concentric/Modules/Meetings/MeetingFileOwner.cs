using Concentric.Modules.Meetings.Mine;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings;

/// <summary>会议材料: the materials of a meeting are for the office and for those who stand on its sheet once the notice is out.</summary>
internal sealed class MeetingFileOwner(AppDb db) : IFileOwner
{
    public string OwnerType => Meeting.SourceType;

    public async Task<bool> MayReadAsync(Guid ownerId, CurrentActor actor) =>
        actor.Can(MeetingsPermissions.View)
        || (
            await db.Set<Meeting>().AnyAsync(meeting => meeting.Id == ownerId && meeting.Number != null)
            && await db.Set<Attendance>().Of(actor).AnyAsync(row => row.MeetingId == ownerId)
        );

    /// <summary>The materials in the order in which they came.</summary>
    internal static IQueryable<StoredFile> Of(AppDb db, Guid meetingId) =>
        db
            .StoredFiles.AsNoTracking()
            .Where(file => file.OwnerType == Meeting.SourceType && file.OwnerId == meetingId)
            .OrderBy(file => file.Id);
}
