using System.ComponentModel.DataAnnotations;
using Concentric.Platform;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Limits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Concentric.Modules.Consultation.Opinion.Public;

/// <summary>A voter offers a statement of the own; a moderator looks at it before others see it.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.PublicForms)]
public sealed class NewStatementPage(OpinionBallot ballots, Voices voices) : AppPage
{
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>No person sees this field; a program that fills in every field gives itself away.</summary>
    [BindProperty, StringLength(200)]
    public string? Website { get; set; }

    public OpinionQuestion Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } question)
            return NotFound();
        Question = question;
        voices.Greet(HttpContext, id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } question)
            return NotFound();
        Question = question;
        var refusal =
            voices.Find(HttpContext, id) is not { } voice ? new Refusal("OpinionNoCookie")
            : !string.IsNullOrEmpty(Website) ? null
            : await ballots.OfferAsync(question, Text, voice, cancellation);
        if (refusal is not null)
        {
            Tell(refusal);
            voices.Greet(HttpContext, id);
            return Page();
        }

        Flash("Opinion.Offered");
        return GoTo($"/questions/{id}");
    }

    private async Task<OpinionQuestion?> FindAsync(Guid id, CancellationToken cancellation) =>
        await ballots.FindAsync(id, cancellation) is { TakesStatements: true } question && question.IsOpenOn(ballots.Today)
            ? question
            : null;
}
