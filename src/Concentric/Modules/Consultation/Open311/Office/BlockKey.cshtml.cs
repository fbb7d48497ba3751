using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Open311.Office;

/// <summary>Blocks a key for good.</summary>
[RequirePermission(Open311Permissions.ManageKeys)]
public sealed class BlockKeyPage(AppDb db, CurrentActor actor, TimeProvider time) : AppPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public Open311Key Key { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        if ((Key.WhyNotBlock() ?? Open311Key.WhyNotReason(Reason)) is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        Key.Block(Reason, Doer.Of(actor, time));
        await db.SaveChangesAsync(cancellation);
        Flash("Open311.Blocked", Key.Name);
        return GoTo("/office/consultation/open311");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await db.Set<Open311Key>().SingleOrDefaultAsync(key => key.Id == id, cancellation);
        Key = found!;
        return found is not null;
    }
}
