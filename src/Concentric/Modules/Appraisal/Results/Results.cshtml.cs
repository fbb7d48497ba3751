using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>The frozen results of a year: how many of each grade, what the ledger no longer says, and every correction.</summary>
[RequirePermission(AppraisalPermissions.Read, WholeCommittee = true)]
public sealed class ResultsPage(
    AppDb db,
    CycleDesk desk,
    StatementWording wording,
    ConsequencesOfResult consequences,
    NameOrder names
) : AppPage
{
    public CycleView View { get; private set; } = null!;

    /// <summary>Grade, and how many have it; in the sheet's order, those without one last.</summary>
    public IReadOnlyList<(string Title, int Before, int After)> Grades { get; private set; } = [];

    public IReadOnlyList<(AppraisalResult Result, ResultCorrection Correction)> Corrections { get; private set; } = [];

    /// <summary>What the sheet says follows, and for whom, in the order of names.</summary>
    public IReadOnlyList<(GradeConsequence Rule, IReadOnlyList<AppraisalResult> People)> Consequences { get; private set; } = [];

    public StatementWording Wording => wording;

    public bool MayCorrect =>
        desk.Actor.Can(AppraisalPermissions.RecheckCycle) && AppraisalResult.WhyNotCorrect(View.Cycle) is null;

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancellation)
    {
        if (await desk.ViewAsync(year, cancellation) is not { Cycle.IsFrozen: true } view)
            return NotFound();
        View = view;
        var results = await db.Set<AppraisalResult>()
            .AsNoTracking()
            .Include(row => row.Corrections)
            .Where(row => row.CycleId == view.Cycle.Id)
            .ToListAsync(cancellation);
        Grades =
        [
            .. (view.Sheet.Grades?.Levels ?? [])
                .Select(level => (string?)level.Id)
                .Append(null)
                .Select(grade =>
                    (
                        wording.Grade(view.Sheet, grade),
                        results.Count(row => row.GradeBeforeQuota == grade),
                        results.Count(row => row.Grade == grade)
                    )
                ),
        ];
        Corrections =
        [
            .. results
                .SelectMany(row => row.Corrections.Select(correction => (row, correction)))
                .OrderByDescending(pair => pair.correction.At),
        ];
        var inOrder = await names.InOrderAsync(view.Sheet, results, row => row.PersonId, cancellation);
        Consequences = await consequences.OfYearAsync(view.Sheet, year, [.. inOrder], cancellation);
        return Page();
    }
}
