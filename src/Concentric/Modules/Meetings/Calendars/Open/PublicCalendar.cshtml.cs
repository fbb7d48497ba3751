using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;

namespace Concentric.Modules.Meetings.Calendars.Open;

/// <summary>The meetings of a month that are marked public.</summary>
[AllowAnonymous]
public sealed class PublicCalendarPage(AppDb db, CurrentCommittee committee, TimeProvider time) : AppPage
{
    public CalendarMonth Month { get; private set; } = null!;

    public async Task OnGetAsync(string? month) =>
        Month = await CalendarMonth.ReadAsync(
            db.Set<Meeting>().Where(meeting => meeting.IsPublic && meeting.Number != null),
            month,
            committee,
            time,
            ("/calendar", "/meetings")
        );
}
