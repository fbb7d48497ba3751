using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake.Resident;

/// <summary>The pages of the resident's form, in their order.</summary>
public enum IntakeStep
{
    What,
    Kind,
    Where,
    Pictures,
    Contact,
    Check,
}

/// <summary>What every page of the form needs.</summary>
public sealed record IntakeForm(AppDb Db, IntakeDrafts Drafts, IntakeLimits Limits, MatterLists Lists, TimeProvider Time)
{
    public DateTimeOffset Now => Time.GetUtcNow();
}

/// <summary>
/// One page of the resident's form: one thing is asked. What was answered is kept in the draft with each page; what is wrong comes back
/// with everything that was typed.
/// </summary>
[AllowAnonymous]
public abstract class IntakeStepPage(IntakeForm form) : AppPage
{
    /// <summary>Whether the page was opened from the last one, to which it then returns.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Again { get; set; }

    public abstract IntakeStep Step { get; }

    public MatterDraft? Draft { get; private set; }

    public DraftAnswers Answers { get; private set; } = new();

    public int Steps { get; } = Enum.GetValues<IntakeStep>().Length;

    /// <summary>The page before this one.</summary>
    public string Before => Again && Step != IntakeStep.Check ? PathOf(IntakeStep.Check) : PathOf(Step - 1);

    public static string PathOf(IntakeStep step) =>
        step < IntakeStep.What ? "/matters/new" : $"/matters/new/{step.ToString().ToLowerInvariant()}";

    /// <summary>Puts what was answered before into the fields.</summary>
    protected virtual Task ShowAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await BeginAsync(cancellation) is { } elsewhere)
            return elsewhere;
        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>Finds the draft; answers where to go instead, when this page has nothing to ask.</summary>
    protected async Task<IActionResult?> BeginAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        Draft = await form.Drafts.FindAsync(HttpContext, cancellation);
        Answers = form.Drafts.AnswersOf(Draft);
        if (Draft?.MatterId is not null)
            return GoTo("/matters/new/sent");
        // An address learnt by heart, or a draft whose day is over: the form begins with its first page.
        if (Step > IntakeStep.What && Draft is null && HttpMethods.IsGet(Request.Method))
            return GoTo(PathOf(IntakeStep.What));
        if (HttpMethods.IsGet(Request.Method))
            IntakeDrafts.Greet(HttpContext);
        return null;
    }

    /// <summary>Keeps the answers of this page and goes on, if nothing is wrong.</summary>
    protected async Task<IActionResult> KeepAsync(
        Func<DraftAnswers, DraftAnswers> change,
        CancellationToken cancellation,
        string? next = null
    )
    {
        if (ModelState.IsValid && !form.Limits.Answer(HttpContext))
            Tell(new Refusal("MatterWait", IntakeLimits.Window.TotalMinutes));
        if (ModelState.IsValid)
        {
            Draft = await form.Drafts.KeepAsync(HttpContext, change, cancellation);
            if (Draft is null)
                Tell(new Refusal("MatterNoCookie"));
        }

        if (!ModelState.IsValid)
            return Page();
        try
        {
            await form.Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException crossed) when (crossed is DbUpdateConcurrencyException || crossed.IsDuplicate())
        {
            // The same page was sent twice at once; the other one kept the same answers.
        }

        return GoTo(next ?? PathOf(Again ? IntakeStep.Check : Step + 1));
    }
}
