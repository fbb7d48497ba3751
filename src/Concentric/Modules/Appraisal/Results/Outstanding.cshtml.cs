using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Sheets;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>One outstanding member as the public sees it: the name and the duties, never points and never a place.</summary>
public sealed record OutstandingMember(string Name, IReadOnlyList<string> Duties);

/// <summary>
/// 优秀委员公示: the members with the top grade and what they did, for the working days that the sheet gives. Before and after,
/// and of everybody else, it says nothing.
/// </summary>
[AllowAnonymous]
[PublicPage]
public sealed class OutstandingPage(
    AppDb db,
    SheetShelf shelf,
    NameOrder names,
    Words words,
    CurrentCommittee committee,
    TimeProvider time,
    IStringLocalizer<AppraisalTexts> text
) : AppPage
{
    private static readonly CycleState[] Told =
    [
        CycleState.Publicised,
        CycleState.AppealsHandled,
        CycleState.Final,
        CycleState.Filed,
    ];

    public int? Year { get; private set; }

    /// <summary>The years that have or had a publicity, newest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public AppraisalCycle? Cycle { get; private set; }

    public string Grade { get; private set; } = "";

    public MeetingDecision? Decision { get; private set; }

    public IReadOnlyList<OutstandingMember> Members { get; private set; } = [];

    public bool IsShown { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancellation)
    {
        var cycles = await db.Set<AppraisalCycle>()
            .AsNoTracking()
            .Where(cycle => Told.Contains(cycle.State))
            .OrderByDescending(cycle => cycle.Year)
            .ToListAsync(cancellation);
        Years = cycles.ConvertAll(cycle => cycle.Year);
        Cycle = year is null ? cycles.FirstOrDefault() : cycles.Find(cycle => cycle.Year == year);
        if (year is not null && Cycle is null)
            return NotFound();
        Year = Cycle?.Year;
        IsShown = Cycle?.IsPublic(committee.Today(time)) == true;
        if (IsShown)
            await LoadAsync(Cycle!, cancellation);
        return Page();
    }

    private async Task LoadAsync(AppraisalCycle cycle, CancellationToken cancellation)
    {
        var sheet = shelf.SoundSheetOf((await shelf.FindAsync(cycle.SheetEditionId, cancellation))!);
        var top = sheet.Grades?.Quota is { } quota
            ? sheet.Grades.Levels.FirstOrDefault(level => level.Id == quota.Grade)
            : sheet.Grades?.Levels[0];
        if (top is null)
            return;
        Grade = top.Name();
        var results = await db.Set<AppraisalResult>()
            .AsNoTracking()
            .Where(result => result.CycleId == cycle.Id && result.Grade == top.Id)
            .ToListAsync(cancellation);
        var inOrder = await names.InOrderAsync(sheet, results, result => result.PersonId, cancellation);
        Members = [.. inOrder.Select(result => new OutstandingMember(result.Name, [.. result.ReadMerits().Select(Say)]))];
        Decision = await db.Set<MeetingDecision>()
            .AsNoTracking()
            .Where(row => row.CycleId == cycle.Id && row.Kind == DecisionKind.Quota && row.ReplacedAt == null)
            .FirstOrDefaultAsync(cancellation);
    }

    private string Say(Merit merit) =>
        text["Outstanding.Duty", merit.Name(), DisplayFormat.Number(merit.Units), words.Unit(merit.Unit, merit.Units)];
}
