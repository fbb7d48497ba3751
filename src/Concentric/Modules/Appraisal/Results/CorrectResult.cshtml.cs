using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>更正: a frozen result takes over what the ledger says now; what it said before stays beside it.</summary>
[RequirePermission(AppraisalPermissions.RecheckCycle)]
public sealed class CorrectResultPage(AppDb db, CycleDesk desk, StatementWording wording) : AppPage
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public CycleView View { get; private set; } = null!;

    public ResultDifference Difference { get; private set; } = null!;

    public StatementWording Wording => wording;

    public string? GradeAfter => Difference.Result!.GradeAfter(Difference.Now!, View.Sheet.Grades?.Quota);

    public async Task<IActionResult> OnGetAsync(int year, Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(year, id, cancellation))
            return NotFound();
        Version = Difference.Result!.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(year, id, cancellation))
            return NotFound();
        var (result, now) = (Difference.Result!, Difference.Now!);
        if (result.WhyNotCorrect(View.Cycle, now, Reason) is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        db.ExpectVersion(result, Version);
        desk.Actor.Reason = Reason;
        result.Correct(View.Cycle, now, View.Sheet.Grades?.Quota, View.LedgerSize, Reason, desk.Doer);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            Tell(new Refusal("CycleStale"));
            return Page();
        }

        Flash("Results.Corrected", result.Name);
        return GoTo(FormattableString.Invariant($"/office/appraisal/{year}/results"));
    }

    private async Task<bool> LoadAsync(int year, Guid id, CancellationToken cancellation)
    {
        if (await desk.ViewAsync(year, cancellation) is not { } view)
            return false;
        View = view;
        if (view.Differences.FirstOrDefault(one => one.PersonId == id) is not { IsCorrectable: true } found)
            return false;
        Difference = found;
        return true;
    }
}
