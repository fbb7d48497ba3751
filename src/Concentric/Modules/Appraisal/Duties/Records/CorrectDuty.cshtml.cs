using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Duties.Records;

/// <summary>Asks for what was confirmed to be put right. What stands keeps counting until a second person confirms the correction.</summary>
[RequirePermission(DutyPermissions.Register)]
public sealed class CorrectDutyPage(DutyDesk desk) : DutyFormPage(desk)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>It never happened: nothing takes its place.</summary>
    [BindProperty]
    public bool Revokes { get; set; }

    public DutyRecord Record { get; private set; } = null!;

    public override string SaveKey => "Duty.Correct.Do";

    public override string BackPath => "/office/appraisal/duties/" + Id;

    protected override Guid? Origin => Record.OriginId;

    protected override Refusal? MoreFault() => DutyRecord.WhyNotReason(Reason);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Record = (
            await Desk
                .Db.Set<DutyRecord>()
                .Within(Desk.Field, DutyPermissions.Register)
                .Include(row => row.Members)
                .SingleOrDefaultAsync(row => row.Id == Id)
        )!;
        if (Record is null)
        {
            context.Result = NotFound();
        }
        else if (Record.WhyNotCorrect() is not null || await IsUnderWayAsync())
        {
            Warn("Refusal.DutyCorrectionUnderWay");
            context.Result = GoTo(BackPath);
        }
        else
        {
            await next();
        }
    }

    public Task<PageResult> OnGetAsync(CancellationToken cancellation)
    {
        Input = DutyForm.Of(Record.ToDetails());
        return ShowAsync(cancellation);
    }

    protected override async Task<IActionResult?> KeepAsync(DutyDetails details, CancellationToken cancellation)
    {
        var last = await Desk
            .Db.Set<DutyRecord>()
            .Where(row => row.OriginId == Record.OriginId)
            .MaxAsync(row => row.Revision, cancellation);
        var correction = Record.Correct(Revokes ? null : details, Reason!, last + 1, Desk.Book.Today, Desk.Doer);
        Desk.Db.Add(correction);
        if (!await StoreFilesAsync(Record.OriginId, cancellation))
            return null;
        if (await SavedAsync(cancellation) is { } late)
        {
            Tell(late);
            return null;
        }

        Flash("Duty.Done.Correct");
        return GoTo("/office/appraisal/duties/" + correction.Id);
    }

    private Task<bool> IsUnderWayAsync() =>
        Desk
            .Db.Set<DutyRecord>()
            .AnyAsync(row => row.CorrectsId == Id && (row.State == DutyState.Registered || row.State == DutyState.Returned));
}
