using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Import;

/// <summary>What the pages of imports need.</summary>
public sealed record ImportDesk(
    AppDb Db,
    ImportFiles Files,
    ImportProgress Progress,
    CurrentCommittee Committee,
    CurrentActor Actor,
    Words Words,
    TimeProvider Time
);

/// <summary>Takes a list's file; what is no table is told at once and not kept.</summary>
[TableUploadLimit]
public abstract class ImportUploadPage<TRun>(ImportDesk desk, TableImporting<TRun> importing) : AppPage
    where TRun : TableImport
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<TableImport> Runs { get; private set; } = [];

    /// <summary>What the hint, the browser and the server hold a file against.</summary>
    public long MostBytes { get; } = TableReader.LargestFile;

    public long MostMegabytes => MostBytes >> 20;

    /// <summary>Where the import's pages are, below the committee.</summary>
    public abstract string At { get; }

    /// <summary>The run that keeps the file: who began it and when.</summary>
    protected abstract TRun NewRun(string fileName, Doer doer);

    public async Task OnGetAsync(string? problem, CancellationToken cancellation)
    {
        if (problem == TableUploadLimitAttribute.Problem)
            Tell(TooLarge().At(nameof(Upload)));
        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is null)
            return await AgainAsync(new Refusal("FileMissing"), cancellation);
        if (Upload.Length > TableReader.LargestFile)
            return await AgainAsync(TooLarge(), cancellation);
        using var content = new MemoryStream((int)Upload.Length);
        await Upload.CopyToAsync(content, cancellation);
        var run = NewRun(Shortened(Path.GetFileName(Upload.FileName)), Doer.Of(desk.Actor, desk.Time));
        return await importing.ReceiveAsync(run, content.ToArray(), cancellation) is { } refusal
            ? await AgainAsync(refusal, cancellation)
            : GoTo($"{At}/{run.Id}/columns");
    }

    private async Task<IActionResult> AgainAsync(Refusal refusal, CancellationToken cancellation)
    {
        Tell(refusal.At(nameof(Upload)));
        await LoadAsync(cancellation);
        return Page();
    }

    private static Refusal TooLarge() => new("SheetTooLarge", TableReader.LargestFile / 1024 / 1024);

    private static string Shortened(string name) => name.Length > 200 ? name[^200..] : name;

    private async Task LoadAsync(CancellationToken cancellation) =>
        Runs = [
            .. await desk
                .Db.Set<TRun>()
                .AsNoTracking()
                .OrderByDescending(run => run.CreatedAt)
                .Take(10)
                .ToListAsync(cancellation),
        ];
}

/// <summary>Turns an upload that is far too large away by its announced length, before any of it is read.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TableUploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    internal const string Problem = "size";
    private const long Most = TableReader.LargestFile + 1024 * 1024;

    /// <summary>Before the form is read for its token.</summary>
    public int Order => -100;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.ContentLength > Most)
            context.Result = new LocalRedirectResult($"{request.PathBase}{request.Path}?problem={Problem}");
    }
}

/// <summary>How far an import is: progress that renews itself without a script, problems row by row, the one button that writes.</summary>
public abstract class ImportRunPage<TRun>(ImportDesk desk, ImportWorker<TRun> worker, ImportColumns columns) : AppPage
    where TRun : TableImport
{
    public TRun Run { get; private set; } = null!;

    public bool IsWorking { get; private set; }

    public int Done { get; private set; }

    public int Total { get; private set; } = 1;

    /// <summary>Why nothing can be written yet, in words; nothing if it can.</summary>
    public string? WhyNotImport { get; private set; }

    public string FailureSentence => desk.Words.Of(new Refusal(Run.Failure!));

    public IReadOnlyList<ShownProblem> Problems { get; private set; } = [];

    /// <summary>Where the import's pages are, below the committee.</summary>
    public abstract string At { get; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Show();
        return Page();
    }

    /// <summary>Whether this reader may write what was found; others may only look.</summary>
    protected virtual bool MayWrite => true;

    public async Task<IActionResult> OnPostImportAsync(Guid id, CancellationToken cancellation)
    {
        if (!MayWrite || !await LoadAsync(id, cancellation))
            return NotFound();
        if (Run.WhyNotImport(desk.Time.GetUtcNow()) is { } refusal)
        {
            Tell(refusal);
            Show();
            return Page();
        }

        Run.StartImport(desk.Time.GetUtcNow());
        try
        {
            await desk.Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A colleague pressed the same button a moment before; the page shows how far it is.
            return GoTo($"{At}/{id}");
        }

        worker.Enqueue(desk.Committee.Value, id);
        return GoTo($"{At}/{id}");
    }

    protected void Show()
    {
        var now = desk.Time.GetUtcNow();
        IsWorking = Run.IsWorking(now);
        if (IsWorking)
        {
            (Done, Total) = desk.Progress.Of(Run.Id) ?? (0, Math.Max(1, Run.Rows));
            // The page asks again by itself, without a script.
            Response.Headers.Append("Refresh", "1");
            return;
        }

        if (Run.WhyNotImport(now) is { } refusal)
            WhyNotImport = desk.Words.Of(refusal);
        Problems =
        [
            .. Run.KeptProblems.Select(problem => new ShownProblem(
                problem.Row,
                problem.Column.Length > 0 ? problem.Column : columns.NameOf(problem.Field),
                problem.Value,
                desk.Words.Of(problem.Refusal)
            )),
        ];
    }

    protected virtual async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        Run = (await desk.Db.Set<TRun>().SingleOrDefaultAsync(row => row.Id == id, cancellation))!;
        return Run is not null;
    }
}

/// <summary>A problem in the reader's language.</summary>
public sealed record ShownProblem(int Row, string Column, string Value, string Sentence);
