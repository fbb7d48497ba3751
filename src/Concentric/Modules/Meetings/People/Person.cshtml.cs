using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Meetings.People;

/// <summary>One person on the sheet: the answer, leave and its decision, a late check-in.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class SheetPersonPage(
    MeetingDesk desk,
    MeetingNotices notices,
    RoleCatalog roles,
    IStringLocalizer<MeetingsTexts> text
) : MeetingPage(desk)
{
    [FromRoute]
    public Guid RowId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? LeaveReason { get; set; }

    [BindProperty]
    public string? CheckInReason { get; set; }

    [BindProperty]
    public Presence CheckInAs { get; set; } = Presence.Present;

    public Attendance Row { get; private set; } = null!;
    public Refusal? WhyNotDecide => Row.WhyNotDecideLeave(Meeting, Kind, Approver);
    public bool MayEnterLeave => Desk.Actor.Can(MeetingsPermissions.Prepare) && Row.WhyNotEnterLeave(Meeting) is null;
    public bool MayCheckInLate =>
        Desk.Actor.Can(MeetingsPermissions.TakeAttendance) && Row.WhyNotCheckInLate(Meeting, Now) is null;
    public bool MayRemove => Desk.Actor.Can(MeetingsPermissions.Prepare) && Row.WhyNotRemove(Meeting) is null;

    public string ApproverTitles =>
        string.Join(
            text["Separator"],
            Kind.LeaveApprovers.Select(id => roles.Find(id))
                .OfType<Role>()
                .Select(role => Language.IsEnglish ? role.TitleEn : role.Title)
        );

    public IReadOnlyList<SelectListItem> CheckInChoices =>
        [
            .. new[] { Presence.Present, Presence.Late, Presence.LeftEarly }.Select(presence => new SelectListItem(
                text[$"Presence.{presence}"],
                presence.ToString()
            )),
        ];

    private LeaveApprover Approver =>
        new(
            Doer,
            Desk.Actor.PersonId,
            Desk.Actor.Can(MeetingsPermissions.DecideLeave) ? [.. Desk.Actor.Roles.Select(role => role.Role)] : []
        );

    public override async Task OnPageHandlerExecutionAsync(
        Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context,
        Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next
    )
    {
        Row = (
            await Db.Set<Attendance>()
                .Include(row => row.Leaves)
                .SingleOrDefaultAsync(row => row.MeetingId == Id && row.Id == RowId)
        )!;
        if (Row is null)
            context.Result = NotFound();
        else
            await base.OnPageHandlerExecutionAsync(context, next);
    }

    public async Task<IActionResult> OnPostDecideAsync(bool approved)
    {
        var whyNot = WhyNotDecide ?? (approved ? null : At(nameof(Reason), Meeting.WhyNotReason(Reason)));
        if (whyNot is not null)
            return await RefusedAsync(whyNot);
        Row.DecideLeave(Meeting, Kind, Approver, approved, Reason);
        await notices.TellDecisionAsync(Meeting, Row, approved, Reason);
        return await FinishAsync(approved ? "Meeting.LeaveApproved" : "Meeting.LeaveRefused");
    }

    public async Task<IActionResult> OnPostEnterLeaveAsync()
    {
        if (!Desk.Actor.Can(MeetingsPermissions.Prepare))
            return NotFound();
        if ((Row.WhyNotEnterLeave(Meeting) ?? At(nameof(LeaveReason), Meeting.WhyNotReason(LeaveReason))) is { } refusal)
            return await RefusedAsync(refusal);
        Row.EnterLeave(Meeting, LeaveReason!, Doer);
        await notices.AskApproversAsync(Meeting, Kind, Row);
        return await FinishAsync("Meeting.LeaveEntered");
    }

    public async Task<IActionResult> OnPostCheckInLateAsync()
    {
        if (!Desk.Actor.Can(MeetingsPermissions.TakeAttendance))
            return NotFound();
        var whyNot = Row.WhyNotCheckInLate(Meeting, Now) ?? At(nameof(CheckInReason), Meeting.WhyNotReason(CheckInReason));
        if (whyNot is not null)
            return await RefusedAsync(whyNot);
        Row.CheckInLate(Meeting, CheckInAs, CheckInReason!, Doer);
        return await FinishAsync("Meeting.CheckedInLate");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!Desk.Actor.Can(MeetingsPermissions.Prepare))
            return NotFound();
        if (Row.WhyNotRemove(Meeting) is { } refusal)
            return await RefusedAsync(refusal);
        Db.Remove(Row);
        return await FinishAsync("Meeting.PersonRemoved", "/people");
    }

    private async Task<IActionResult> FinishAsync(string done, string? then = null)
    {
        if (await SaveAsync() is { } late)
        {
            Row = await Db.Set<Attendance>().Include(row => row.Leaves).SingleAsync(row => row.Id == RowId);
            return await RefusedAsync(late);
        }

        Flash(done, Row.Name);
        return GoTo(Address + (then ?? "/people/" + RowId));
    }

    private static Refusal? At(string field, Refusal? refusal) => refusal?.At(field);
}
