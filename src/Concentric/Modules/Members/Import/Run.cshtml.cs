using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members.Import;

/// <summary>How far an import is: progress that renews itself without a script, problems row by row, the one button that writes.</summary>
[RequirePermission(MembersPermissions.Edit)]
public sealed class RunPage(
    AppDb db,
    ImportProgress progress,
    ImportWorker worker,
    MemberColumns columns,
    CurrentCommittee committee,
    Words words,
    TimeProvider time
) : AppPage
{
    public ImportRun Run { get; private set; } = null!;

    public bool IsWorking { get; private set; }

    public int Done { get; private set; }

    public int Total { get; private set; } = 1;

    /// <summary>Why nothing can be written yet, in words; nothing if it can.</summary>
    public string? WhyNotImport { get; private set; }

    public string FailureSentence => words.Of(new Refusal(Run.Failure!));

    public IReadOnlyList<ShownProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (Run.WhyNotImport(time.GetUtcNow()) is { } refusal)
        {
            Tell(refusal);
            Show();
            return Page();
        }

        Run.StartImport(time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A colleague pressed the same button a moment before; the page shows how far it is.
            return GoTo($"/office/members/import/{id}");
        }

        worker.Enqueue(committee.Value, id);
        return GoTo($"/office/members/import/{id}");
    }

    private void Show()
    {
        var now = time.GetUtcNow();
        IsWorking = Run.IsWorking(now);
        if (IsWorking)
        {
            (Done, Total) = progress.Of(Run.Id) ?? (0, Math.Max(1, Run.Rows));
            // The page asks again by itself, without a script.
            Response.Headers.Append("Refresh", "1");
            return;
        }

        if (Run.WhyNotImport(now) is { } refusal)
            WhyNotImport = words.Of(refusal);
        Problems =
        [
            .. Run.KeptProblems.Select(problem => new ShownProblem(
                problem.Row,
                problem.Column.Length > 0 ? problem.Column : TitleOf(problem.Field),
                problem.Value,
                words.Of(problem.Refusal)
            )),
        ];
    }

    private string TitleOf(string field) => columns.All.FirstOrDefault(column => column.Id == field)?.Name ?? "";

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        Run = (await db.Set<ImportRun>().SingleOrDefaultAsync(row => row.Id == id, cancellation))!;
        return Run is not null;
    }
}

/// <summary>A problem in the reader's language.</summary>
public sealed record ShownProblem(int Row, string Column, string Value, string Sentence);
