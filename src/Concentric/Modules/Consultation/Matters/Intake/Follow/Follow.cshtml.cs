using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Intake.Follow;

/// <summary>
/// A matter as whoever holds its code follows it: what happened in plain words, what comes next and by when, and what the holder can do now.
/// The code is the permission: the page is never kept by anybody, tells its address to nobody, and stands in no index.
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
) : AppPage
{
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public List<IFormFile> Pictures { get; set; } = [];

    [BindProperty]
    public SatisfactionMark? Mark { get; set; }

    public string Code { get; private set; } = "";

    public FollowedMatter View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) =>
        await FindAsync(code, cancellation) is { } matter ? await ShowAsync(matter, cancellation) : Unknown();

    public Task<IActionResult> OnPostAddAsync(string code, CancellationToken cancellation) =>
        DoAsync(code, submitter.AddWords(Words, Pictures, cancellation), "Follow.Added", cancellation);

    public Task<IActionResult> OnPostAnswerAsync(string code, CancellationToken cancellation) =>
        DoAsync(code, SubmitterActs.Answer(Mark, Words), "Follow.Answered", cancellation);

    public Task<IActionResult> OnPostReopenAsync(string code, CancellationToken cancellation) =>
        DoAsync(code, SubmitterActs.Reopen(Words), "Follow.Reopened", cancellation);

    public Task<IActionResult> OnPostWithdrawAsync(string code, CancellationToken cancellation) =>
        DoAsync(code, SubmitterActs.Withdraw(Words), "Follow.Withdrawn", cancellation);

    /// <summary>A picture of the own matter.</summary>
    public async Task<IActionResult> OnGetPictureAsync(string code, Guid picture, CancellationToken cancellation) =>
        await FindAsync(code, cancellation) is { } matter
        && await submitter.PictureAsync(matter, picture, cancellation) is { } file
            ? File(files.Open(file), file.ContentType)
            : NotFound();

    private async Task<IActionResult> DoAsync(string code, MatterDeed deed, string done, CancellationToken cancellation)
    {
        if (await FindAsync(code, cancellation) is not { } matter)
            return Unknown();
        var refusal = !limits.Answer(HttpContext)
            ? new Refusal("MatterWait", IntakeLimits.Window.TotalMinutes)
            : (await acts.DoBySubmitterAsync(matter, deed, cancellation)).Refusal;
        if (refusal is null)
        {
            Flash(done);
            return GoTo($"/matters/follow/{Code}");
        }

        Tell(refusal);
        // What the refused act began is not shown.
        db.ChangeTracker.Clear();
        return await ShowAsync((await FindAsync(code, cancellation))!, cancellation);
    }

    private async Task<Matter?> FindAsync(string code, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Code = MatterTracking.Grouped(code) ?? "";
        return await look.FindAsync(HttpContext, code, cancellation);
    }

    private IActionResult Unknown()
    {
        if (look.IsSlowed(HttpContext))
        {
            Response.Headers.RetryAfter = ((int)IntakeLimits.Window.TotalSeconds).ToString(
                System.Globalization.CultureInfo.InvariantCulture
            );
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return NotFound();
    }

    private async Task<IActionResult> ShowAsync(Matter matter, CancellationToken cancellation)
    {
        View = await followed.OfAsync(matter, $"~/matters/follow/{Code}", cancellation);
        return Page();
    }
}
