using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Opinion.Office;

/// <summary>Takes the votes of elsewhere in: both files are read and checked first, then written all at once.</summary>
[RequirePermission(OpinionPermissions.Exchange)]
public sealed class ImportVotesPage(AppDb db, OpinionDesk desk, OpinionImport import) : AppPage
{
    [BindProperty]
    public IFormFile? Comments { get; set; }

    [BindProperty]
    public IFormFile? Votes { get; set; }

    /// <summary>The kept files of the trial.</summary>
    [BindProperty(Name = "c", SupportsGet = true)]
    public Guid? CommentsId { get; set; }

    [BindProperty(Name = "v", SupportsGet = true)]
    public Guid? VotesId { get; set; }

    public OpinionQuestion Question { get; private set; } = null!;

    /// <summary>What was read; none before.</summary>
    public OpinionImportPlan? Plan { get; private set; }

    public Refusal? WhyNot { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTryAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var (comments, votes, refusal) = await import.KeepAsync(id, Comments, Votes, cancellation);
        if (refusal is null)
            return GoTo($"/office/consultation/questions/{id}/import?c={comments}&v={votes}");
        Tell(refusal);
        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (WhyNot is not null)
            Tell(WhyNot);
        if (Plan is not { Faults.Count: 0 } plan || !ModelState.IsValid)
            return Page();
        await import.RunAsync(Question, plan, cancellation);
        Flash("Opinion.Import.Done", plan.Comments.Count, plan.Votes.Count);
        return GoTo($"/office/consultation/questions/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } question)
            return false;
        Question = question;
        WhyNot = question.WhyNotImport(await db.Set<OpinionStatement>().AnyAsync(row => row.QuestionId == id, cancellation));
        if (CommentsId is { } comments && VotesId is { } votes)
            Plan = await import.ReadAsync(id, comments, votes, cancellation);
        return true;
    }
}
