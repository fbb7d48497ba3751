using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Opinion.Office;

/// <summary>Changes a question: all of it while it is a draft, later only its days and who looks after it.</summary>
[RequirePermission(OpinionPermissions.Write)]
public sealed class EditQuestionPage(AppDb db, OpinionDesk desk) : QuestionFormPage(desk)
{
    [BindProperty]
    public int Version { get; set; }

    public OpinionQuestion Question { get; private set; } = null!;

    public override bool MayReword => Question.WhyNotReword() is null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Input = QuestionFields.Of(Question);
        Version = Question.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var entered = Input.Details(Named);
        if (!MayReword)
            entered = entered with { Title = Question.Title, Introduction = Question.Introduction };
        if (Question.WhyNotChange() is { } refusal)
            Tell(refusal);
        if (Entered(entered) is not { } details)
            return Page();
        db.ExpectVersion(Question, Version);
        Question.Change(details);
        await db.SaveChangesAsync(cancellation);
        Flash("Opinion.Saved");
        return GoTo($"/office/consultation/questions/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await Desk.FindAsync(id, cancellation) is not { } question)
            return false;
        Question = question;
        await LoadModeratorsAsync(cancellation);
        return true;
    }
}
