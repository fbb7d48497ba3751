using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Opinion.Office;

/// <summary>Writes a question; its statements come next.</summary>
[RequirePermission(OpinionPermissions.Write)]
public sealed class NewQuestionPage(AppDb db, OpinionDesk desk) : QuestionFormPage(desk)
{
    public override bool MayReword => true;

    public Task OnGetAsync(CancellationToken cancellation) => LoadModeratorsAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadModeratorsAsync(cancellation);
        if (Entered(Input.Details(Named)) is not { } details)
            return Page();
        var question = OpinionQuestion.Write(details, Desk.Doer.Now);
        db.Add(question);
        await db.SaveChangesAsync(cancellation);
        Flash("Opinion.Written");
        return GoTo($"/office/consultation/questions/{question.Id}");
    }
}
