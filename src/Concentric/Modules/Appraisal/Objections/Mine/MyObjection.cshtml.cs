using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Appraisal.Objections.Mine;

/// <summary>One own objection: what was said, until when an answer is owed, and how to go on.</summary>
[RequireSignIn]
public sealed class MyObjectionPage(AppDb db, ObjectionDesk desk, ObjectionViews views, SheetShelf shelf, DisplayFormat format)
    : AppPage
{
    [BindProperty]
    public string? Words { get; set; }

    public ObjectionView View { get; private set; } = null!;

    public DateOnly Today => desk.Today;

    /// <summary>Working days until the second instance decides.</summary>
    public int DecisionDays { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAppealAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var objection = View.Objection;
        if ((objection.WhyNotAppeal(Today) ?? Objection.WhyNotWords(Words)) is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        var due = await desk.DayAfterAsync(objection.Year, cycle => cycle.SecondAnswerDays, cancellation);
        objection.Appeal(Words, due, Today, desk.Doer);
        await db.SaveChangesAsync(cancellation);
        Flash("Objection.Appealed", format.Date(due));
        return GoTo($"/my/appraisal/objections/{id}");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (View.Objection.WhyNotWithdraw() is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        View.Objection.Withdraw(desk.Doer);
        await db.SaveChangesAsync(cancellation);
        Flash("Objection.Withdrawn");
        return GoTo($"/my/appraisal/objections/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (
            desk.Actor.PersonId is not { } person
            || await views.FindAsync(id, person, isOffice: false, cancellation) is not { } view
        )
            return false;
        View = view;
        var sheet = await shelf.OfYearAsync(view.Objection.Year, cancellation);
        DecisionDays = (sheet is null ? new CycleRules() : shelf.SoundSheetOf(sheet).Cycle).SecondAnswerDays;
        return true;
    }
}
