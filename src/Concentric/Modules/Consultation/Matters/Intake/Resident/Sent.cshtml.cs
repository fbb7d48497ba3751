using Concentric.Platform.Data;
using Concentric.Platform.PersonalData;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake.Resident;

/// <summary>
/// The receipt: the code in groups and as a picture, what happens next and by when. It can be loaded again for a day, by the browser that
/// sent the matter.
/// </summary>
[AllowAnonymous]
public sealed class SentPage(AppDb db, IntakeDrafts drafts, PersonalDataSeal seal) : AppPage
{
    public ShownReceipt Receipt { get; private set; } = null!;

    /// <summary>Whether a mail with the code is on its way.</summary>
    public bool IsMailed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if ((await drafts.FindAsync(HttpContext, cancellation))?.MatterId is not { } id)
            return GoTo("/matters/follow");
        var matter = await db.Set<Matter>().AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
        var receipt = await db.Set<MatterReceipt>().AsNoTracking().SingleOrDefaultAsync(row => row.MatterId == id, cancellation);
        if (receipt?.Code(seal) is not { } code)
            return GoTo("/matters/follow");
        IsMailed = receipt.EmailSealed is not null;
        Receipt = ShownReceipt.Of(matter, code, Request);
        return Page();
    }
}
