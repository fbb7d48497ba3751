using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.PersonalData;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake.Desk;

/// <summary>The slip to print or to read out on the phone. Only who entered the matter sees its code, and for a day only.</summary>
[RequirePermission(MatterPermissions.Enter)]
public sealed class DeskReceiptPage(AppDb db, CurrentActor actor, PersonalDataSeal seal) : AppPage
{
    public ShownReceipt Receipt { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        var receipt = await db.Set<MatterReceipt>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.MatterId == id && row.AccountId == actor.AccountId, cancellation);
        if (receipt?.Code(seal) is not { } code)
            return NotFound();
        var matter = await db.Set<Matter>().AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
        Receipt = ShownReceipt.Of(matter, code, Request);
        return Page();
    }
}
