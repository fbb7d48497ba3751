using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Opinion.Public;

/// <summary>What people answered: first what all groups share, then the map, then what marks each group, then every statement.</summary>
[AllowAnonymous]
[PublicPage("page", IsKept = false)]
public sealed class ResultsPage(OpinionBallot ballots, OpinionResults results, Voices voices) : AppPage
{
    private const int OnePage = 50;

    [BindProperty(Name = "page", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }
    public OpinionQuestion Question { get; private set; } = null!;
    public QuestionResults Results { get; private set; } = null!;

    public bool IsOpen => Question.IsOpenOn(ballots.Today);

    public IEnumerable<StatementResult> Statements => Results.Statements.Skip((Number - 1) * OnePage).Take(OnePage);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await ballots.FindAsync(id, cancellation) is not { } question)
            return NotFound();
        Question = question;
        Results = await results.OfAsync(id, voices.Find(HttpContext, id), cancellation);
        Pages = Math.Max(1, (Results.Statements.Count + OnePage - 1) / OnePage);
        return Number < 1 || Number > Pages ? NotFound() : Page();
    }
}
