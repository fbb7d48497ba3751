using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Appraisal.Statements;

/// <summary>试算: the facts of a year under this edition beside the sheet in force: who moves, by how much, and which items cause it.</summary>
[RequirePermission(AppraisalPermissions.Read, WholeCommittee = true)]
public sealed class TryOutPage(SheetShelf shelf, MemberStatements statements, StatementWording wording) : AppPage
{
    private const int PageSize = 50;

    public SheetEdition Edition { get; private set; } = null!;

    public SheetEdition? InForce { get; private set; }

    public int Year { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Why nothing can be tried: the draft has problems, or no sheet judges the year.</summary>
    public bool IsSound { get; private set; }

    public RuleSheet Sheet { get; private set; } = null!;

    public RuleSheet Present { get; private set; } = null!;

    public IReadOnlyList<(string Name, Guid PersonId, MemberMove Move)> Moves { get; private set; } = [];

    public int Everybody { get; private set; }

    public int Moved { get; private set; }

    /// <summary>How many have each grade before and after, by the titles of the grades.</summary>
    public IReadOnlyList<(string Title, int Before, int After)> Grades { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Moved + PageSize - 1) / PageSize);

    public StatementWording Wording => wording;

    public async Task<IActionResult> OnGetAsync(Guid id, int? year, CancellationToken cancellation)
    {
        if (await shelf.FindAsync(id, cancellation) is not { } edition)
            return NotFound();
        Edition = edition;
        Years = await shelf.YearsAsync(cancellation);
        Year = year ?? Years.FirstOrDefault();
        InForce = await shelf.OfYearAsync(Year, cancellation);
        var reading = shelf.Read(edition);
        IsSound = reading.IsSound;
        if (!IsSound || InForce is null)
            return Page();
        Present = shelf.SoundSheetOf(InForce);
        // The draft is tried on the days of the sheet in force: else it would find none of the year's facts.
        Sheet = reading.Sheet!.On(Present.From, Present.To);
        await CompareAsync(cancellation);
        return Page();
    }

    private async Task CompareAsync(CancellationToken cancellation)
    {
        var (before, after) = await statements.AllAsync(Present, Sheet, cancellation);
        var people = after.ToDictionary(one => one.Statement.Member, StringComparer.Ordinal);
        var moves = WhatIf.Of([.. before.Select(one => one.Statement)], [.. after.Select(one => one.Statement)]);
        (Everybody, Moved) = (after.Count, moves.Count);
        Grades =
        [
            .. before
                .Select(one => (Title: wording.Grade(Present, one.Statement.GradeBeforeQuota), IsAfter: false))
                .Concat(after.Select(one => (Title: wording.Grade(Sheet, one.Statement.GradeBeforeQuota), IsAfter: true)))
                .GroupBy(one => one.Title)
                .Select(group => (group.Key, group.Count(one => !one.IsAfter), group.Count(one => one.IsAfter))),
        ];
        // Read here: the framework's own route value has the same name.
        Number = int.TryParse(Request.Query["page"], out var asked) && asked >= 1 && asked <= Pages ? asked : 1;
        Moves =
        [
            .. moves
                .Skip((Number - 1) * PageSize)
                .Take(PageSize)
                .Select(move => (people[move.Member].Name, people[move.Member].PersonId, move)),
        ];
    }
}
