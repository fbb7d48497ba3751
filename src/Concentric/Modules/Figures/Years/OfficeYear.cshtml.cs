using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures.Years;

/// <summary>The year's figures for the office, which also decides whether everybody sees them.</summary>
[RequirePermission(FigurePermissions.Read)]
public sealed class OfficeYearPage(YearQuestions ask, AppDb db, CurrentActor actor, CurrentCommittee committee, TimeProvider time)
    : YearFacePage(ask)
{
    public override bool IsOffice => true;

    public bool MayOpen => actor.Can(FigurePermissions.OpenYears);

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancellation)
    {
        if (!MayOpen)
            return Forbid();
        var today = committee.Today(time);
        if (OpenYear.WhyNotOpen(Year, today) is { } refusal)
        {
            Tell(refusal);
            return await OnGetAsync(null, cancellation);
        }

        if (!await db.Set<OpenYear>().AnyAsync(row => row.Year == Year, cancellation))
            db.Add(OpenYear.Open(Year, actor.AccountId, time.GetUtcNow(), today));
        await db.SaveChangesAsync(cancellation);
        Flash("Year.Opened", Year);
        return GoTo($"/office/figures/{Year}");
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation)
    {
        if (!MayOpen)
            return Forbid();
        if (await db.Set<OpenYear>().SingleOrDefaultAsync(row => row.Year == Year, cancellation) is { } open)
            db.Remove(open);
        await db.SaveChangesAsync(cancellation);
        Flash("Year.Closed", Year);
        return GoTo($"/office/figures/{Year}");
    }
}
