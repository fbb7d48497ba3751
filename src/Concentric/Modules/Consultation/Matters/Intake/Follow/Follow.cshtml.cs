using System.Globalization;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Intake.Follow;

/// <summary>
/// A matter as whoever holds its code follows it. The code is the permission: the page is never kept by anybody, tells its address to
/// nobody, and stands in no index.
/// </summary>
[AllowAnonymous]
public sealed class FollowPage(
    AppDb db,
    CodeLook look,
    MatterActs acts,
    SubmitterActs submitter,
    FollowedMatters followed,
    FileStore files,
    IntakeLimits limits
) : FollowedMatterPage(db, acts, submitter, followed, files)
{
    [FromRoute(Name = "code")]
    public string Typed { get; set; } = "";

    /// <summary>In groups, as it was handed out.</summary>
    public string Code => MatterTracking.Grouped(Typed) ?? "";

    protected override string At => $"/matters/follow/{Code}";

    protected override Refusal? WhyNotSend() =>
        limits.Answer(HttpContext) ? null : new Refusal("MatterWait", IntakeLimits.Window.TotalMinutes);

    protected override async Task<Matter?> FindAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return await look.FindAsync(HttpContext, Typed, cancellation);
    }

    protected override IActionResult Unknown()
    {
        if (!look.IsSlowed(HttpContext))
            return NotFound();
        HttpContext.Items[typeof(Refusal)] = new Refusal("MatterCodesWait", IntakeLimits.Window.TotalMinutes);
        Response.Headers.RetryAfter = ((int)IntakeLimits.Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
