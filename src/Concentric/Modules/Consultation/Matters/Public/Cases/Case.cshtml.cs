using Concentric.Modules.Portal;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Public.Cases;

/// <summary>Makes the draft of an article about a good example.</summary>
[RequirePermission(MatterPermissions.Read)]
[RequirePermission(PortalApi.WritePermission)]
public sealed class CasePage(MatterDesk desk, CaseDraft draft) : AppPage
{
    public Matter Matter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, MatterPermissions.Read, cancellation) is not { } matter)
            return NotFound();
        Matter = matter;
        if (CaseDraft.WhyNot(matter) is { } refusal)
            Tell(refusal);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, MatterPermissions.Read, cancellation) is not { } matter)
            return NotFound();
        Matter = matter;
        try
        {
            RefusedException.ThrowIf(CaseDraft.WhyNot(matter));
            var article = await draft.WriteAsync(id, SiteAddress.Of(Request), cancellation);
            Flash("Case.Made");
            return GoTo(PortalApi.PathOf(article));
        }
        catch (RefusedException refused)
        {
            // The portal has its own reasons: the column may be gone.
            Tell(refused.Refusal);
            return Page();
        }
    }
}
