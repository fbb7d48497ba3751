using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Appraisal.Statements;

/// <summary>The member's own statement, year by year. Nobody sees another's here.</summary>
[RequireSignIn]
public sealed class MyAppraisalPage(StatementQuestions ask, SheetShelf shelf, CurrentActor actor) : StatementFacePage(ask)
{
    public override bool IsOffice => false;

    public IReadOnlyList<int> Years { get; private set; } = [];

    public bool HasStatement { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancellation)
    {
        Years = await shelf.YearsAsync(cancellation);
        var wanted = year ?? Years.FirstOrDefault();
        if (year is not null && !Years.Contains(wanted))
            return NotFound();
        HasStatement = wanted > 0 && actor.PersonId is { } person && await LoadAsync(wanted, person, cancellation);
        return HasStatement && AsDocument() is { } file ? file : Page();
    }
}
