using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Calendars.Open;

/// <summary>
/// What everybody may see of a meeting, so that a public number opens down to its record: no names; the title and the
/// place only where the meeting itself is public.
/// </summary>
[AllowAnonymous]
public sealed class PublicMeetingPage(AppDb db, MeetingKinds kinds, MeetingWords words) : AppPage
{
    public Meeting Meeting { get; private set; } = null!;
    public SheetCount? Count { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public MeetingKind Kind => kinds[Meeting.Kind];
    public string KindAndNumber => words.PublicName(Kind, Meeting.NumberYear, Meeting.Number);
    public string Title => Meeting.IsPublic ? Meeting.Title : KindAndNumber;
    public string? OrganiserName => kinds.FindOrganiser(Meeting.Organiser)?.Name;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var found = await db.Set<Meeting>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.Number != null && (row.IsPublic || row.Revision > 0), cancellation);
        if (found is null)
            return NotFound();
        Meeting = found;
        var confirmation = await db.Set<AttendanceConfirmation>()
            .AsNoTracking()
            .Where(row => row.MeetingId == id)
            .OrderByDescending(row => row.Revision)
            .FirstOrDefaultAsync(cancellation);
        (Count, ConfirmedAt) = (confirmation?.Count, confirmation?.At);
        return Page();
    }
}
