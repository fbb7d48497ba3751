using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Opinion.Public;

/// <summary>A question in the public list. <see cref="Voters"/> as last counted.</summary>
public sealed record ListedQuestion(OpinionQuestion Question, int Voters);

/// <summary>The questions put to many: the open ones first, then what became of the closed.</summary>
[AllowAnonymous]
[PublicPage("page")]
public sealed class QuestionsPage(AppDb db, CurrentCommittee committee, TimeProvider time) : AppPage
{
    private const int OnePage = 20;

    [BindProperty(Name = "page", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }
    public DateOnly Today => committee.Today(time);
    public IReadOnlyList<ListedQuestion> Questions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var shown = db.Set<OpinionQuestion>().AsNoTracking().Where(row => row.State != QuestionState.Drafted);
        Pages = Math.Max(1, (await shown.CountAsync(cancellation) + OnePage - 1) / OnePage);
        if (Number < 1 || Number > Pages)
            return NotFound();
        var rows = await shown
            .OrderBy(row => row.State == QuestionState.Open ? 0 : 1)
            .ThenByDescending(row => row.OpenedAt)
            .ThenBy(row => row.Id)
            .Skip((Number - 1) * OnePage)
            .Take(OnePage)
            .Select(row => new
            {
                Question = row,
                Voters = db.Set<OpinionResult>()
                    .Where(result => result.QuestionId == row.Id)
                    .Select(result => result.Voters)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        Questions = rows.ConvertAll(row => new ListedQuestion(row.Question, row.Voters));
        return Page();
    }
}
