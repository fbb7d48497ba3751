using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings;

public sealed partial class MeetingsApi
{
    /// <summary>The sheet of a meeting, in its order.</summary>
    public Task<List<SheetRow>> SheetAsync(Guid meetingId, CancellationToken cancellation = default) =>
        db.Set<Attendance>()
            .Where(row => row.MeetingId == meetingId)
            .OrderBy(row => row.Order)
            .Select(row => new SheetRow(row.Id, row.MembershipId, row.Name, row.Basis, row.Answer, row.Presence))
            .ToListAsync(cancellation);

    /// <summary>A member says that he or she will come.</summary>
    public async Task SignUpAsync(Guid meetingId, IReadOnlyCollection<Guid> rowIds, CancellationToken cancellation = default)
    {
        var meeting = await db.Set<Meeting>().SingleAsync(row => row.Id == meetingId, cancellation);
        foreach (var row in await RowsAsync(meetingId, rowIds, cancellation))
            row.SignUp(meeting, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Asks leave for one person on the sheet, within the notice that the kind asks.</summary>
    public async Task AskLeaveAsync(Guid meetingId, Guid rowId, string reason, CancellationToken cancellation = default)
    {
        var meeting = await db.Set<Meeting>().SingleAsync(row => row.Id == meetingId, cancellation);
        var row = (await RowsAsync(meetingId, [rowId], cancellation))[0];
        row.AskLeave(meeting, kinds[meeting.Kind], reason, committee.Today(time), Doer.Of(actor, time));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Decides on leave as the holder of a role that the kind of meeting names.</summary>
    public async Task DecideLeaveAsync(
        Guid meetingId,
        Guid rowId,
        LeaveDecision decision,
        CancellationToken cancellation = default
    )
    {
        var meeting = await db.Set<Meeting>().SingleAsync(row => row.Id == meetingId, cancellation);
        var row = (await RowsAsync(meetingId, [rowId], cancellation))[0];
        var approver = new LeaveApprover(Doer.Of(actor, time), actor.PersonId, [decision.AsRole]);
        row.DecideLeave(meeting, kinds[meeting.Kind], approver, decision.Approved, decision.Reason);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Marks the sheet: those named as they are, all others present (or excused, if their leave was approved).</summary>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="exceptions">By the row's id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task TakeAttendanceAsync(
        Guid meetingId,
        IReadOnlyDictionary<Guid, Presence> exceptions,
        CancellationToken cancellation = default
    )
    {
        var meeting = await db.Set<Meeting>().SingleAsync(row => row.Id == meetingId, cancellation);
        RefusedException.ThrowIf(Attendance.WhyNotTake(meeting, time.GetUtcNow()));
        var doer = Doer.Of(actor, time);
        foreach (var row in await db.Set<Attendance>().Where(row => row.MeetingId == meetingId).ToListAsync(cancellation))
        {
            if (exceptions.TryGetValue(row.Id, out var presence))
                row.Mark(meeting, presence, doer);
            else
                row.MarkPresentUnlessKnown(meeting, doer);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private async Task<List<Attendance>> RowsAsync(
        Guid meetingId,
        IReadOnlyCollection<Guid> rowIds,
        CancellationToken cancellation
    )
    {
        var rows = await db.Set<Attendance>()
            .Include(row => row.Leaves)
            .Where(row => row.MeetingId == meetingId && rowIds.Contains(row.Id))
            .ToListAsync(cancellation);
        return rows.Count == rowIds.Count ? rows : throw new KeyNotFoundException("Not all of these stand on the sheet.");
    }
}

/// <summary>One person on a sheet as other modules see it.</summary>
public sealed record SheetRow(Guid Id, Guid? MembershipId, string Name, AttendanceBasis Basis, Answer Answer, Presence Presence);

/// <summary>A decision on leave, taken in a role that may take it.</summary>
public sealed record LeaveDecision(bool Approved, string AsRole, string? Reason = null);
