using Concentric.Modules.Consultation.Matters.Intake.Follow;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake.Mine;

/// <summary>One matter of the own ones, as the page of the code shows it: the seat is the permission here.</summary>
[RequireSignIn]
public sealed class MyMatterPage(
    AppDb db,
    OwnSeat own,
    MatterDesk desk,
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

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } matter ? await ShowAsync(matter, cancellation) : NotFound();

    public Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, submitter.AddWords(Words, Pictures, cancellation), "Follow.Added", cancellation);

    public Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, SubmitterActs.Answer(Mark, Words), "Follow.Answered", cancellation);

    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, SubmitterActs.Reopen(Words), "Follow.Reopened", cancellation);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, SubmitterActs.Withdraw(Words), "Follow.Withdrawn", cancellation);

    public async Task<IActionResult> OnGetPictureAsync(Guid id, Guid picture, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } matter && await submitter.PictureAsync(matter, picture, cancellation) is { } file
            ? File(files.Open(file), file.ContentType)
            : NotFound();

    private async Task<IActionResult> DoAsync(Guid id, MatterDeed deed, string done, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } matter)
            return NotFound();
        if ((await acts.DoBySubmitterAsync(matter, deed, cancellation)).Refusal is not { } refusal)
        {
            Flash(done);
            return GoTo($"/my/matters/{id}");
        }

        Tell(refusal);
        // What the refused act began is not shown.
        db.ChangeTracker.Clear();
        return await ShowAsync((await FindAsync(id, cancellation))!, cancellation);
    }

    private async Task<Matter?> FindAsync(Guid id, CancellationToken cancellation) =>
        await (await own.MattersAsync(cancellation)).AnyAsync(matter => matter.Id == id, cancellation)
            ? await desk.FindWholeAsync(id, cancellation)
            : null;

    private async Task<IActionResult> ShowAsync(Matter matter, CancellationToken cancellation)
    {
        View = await followed.OfAsync(matter, $"~/my/matters/{matter.Id}", cancellation);
        return Page();
    }
}
