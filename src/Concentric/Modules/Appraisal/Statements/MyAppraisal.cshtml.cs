using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Statements;

/// <summary>The member's own statement, year by year. Nobody sees another's here.</summary>
[RequireSignIn]
public sealed class MyAppraisalPage(StatementQuestions ask, SheetShelf shelf, AppDb db, CycleDesk desk) : StatementFacePage(ask)
{
    /// <summary>Whether the member finds the statement correct; else there is a remark.</summary>
    [BindProperty]
    public bool IsCorrect { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    public override bool IsOffice => false;

    public IReadOnlyList<int> Years { get; private set; } = [];

    public bool HasStatement { get; private set; }

    /// <summary>The year's appraisal; none before it was opened.</summary>
    public AppraisalCycle? Cycle { get; private set; }

    /// <summary>What the member answered when asked to look at the statement.</summary>
    public SelfCheck? Answered { get; private set; }

    /// <summary>Why no line of the year can be objected to any more.</summary>
    public Refusal? ObjectionsClosed => Cycle?.WhyNotObject(desk.Today);

    public override bool MayObject => ObjectionsClosed is null;

    public bool IsAsked => Until is null && Cycle is { State: CycleState.SelfChecked };

    public async Task<IActionResult> OnGetAsync(int? year, int? quarter, CancellationToken cancellation)
    {
        if (quarter is < 1 or > 4 || !await LoadOwnAsync(year, quarter, cancellation))
            return NotFound();
        return HasStatement && AsDocument() is { } file ? file : Page();
    }

    /// <summary>委员自查: seen and correct, or seen with a remark.</summary>
    public async Task<IActionResult> OnPostAsync(int year, CancellationToken cancellation)
    {
        if (!await LoadOwnAsync(year, null, cancellation) || !HasStatement || Cycle is null)
            return NotFound();
        // What was written is never dropped, whichever button was pressed.
        var isCorrect = IsCorrect && string.IsNullOrWhiteSpace(Remark);
        if (SelfCheck.WhyNotAnswer(Cycle, Answered is not null, isCorrect, Remark) is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        db.Add(SelfCheck.Answer(Cycle, Answered is not null, (Member.PersonId, Member.Name), isCorrect, Remark, desk.Doer));
        await db.SaveChangesAsync(cancellation);
        Flash("SelfCheck.Thanks");
        return GoTo(FormattableString.Invariant($"/my/appraisal/{year}"));
    }

    private async Task<bool> LoadOwnAsync(int? year, int? quarter, CancellationToken cancellation)
    {
        Years = await shelf.YearsAsync(cancellation);
        var wanted = year ?? Years.FirstOrDefault();
        if (year is not null && !Years.Contains(wanted))
            return false;
        DateOnly? until = quarter is { } number ? new DateOnly(wanted, number * 3, 1).AddMonths(1).AddDays(-1) : null;
        HasStatement = wanted > 0 && desk.Actor.PersonId is { } person && await LoadAsync(wanted, person, cancellation, until);
        if (!HasStatement)
            return true;
        Cycle = await desk.FindAsync(wanted, cancellation);
        if (Cycle is { } cycle)
        {
            Answered = await db.Set<SelfCheck>()
                .AsNoTracking()
                .SingleOrDefaultAsync(row => row.CycleId == cycle.Id && row.PersonId == Member.PersonId, cancellation);
        }

        return true;
    }
}
