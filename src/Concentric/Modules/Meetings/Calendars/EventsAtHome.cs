using Concentric.Platform.Data;
using Concentric.Platform.Web.Home;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Calendars;

/// <summary>The next meetings that are marked public, on the public home page.</summary>
internal sealed class EventsAtHome(AppDb db, TimeProvider time) : IHomeEvents
{
    public async Task<IReadOnlyList<HomeEvent>> UpcomingAsync(int most, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return await db.Set<Meeting>()
            .AsNoTracking()
            .Where(meeting =>
                meeting.IsPublic
                && meeting.Number != null
                && meeting.StartsAt > now
                && meeting.State != MeetingState.Cancelled
                && meeting.State != MeetingState.Postponed
            )
            .OrderBy(meeting => meeting.StartsAt)
            .Take(most)
            .Select(meeting => new HomeEvent(meeting.Title, meeting.StartsAt, meeting.Place, "/meetings/" + meeting.Id))
            .ToListAsync(cancellation);
    }
}
