using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Intake.Follow;

/// <summary>
/// A matter as whoever sent it follows it: what happened in plain words, what comes next and by when, and what the sender can do now. How
/// the matter is found is the permission, and each page has its own.
/// </summary>
public abstract class FollowedMatterPage(
    AppDb db,
    MatterActs acts,
    SubmitterActs submitter,
    FollowedMatters followed,
    FileStore files
) : AppPage
{
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public List<IFormFile> Pictures { get; set; } = [];

    [BindProperty]
    public SatisfactionMark? Mark { get; set; }

    public FollowedMatter View { get; private set; } = null!;

    /// <summary>The page's address, below the committee.</summary>
    protected abstract string At { get; }

    /// <summary>For change, with its steps, notes, feedback and assignments.</summary>
    protected abstract Task<Matter?> FindAsync(CancellationToken cancellation);

    /// <summary>What whoever may not see the matter, or asks for one that is not there, is answered.</summary>
    protected virtual IActionResult Unknown() => NotFound();

    /// <summary>Why nothing can be sent now, whatever it is.</summary>
    protected virtual Refusal? WhyNotSend() => null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) is { } matter ? await ShowAsync(matter, cancellation) : Unknown();

    public Task<IActionResult> OnPostAddAsync(CancellationToken cancellation) =>
        DoAsync(submitter.AddWords(Words, Pictures, cancellation), "Follow.Added", cancellation);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellation) =>
        DoAsync(SubmitterActs.Answer(Mark, Words), "Follow.Answered", cancellation);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancellation) =>
        DoAsync(SubmitterActs.Reopen(Words), "Follow.Reopened", cancellation);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation) =>
        DoAsync(SubmitterActs.Withdraw(Words), "Follow.Withdrawn", cancellation);

    /// <summary>A picture of the matter.</summary>
    public async Task<IActionResult> OnGetPictureAsync(Guid picture, CancellationToken cancellation) =>
        await FindAsync(cancellation) is { } matter && await submitter.PictureAsync(matter, picture, cancellation) is { } file
            ? File(files.Open(file), file.ContentType)
            : NotFound();

    private async Task<IActionResult> DoAsync(MatterDeed deed, string done, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } matter)
            return Unknown();
        if ((WhyNotSend() ?? (await acts.DoBySubmitterAsync(matter, deed, cancellation)).Refusal) is not { } refusal)
        {
            Flash(done);
            return GoTo(At);
        }

        Tell(refusal);
        // What the refused act began is not shown.
        db.ChangeTracker.Clear();
        return await ShowAsync((await FindAsync(cancellation))!, cancellation);
    }

    private async Task<IActionResult> ShowAsync(Matter matter, CancellationToken cancellation)
    {
        View = await followed.OfAsync(matter, $"~{At}", cancellation);
        return Page();
    }
}
