using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;

namespace Concentric.Modules.Meetings.Calendars;

/// <summary>All meetings of a month, for the office.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class OfficeCalendarPage(AppDb db, CurrentCommittee committee, TimeProvider time) : AppPage
{
    public CalendarMonth Month { get; private set; } = null!;

    public async Task OnGetAsync(string? month) =>
        Month = await CalendarMonth.ReadAsync(
            db.Set<Meeting>(),
            month,
            committee,
            time,
            ("/office/calendar", "/office/meetings")
        );
}
