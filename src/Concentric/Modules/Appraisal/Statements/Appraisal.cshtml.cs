using Concentric.Modules.Appraisal.Results;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Appraisal.Statements;

/// <summary>A year's statements of everybody, in the order of names. There is no ranking: nothing here sorts by points.</summary>
[RequirePermission(AppraisalPermissions.Read)]
public sealed class AppraisalPage(
    SheetShelf shelf,
    MemberStatements statements,
    StatementWording wording,
    StatementField ownField,
    ResultsOfPerson results,
    RunningYear running
) : AppPage
{
    private const int PageSize = 50;

    /// <summary>Part of a name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    /// <summary>A grade of the sheet, <c>none</c> for those without one, <c>unmet</c> for those who failed a minimum duty.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public int? Year { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public SheetEdition? Edition { get; private set; }

    public RuleSheet? Sheet { get; private set; }

    public IReadOnlyList<MemberStatement> Members { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>Approved grades; nobody's before the year is approved.</summary>
    private Dictionary<Guid, string?> Approved { get; set; } = [];

    public bool IsApproved => Approved.Count > 0;

    /// <summary>Whether the sheet's span has not ended: points so far, and no grades.</summary>
    public bool IsToDate { get; private set; }

    /// <summary>The approved grade; before the year is approved, the one before the quota.</summary>
    public string? GradeOf(MemberStatement one) => Approved.GetValueOrDefault(one.PersonId, one.Statement.GradeBeforeQuota);

    /// <summary>How many of all have each grade, as the list shows them.</summary>
    public IReadOnlyList<(string Id, string Title, int Count)> Grades { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public StatementWording Wording => wording;

    public StatementField Field => ownField;

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancellation)
    {
        Years = await shelf.YearsAsync(cancellation);
        Year = year ?? (Years.Count > 0 ? Years[0] : null);
        if (Year is not { } wanted)
            return Page();
        if (await shelf.OfYearAsync(wanted, cancellation) is not { } edition)
            return NotFound();
        (Edition, Sheet) = (edition, shelf.SoundSheetOf(edition));
        var all = await statements.AllAsync(Sheet, cancellation);
        Approved = await results.GradesOfYearAsync(wanted, cancellation);
        IsToDate = !IsApproved && await running.IsRunningAsync(Sheet, wanted, cancellation);
        if (IsToDate)
            all = [.. all.Select(one => one with { Statement = one.Statement.ToDate() })];
        Grades = CountGrades(Sheet, all);
        var found = all.Where(IsWanted).ToList();
        Total = found.Count;
        // Read here: the framework's own route value has the same name.
        Number = int.TryParse(Request.Query["page"], out var asked) && asked >= 1 && asked <= Pages ? asked : 1;
        Members = [.. found.Skip((Number - 1) * PageSize).Take(PageSize)];
        return Page();
    }

    private List<(string Id, string Title, int Count)> CountGrades(RuleSheet sheet, IReadOnlyList<MemberStatement> all)
    {
        var counts = all.CountBy(one => GradeOf(one) ?? "none").ToDictionary();
        return
        [
            .. (sheet.Grades?.Levels ?? []).Select(level => (level.Id, level.Name(), counts.GetValueOrDefault(level.Id))),
            ("none", wording.Grade(sheet, null), counts.GetValueOrDefault("none")),
        ];
    }

    private bool IsWanted(MemberStatement one) =>
        (string.IsNullOrWhiteSpace(Name) || one.Name.Contains(Name.Trim(), StringComparison.OrdinalIgnoreCase))
        && Show switch
        {
            null or "" => true,
            // Grades and duties are of the whole statement: who sees one field finds nothing out by a filter.
            _ when !Field.IsWhole => true,
            "unmet" => one.Statement.MinimumDuties.Any(duty => !duty.Met),
            _ => (GradeOf(one) ?? "none") == Show,
        };
}
