using Concentric.Platform;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Limits;
using Concentric.Rules.Opinion;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Concentric.Modules.Consultation.Opinion.Public;

/// <summary>Asks one statement at a time. Three buttons, no script; an answer given can be changed as long as the question is open.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Votes)]
public sealed class QuestionPage(OpinionBallot ballots, Voices voices) : AppPage
{
    /// <summary>The statement that is answered, or that is to be answered anew.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Statement { get; set; }

    [BindProperty]
    public Vote? Choice { get; set; }

    public OpinionQuestion Question { get; private set; } = null!;
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>None when all are answered, or none can be.</summary>
    public AskedStatement? Asked { get; private set; }

    public bool IsOpen => Question.IsOpenOn(ballots.Today);

    public bool IsToCome => Question.IsToCome(ballots.Today);

    public static string IconOf(Vote vote) =>
        vote switch
        {
            Vote.Agree => "circle-check",
            Vote.Disagree => "circle-x",
            _ => "circle-dashed",
        };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await ballots.FindAsync(id, cancellation) is not { } question)
            return NotFound();
        Question = question;
        if (IsOpen)
            await ShowAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await ballots.FindAsync(id, cancellation) is not { } question)
            return NotFound();
        Question = question;
        var refusal =
            voices.Find(HttpContext, id) is not { } voice ? new Refusal("OpinionNoCookie")
            : Statement is not { } statement || Choice is not { } choice || !Enum.IsDefined(choice)
                ? new Refusal("OpinionChoiceMissing")
            : await ballots.CastAsync(question, statement, choice, voice, cancellation);
        if (refusal is null)
            return GoTo($"/questions/{id}");
        Tell(refusal);
        if (IsOpen)
            await ShowAsync(cancellation);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        var voice = voices.Greet(HttpContext, Question.Id);
        Ballot = await ballots.LookAsync(Question.Id, voice, cancellation);
        Asked =
            Ballot.Statements.FirstOrDefault(one => one.Id == Statement)
            ?? await ballots.NextAsync(Question.Id, Ballot, voice, cancellation);
    }
}
