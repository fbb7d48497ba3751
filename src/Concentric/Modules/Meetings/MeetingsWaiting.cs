using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Meetings;

/// <summary>What of the meetings waits for the reader: drafts to approve, leave to decide, attendance to confirm.</summary>
internal sealed class MeetingsWaiting(AppDb db, MeetingKinds kinds, CurrentActor actor, IStringLocalizer<MeetingsTexts> text)
    : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingWork>> ForReaderAsync(CancellationToken cancellation) =>
        WaitingWork.Of(
            (
                text["Waiting.Approve"],
                await CountAsync(MeetingsPermissions.Approve, MeetingState.Draft, cancellation),
                "/office/meetings?f.state=Draft"
            ),
            (
                text["Waiting.Confirm"],
                await CountAsync(MeetingsPermissions.ConfirmAttendance, MeetingState.Ended, cancellation),
                "/office/meetings?f.state=Ended"
            ),
            (text["Waiting.Leave"], await CountLeaveAsync(cancellation), "/office/leave")
        );

    private async Task<int> CountAsync(string permission, MeetingState state, CancellationToken cancellation) =>
        actor.Can(permission) ? await db.Set<Meeting>().CountAsync(meeting => meeting.State == state, cancellation) : 0;

    private async Task<int> CountLeaveAsync(CancellationToken cancellation)
    {
        if (!actor.Can(MeetingsPermissions.DecideLeave))
            return 0;
        var mine = kinds.DecidedBy(actor);
        return await db.Set<Attendance>()
            .Where(row => row.Answer == Answer.LeaveAsked)
            .Join(
                db.Set<Meeting>().Where(meeting => mine.Contains(meeting.Kind)),
                row => row.MeetingId,
                meeting => meeting.Id,
                (row, _) => row.Id
            )
            .CountAsync(cancellation);
    }
}
