using Concentric.Platform;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Intake.Follow;

/// <summary>Asks for the tracking code. Small letters, gaps, hyphens and look-alike signs are forgiven.</summary>
[AllowAnonymous]
public sealed class FollowFormPage(CodeLook look) : AppPage
{
    [BindProperty]
    public string? Code { get; set; }

    public void OnGet() => Response.Headers.CacheControl = "no-store";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        if (await WhyNotAsync(cancellation) is not { } refusal)
            return GoTo($"/matters/follow/{MatterTracking.Grouped(Code)}");
        Tell(refusal.At(nameof(Code)));
        return Page();
    }

    private async Task<Refusal?> WhyNotAsync(CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(Code) ? new Refusal("MatterCodeMissing")
        : MatterTracking.Grouped(Code) is not { } code ? new Refusal("MatterCodeForm")
        : await look.FindAsync(HttpContext, code, cancellation) is not null ? null
        : look.IsSlowed(HttpContext) ? new Refusal("MatterCodesWait", IntakeLimits.Window.TotalMinutes)
        : new Refusal("MatterCodeUnknown");
}
