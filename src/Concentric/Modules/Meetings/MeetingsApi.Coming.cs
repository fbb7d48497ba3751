using Concentric.Modules.Meetings.Mine;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings;

public sealed partial class MeetingsApi
{
    /// <summary>The next announced meetings, for those who may see all; for others none.</summary>
    public async Task<List<ComingMeeting>> ComingAsync(int most, CancellationToken cancellation = default) =>
        actor.Can(MeetingsPermissions.View)
            ? await Announced()
                .OrderBy(meeting => meeting.StartsAt)
                .Take(most)
                .Select(meeting => new ComingMeeting(
                    meeting.Id,
                    meeting.Title,
                    meeting.StartsAt,
                    meeting.EndsAt,
                    meeting.Place,
                    Answer.None
                ))
                .ToListAsync(cancellation)
            : [];

    /// <summary>The next meetings that expect whoever is signed in, with the answer given.</summary>
    public Task<List<ComingMeeting>> OwnComingAsync(int most, CancellationToken cancellation = default) =>
        (
            from row in db.Set<Attendance>().Of(actor)
            join meeting in Announced() on row.MeetingId equals meeting.Id
            orderby meeting.StartsAt
            select new ComingMeeting(meeting.Id, meeting.Title, meeting.StartsAt, meeting.EndsAt, meeting.Place, row.Answer)
        )
            .Take(most)
            .ToListAsync(cancellation);

    private IQueryable<Meeting> Announced()
    {
        var now = time.GetUtcNow();
        return db.Set<Meeting>()
            .Where(meeting =>
                meeting.Number != null
                && meeting.EndsAt >= now
                && meeting.State != MeetingState.Cancelled
                && meeting.State != MeetingState.Postponed
            );
    }
}

/// <summary>A meeting to come.</summary>
/// <param name="Answer">What was answered by the one who asks; none for lists of all.</param>
public sealed record ComingMeeting(
    Guid Id,
    string Title,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string Place,
    Answer Answer
);
