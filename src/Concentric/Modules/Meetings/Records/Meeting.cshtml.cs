using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Meetings.Records;

/// <summary>One meeting in the office: what it is, what can be done next and why not, and everything that was done.</summary>
[RequirePermission(MeetingsPermissions.View)]
public sealed class MeetingRecordPage(MeetingDesk desk, MeetingHistory history) : MeetingPage(desk)
{
    public IReadOnlyList<NextStep> Next { get; private set; } = [];

    /// <summary>The next step, where this reader can take none.</summary>
    public NextStep? ForOthers { get; private set; }
    public IReadOnlyList<AttendanceConfirmation> Confirmations { get; private set; } = [];
    public IReadOnlyList<HistoryMoment> History { get; private set; } = [];
    public SheetCount Sheet { get; private set; } = new();
    public int SignedUp { get; private set; }
    public int OnLeave { get; private set; }

    public string? OrganiserName => Desk.Kinds.FindOrganiser(Meeting.Organiser)?.Name;
    public bool MayEdit => Desk.Actor.Can(MeetingsPermissions.Prepare) && Meeting.WhyNotChange() is null;
    public bool MayPostpone => Desk.Actor.Can(MeetingsPermissions.Prepare) && Meeting.WhyNotPostpone() is null;
    public bool MayCancel => Desk.Actor.Can(MeetingsPermissions.Prepare) && Meeting.WhyNotCancel() is null;
    public bool MayCorrect => Desk.Actor.Can(MeetingsPermissions.ConfirmAttendance) && Meeting.WhyNotCorrect() is null;

    protected override IQueryable<Meeting> With(IQueryable<Meeting> meetings) =>
        meetings.Include(row => row.Agenda).Include(row => row.Speakers);

    public Task<IActionResult> OnPostApproveAsync() =>
        DoAsync(MeetingsPermissions.Approve, Meeting.WhyNotApprove(), () => Meeting.Approve(Doer), "Meeting.Done.Approve");

    public Task<IActionResult> OnPostCloseSignUpAsync() =>
        DoAsync(
            MeetingsPermissions.Prepare,
            Meeting.WhyNotCloseSignUp(),
            () => Meeting.CloseSignUp(Doer),
            "Meeting.Done.CloseSignUp"
        );

    public Task<IActionResult> OnPostStartAsync() =>
        DoAsync(
            MeetingsPermissions.Prepare,
            Meeting.WhyNotStart(Now),
            () => Meeting.Start(Doer),
            "Meeting.Done.Start",
            Address + "/attendance"
        );

    public Task<IActionResult> OnPostEndAsync() =>
        DoAsync(
            MeetingsPermissions.Prepare,
            Meeting.WhyNotEnd(Now),
            () => Meeting.End(Doer),
            "Meeting.Done.End",
            Address + "/attendance"
        );

    public Task<IActionResult> OnPostFileAsync() =>
        DoAsync(
            MeetingsPermissions.Prepare,
            Meeting.WhyNotFileResults(Kind),
            () => Meeting.FileResults(Kind, Doer),
            "Meeting.Done.File"
        );

    public Task<IActionResult> OnPostArchiveAsync() =>
        DoAsync(MeetingsPermissions.Prepare, Meeting.WhyNotArchive(), () => Meeting.Archive(Doer), "Meeting.Done.Archive");

    protected override async Task ShowAsync()
    {
        var sheet = await Db.Set<Attendance>().AsNoTracking().Where(row => row.MeetingId == Id).ToListAsync();
        Sheet = SheetCount.Of(sheet);
        SignedUp = sheet.Count(row => row.Answer == Answer.SignedUp);
        OnLeave = sheet.Count(row => row.Answer is Answer.LeaveAsked or Answer.LeaveApproved);
        Confirmations = await Db.Set<AttendanceConfirmation>()
            .AsNoTracking()
            .Where(row => row.MeetingId == Id)
            .OrderByDescending(row => row.Revision)
            .ToListAsync();
        History = await history.OfAsync(Id);
        var steps = NextStep.Of(Meeting, Kind, Now);
        Next = [.. steps.Where(step => Desk.Actor.Can(step.Permission))];
        ForOthers = Next.Count == 0 && steps.Count > 0 ? steps[0] : null;
    }
}
