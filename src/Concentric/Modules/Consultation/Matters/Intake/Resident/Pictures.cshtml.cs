using Concentric.Platform;
using Concentric.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Intake.Resident;

/// <summary>Pictures, if there are any. Those that were taken stay with the draft, however often one goes back.</summary>
public sealed class PicturesPage(IntakeForm form, MatterIntake intake, FileStore files) : IntakeStepPage(form)
{
    private readonly IntakeForm form = form;

    public override IntakeStep Step => IntakeStep.Pictures;

    [BindProperty]
    public List<IFormFile> Pictures { get; set; } = [];

    /// <summary>Whether the page is to show what was taken before it goes on.</summary>
    [BindProperty]
    public bool Stay { get; set; }

    /// <summary>A picture to be taken out again.</summary>
    [BindProperty]
    public Guid? Remove { get; set; }

    public IReadOnlyList<StoredFile> Kept { get; private set; } = [];

    public int Left => Matter.MostPictures - Kept.Count;

    protected override async Task ShowAsync(CancellationToken cancellation) =>
        Kept = Draft is null ? [] : await form.Drafts.PicturesAsync(Draft, cancellation);

    /// <summary>Takes in what was chosen, by whichever button it is sent, and goes on; what is no picture is told first.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await BeginAsync(cancellation) is { } elsewhere)
            return elsewhere;
        if (Draft is null)
            return GoTo(PathOf(IntakeStep.What));
        await ShowAsync(cancellation);
        if (Remove is { } gone)
            return await RemoveAsync(gone, cancellation);
        if (Pictures.Count == 0)
            return Stay ? GoTo(Here) : await KeepAsync(answers => answers, cancellation);
        if (!form.Limits.Answer(HttpContext))
            Tell(new Refusal("MatterWait", IntakeLimits.Window.TotalMinutes));
        else
            await TakeAsync(Draft, cancellation);
        await ShowAsync(cancellation);
        return !ModelState.IsValid ? Page()
            : Stay ? GoTo(Here)
            : GoTo(PathOf(Again ? IntakeStep.Check : Step + 1));
    }

    /// <summary>A picture of the own draft.</summary>
    public async Task<IActionResult> OnGetPictureAsync(Guid id, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "private, no-store";
        if (await form.Drafts.FindAsync(HttpContext, cancellation) is not { } draft)
            return NotFound();
        var file = (await form.Drafts.PicturesAsync(draft, cancellation)).Find(picture => picture.Id == id);
        return file is null ? NotFound() : File(files.Open(file), file.ContentType);
    }

    private async Task TakeAsync(MatterDraft draft, CancellationToken cancellation)
    {
        foreach (var picture in Pictures.Take(Left))
        {
            var (_, refusal) = await intake.StoreAsync(picture, MatterDraft.PictureOwner, draft.Id, cancellation);
            if (refusal is not null)
                Tell(refusal);
        }

        if (Pictures.Count > Left)
            Tell(MatterIntake.TooManyPictures);
        draft.Touch(form.Now);
        // The good ones are kept, whatever is wrong with the others.
        await form.Db.SaveChangesAsync(cancellation);
    }

    private async Task<IActionResult> RemoveAsync(Guid gone, CancellationToken cancellation)
    {
        if (Kept.FirstOrDefault(picture => picture.Id == gone) is { } file)
        {
            form.Db.Remove(file);
            await form.Db.SaveChangesAsync(cancellation);
            files.Erase(file);
        }

        return GoTo(Here);
    }

    private string Here => PathOf(Step) + (Again ? "?again=true" : "");
}
