using Concentric.Platform;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Limits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Concentric.Modules.Consultation.Opinion.Public;

/// <summary>A voter points out that a statement breaks the rules; a moderator looks again.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.PublicForms)]
public sealed class FlagStatementPage(OpinionBallot ballots, Voices voices) : AppPage
{
    [BindProperty]
    public string? Words { get; set; }

    public OpinionQuestion Question { get; private set; } = null!;
    public AskedStatement Statement { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid statement, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, statement, cancellation))
            return NotFound();
        voices.Greet(HttpContext, id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid statement, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, statement, cancellation))
            return NotFound();
        var refusal = voices.Find(HttpContext, id) is { } voice
            ? await ballots.FlagAsync(Question, statement, Words, voice, cancellation)
            : new Refusal("OpinionNoCookie");
        if (refusal is not null)
        {
            Tell(refusal);
            voices.Greet(HttpContext, id);
            return Page();
        }

        Flash("Opinion.Flagged");
        return GoTo($"/questions/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, Guid statement, CancellationToken cancellation)
    {
        if (await ballots.FindAsync(id, cancellation) is not { } question)
            return false;
        var ballot = await ballots.LookAsync(id, null, cancellation);
        if (ballot.Statements.FirstOrDefault(one => one.Id == statement) is not { } found)
            return false;
        (Question, Statement) = (question, found);
        return true;
    }
}
