using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Studies;

/// <summary>One missed study session of one member: the organiser confirms how it was made up.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class MakeUpPage(
    AppDb db,
    MeetingKinds kinds,
    MakingUp making,
    CurrentActor actor,
    CurrentCommittee committee,
    TimeProvider time
) : AppPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? How { get; set; }

    public Attendance Row { get; private set; } = null!;
    public Meeting Meeting { get; private set; } = null!;
    public MeetingKind Kind => kinds[Meeting.Kind];
    public bool MayConfirm => actor.Can(MeetingsPermissions.ConfirmAttendance) && Row.WhyNotMakeUp(Meeting, Kind) is null;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Row = (await db.Set<Attendance>().SingleOrDefaultAsync(row => row.Id == Id))!;
        if (Row is not null)
            Meeting = await db.Set<Meeting>().SingleAsync(meeting => meeting.Id == Row.MeetingId);
        if (Row is null || !Kind.IsStudySession)
            context.Result = NotFound();
        else
            await next();
    }

    public void OnGet() => Day = committee.Today(time);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!actor.Can(MeetingsPermissions.ConfirmAttendance))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        if (await making.ConfirmAsync(Meeting, Row, Day, How, cancellation) is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        Flash("MakeUps.Confirmed", Row.Name);
        return GoTo("/office/study/make-ups");
    }
}
