using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings;

public sealed partial class MeetingsApi
{
    private static readonly MeetingState[] Confirmed =
    [
        MeetingState.AttendanceConfirmed,
        MeetingState.ResultsFiled,
        MeetingState.Archived,
    ];

    /// <summary>Meetings that took place in a period and whose attendance nobody has confirmed.</summary>
    public Task<int> CountUnconfirmedAsync(DateOnly from, DateOnly to, CancellationToken cancellation = default) =>
        db.Set<Meeting>()
            .CountAsync(
                meeting => meeting.State == MeetingState.Ended && meeting.HeldOn >= from && meeting.HeldOn <= to,
                cancellation
            );

    /// <summary>The confirmed meetings of one kind since a day, latest first: what a decision may name as its meeting.</summary>
    public Task<List<HeldMeeting>> ConfirmedAsync(
        string kind,
        DateOnly since,
        int most,
        CancellationToken cancellation = default
    ) =>
        db.Set<Meeting>()
            .Where(meeting => meeting.Kind == kind && meeting.HeldOn >= since && Confirmed.Contains(meeting.State))
            .OrderByDescending(meeting => meeting.HeldOn)
            .ThenByDescending(meeting => meeting.Id)
            .Take(most)
            .Select(meeting => new HeldMeeting(meeting.Id, meeting.Title, meeting.HeldOn))
            .ToListAsync(cancellation);
}

/// <summary>A meeting that took place.</summary>
public sealed record HeldMeeting(Guid Id, string Title, DateOnly HeldOn);
