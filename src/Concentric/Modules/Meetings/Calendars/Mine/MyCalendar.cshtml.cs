using Concentric.Modules.Meetings.Mine;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;

namespace Concentric.Modules.Meetings.Calendars.Mine;

/// <summary>The meetings of a month that expect me.</summary>
[RequireSignIn]
public sealed class MyCalendarPage(AppDb db, CurrentActor actor, CurrentCommittee committee, TimeProvider time) : AppPage
{
    public CalendarMonth Month { get; private set; } = null!;

    public async Task OnGetAsync(string? month)
    {
        var mine = db.Set<Attendance>().Of(actor).Select(row => row.MeetingId);
        Month = await CalendarMonth.ReadAsync(
            db.Set<Meeting>().Where(meeting => meeting.Number != null && mine.Contains(meeting.Id)),
            month,
            committee,
            time,
            ("/my/calendar", "/my/meetings")
        );
    }
}
