using Concentric.Modules.Members.Register;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members.Import;

/// <summary>Shows what the columns were taken for, lets a person correct it, and starts the check of every row.</summary>
[RequirePermission(MembersPermissions.Edit)]
public sealed class ColumnsPage(
    AppDb db,
    MemberImport import,
    MemberColumns columns,
    ImportWorker worker,
    CurrentCommittee committee,
    TimeProvider time
) : MemberFormPage
{
    private const int SamplesShown = 3;

    [BindProperty]
    public int HeadingLine { get; set; }

    [BindProperty]
    public List<string?> Meanings { get; set; } = [];

    [BindProperty]
    public MembershipLevel Level { get; set; }

    [BindProperty]
    public int Term { get; set; }

    [BindProperty]
    public DateOnly? StartsOn { get; set; }

    [BindProperty]
    public bool LeaveOutKnown { get; set; }

    public ImportRun Run { get; private set; } = null!;

    internal Sheet Sheet { get; private set; } = null!;

    internal IReadOnlyList<SheetColumn> Columns { get; private set; } = [];

    internal IReadOnlyList<MemberColumn> Known => columns.All;

    public async Task<IActionResult> OnGetAsync(Guid id, int? headings, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is { } elsewhere)
            return elsewhere;
        (Level, Term, var start) = Run.Defaults;
        StartsOn = start;
        LeaveOutKnown = Run.LeaveOutKnown;
        HeadingLine = Run.HeadingLine;
        var meanings = Run.ColumnMeanings;
        if (headings is { } line && line >= 0 && line < Math.Min(10, Sheet.Lines.Count) && line != Run.HeadingLine)
        {
            HeadingLine = line;
            meanings =
            [
                .. columns.Guess(Sheet.Lines[line], [.. Sheet.Lines.Skip(line + 1).Take(50)]).Select(guess => guess ?? ""),
            ];
        }

        Show(meanings);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is { } elsewhere)
            return elsewhere;
        HeadingLine = Math.Clamp(HeadingLine, 0, Sheet.Lines.Count - 1);
        var meanings = Enumerable.Range(0, Sheet.Width).Select(place => Meanings.ElementAtOrDefault(place) ?? "").ToList();
        if (WhyNot(meanings) is { } refusal)
            Tell(refusal);
        if (StartsOn is null && ModelState[nameof(StartsOn)] is not { Errors.Count: > 0 })
            Tell(new Refusal("StartMissing").At(nameof(StartsOn)));
        if (!ModelState.IsValid)
        {
            Show(meanings);
            return Page();
        }

        Run.Understand(HeadingLine, meanings, new RowDefaults(Level, Term, StartsOn!.Value), LeaveOutKnown);
        if (Run.WhyNotCheck(time.GetUtcNow()) is { } notNow)
        {
            Tell(notNow);
            Show(meanings);
            return Page();
        }

        Run.StartCheck(time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        worker.Enqueue(committee.Value, Run.Id);
        return GoTo($"/office/members/import/{id}");
    }

    internal string Beginning(SheetLine line) =>
        string.Join(' ', line.Cells.Where(cell => cell.Length > 0).Take(4)) is var text && text.Length > 40
            ? text[..40] + "…"
            : text;

    private Refusal? WhyNot(IReadOnlyList<string> meanings)
    {
        if (!meanings.Contains("name", StringComparer.Ordinal))
            return new Refusal("ImportNeedsName");
        var twice = meanings
            .Where(meaning => meaning.Length > 0)
            .GroupBy(meaning => meaning)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            return new Refusal("MeaningTwice", columns.All.FirstOrDefault(column => column.Id == twice.Key)?.Name ?? twice.Key);
        var unknown = meanings.FirstOrDefault(meaning => meaning.Length > 0 && columns.All.All(column => column.Id != meaning));
        return unknown is null ? null : new Refusal("MeaningUnknown", unknown);
    }

    private void Show(IReadOnlyList<string> meanings)
    {
        var headings = Sheet.Lines[HeadingLine];
        var rows = Sheet.Lines.Skip(HeadingLine + 1).ToList();
        Columns =
        [
            .. Enumerable
                .Range(0, Sheet.Width)
                .Select(place =>
                {
                    var refused = columns.IsRefused(headings[place]);
                    var samples = rows.Select(row => row[place]).Where(cell => cell.Length > 0).Take(SamplesShown);
                    return new SheetColumn(
                        headings[place],
                        // What is never taken is not shown either.
                        refused ? [] : [.. samples.Select(cell => ForbiddenNumbers.WhyNotKeep(cell) is null ? cell : "****")],
                        meanings.ElementAtOrDefault(place) ?? "",
                        refused
                    );
                }),
        ];
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var run = await db.Set<ImportRun>().SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (run is null)
            return NotFound();
        Run = run;
        // Done, under way or forgotten: the page of the run says which.
        if (run.State == ImportState.Done || run.IsWorking(time.GetUtcNow()))
            return GoTo($"/office/members/import/{id}");
        var sheet = await import.SheetAsync(run, cancellation);
        if (sheet is null)
        {
            Flash("Import.Gone");
            return GoTo("/office/members/import");
        }

        Sheet = sheet;
        return null;
    }
}

/// <summary>A column of an uploaded sheet: its heading, some of its cells, what it is taken for.</summary>
internal sealed record SheetColumn(string Heading, IReadOnlyList<string> Samples, string Meaning, bool IsRefused);
