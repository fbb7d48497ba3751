using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Calendars;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Cycle;

/// <summary>A year's appraisal: its ten stages, where it stands, what is missing, and what this reader may do now.</summary>
[RequirePermission(AppraisalPermissions.Read)]
public sealed class CyclePage(
    AppDb db,
    CycleDesk desk,
    MembersApi members,
    WorkingDays workingDays,
    RoleCatalog roles,
    DisplayFormat format
) : AppPage
{
    private const int MostRemarks = 100;

    [BindProperty]
    public CycleVerb Verb { get; set; }

    /// <summary>A reason, or a remark for the record.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The last day of the next stage, where the sheet fixes none.</summary>
    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public int Year { get; private set; }

    public CycleView? View { get; private set; }

    /// <summary>Why the year cannot be opened.</summary>
    public Refusal? WhyNotBegin { get; private set; }

    /// <summary>How many looked at their statements: a total, nothing else.</summary>
    public int Looked { get; private set; }

    public IReadOnlyList<SelfCheck> Remarks { get; private set; } = [];

    /// <summary>Names of those whom decisions are about.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>The way on from here; none at the end.</summary>
    public CycleMove? Next =>
        View is not { } view
            ? null
            : CycleMoves.Forward.FirstOrDefault(move =>
                move.From == view.Cycle.State && (move.Verb == CycleVerb.ConfirmRecheck) == IsToRecheck(view.Cycle)
            );

    /// <summary>The way back from here, where there is one.</summary>
    public CycleMove? Back => View is { } view ? CycleMoves.Find(CycleVerb.Return, view.Cycle.State) : null;

    public Refusal? WhyNot(CycleMove move) => View!.Cycle.WhyNot(move.Verb, View.Seen);

    public bool May(CycleMove move) => desk.Actor.Can(move.Permission);

    public bool MayBegin => desk.Actor.Can(AppraisalPermissions.MoveCycle);

    /// <summary>The roles that may make a move, in words.</summary>
    public string WhoMay(CycleMove move) =>
        format.List(roles.All.Where(role => role.Permissions.Contains(move.Permission)).Select(role => roles.TitleOf(role.Id)));

    /// <summary>The step that last led to a stage; none for one that is still to come or was left again.</summary>
    public CycleStep? StepTo(CycleState state) =>
        View!.Cycle.State < state ? null : View.Cycle.Steps.FindLast(step => step.State == state);

    /// <summary>Whether the days are counted without the year's notice of holidays.</summary>
    public bool LacksHolidays => !workingDays.Calendar.Covers(desk.Today.Year);

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancellation) =>
        await LoadAsync(year, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostBeginAsync(int year, CancellationToken cancellation)
    {
        if (!MayBegin)
            return Forbid();
        if (!await LoadAsync(year, cancellation))
            return NotFound();
        if (View is not null || WhyNotBegin is not null)
            return Refused(WhyNotBegin ?? new Refusal("CycleThere"));
        await desk.BeginAsync(year, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            await LoadAsync(year, cancellation);
            return Refused(new Refusal("CycleThere"));
        }

        return Done("Cycle.Done.Begin");
    }

    public async Task<IActionResult> OnPostMoveAsync(int year, CancellationToken cancellation)
    {
        if (!await LoadAsync(year, cancellation) || View is not { } view)
            return NotFound();
        if (CycleMoves.Find(Verb, view.Cycle.State) is { } move && !May(move))
            return Forbid();
        if (view.Cycle.WhyNot(Verb, view.Seen, Words, DueOn) is { } refusal)
            Tell(refusal);
        if (!ModelState.IsValid)
            return Page();
        db.ExpectVersion(view.Cycle, Version);
        desk.Actor.Reason = Words;
        try
        {
            await desk.MoveAsync(view, Verb, Words, DueOn, cancellation);
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(year, cancellation);
            return Refused(new Refusal("CycleStale"));
        }

        return Done("Cycle.Done." + Verb);
    }

    private static bool IsToRecheck(AppraisalCycle cycle) => cycle.State == CycleState.Recheck && cycle.RecheckedBy is null;

    private RedirectResult Done(string told)
    {
        Flash(told);
        return GoTo(FormattableString.Invariant($"/office/appraisal/{Year}/cycle"));
    }

    private PageResult Refused(Refusal refusal)
    {
        Tell(refusal);
        return Page();
    }

    private async Task<bool> LoadAsync(int year, CancellationToken cancellation)
    {
        Year = year;
        View = await desk.ViewAsync(year, cancellation);
        if (View is not { } view)
        {
            WhyNotBegin = await desk.WhyNotBeginAsync(year, cancellation);
            return year is >= 1949 and <= 9998;
        }

        var checks = db.Set<SelfCheck>().AsNoTracking().Where(row => row.CycleId == view.Cycle.Id);
        Looked = await checks.CountAsync(cancellation);
        Remarks = await checks
            .Where(row => row.Remark != null)
            .OrderBy(row => row.At)
            .Take(MostRemarks)
            .ToListAsync(cancellation);
        if (view.Decisions.Any(decision => decision.PersonId is not null))
        {
            var seats = await members.HeldBetweenAsync(view.Sheet.From, view.Sheet.To, cancellation: cancellation);
            Names = seats.DistinctBy(seat => seat.PersonId).ToDictionary(seat => seat.PersonId, seat => seat.Name);
        }

        return true;
    }
}
