using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Import;

/// <summary>Shows what the columns were taken for, lets a person correct it, and starts the check of every row.</summary>
public abstract class ImportColumnsPage<TRun>(ImportDesk desk, ImportWorker<TRun> worker, ImportColumns columns) : AppPage
    where TRun : TableImport
{
    private const int SamplesShown = 3;

    [BindProperty]
    public int HeadingLine { get; set; }

    [BindProperty]
    public List<string?> Meanings { get; set; } = [];

    public TRun Run { get; private set; } = null!;

    internal ColumnsView View => new(Table, HeadingLine, Columns, columns.All);

    /// <summary>Where the import's pages are, below the committee.</summary>
    public abstract string At { get; }

    private ImportedTable Table { get; set; } = null!;

    private IReadOnlyList<TableColumn> Columns { get; set; } = [];

    /// <summary>Fills in what the page asks beside the columns.</summary>
    protected virtual void ShowRest() { }

    /// <summary>Tells what is wrong with that.</summary>
    protected virtual void CheckRest() { }

    /// <summary>Takes it into the run.</summary>
    protected virtual void KeepRest() { }

    /// <summary>Whether every row has something in the column that is said to mean this.</summary>
    protected bool IsInEveryRow(string meaning) =>
        Meanings.IndexOf(meaning) is var place and >= 0
        && place < Table.Width
        && Table.Lines.Skip(HeadingLine + 1).All(line => line[place].Length > 0);

    /// <summary>What may be shown of a cell.</summary>
    protected virtual string Sample(string cell) => cell;

    public async Task<IActionResult> OnGetAsync(Guid id, int? headings, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is { } elsewhere)
            return elsewhere;
        ShowRest();
        HeadingLine = Run.HeadingLine;
        var meanings = Run.ColumnMeanings;
        if (headings is { } line && line >= 0 && line < Math.Min(10, Table.Lines.Count) && line != Run.HeadingLine)
        {
            HeadingLine = line;
            meanings = columns.GuessBelow(Table, line);
        }

        Show(meanings);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is { } elsewhere)
            return elsewhere;
        HeadingLine = Math.Clamp(HeadingLine, 0, Table.Lines.Count - 1);
        var meanings = Enumerable.Range(0, Table.Width).Select(place => Meanings.ElementAtOrDefault(place) ?? "").ToList();
        if ((Run.WhyNotMean(meanings) ?? WhyNot(meanings)) is { } refusal)
            Tell(refusal);
        CheckRest();
        if (!ModelState.IsValid)
        {
            Show(meanings);
            return Page();
        }

        Run.Mean(HeadingLine, meanings);
        KeepRest();
        if (Run.WhyNotCheck(desk.Time.GetUtcNow()) is { } notNow)
        {
            Tell(notNow);
            Show(meanings);
            return Page();
        }

        Run.StartCheck(desk.Time.GetUtcNow());
        await desk.Db.SaveChangesAsync(cancellation);
        worker.Enqueue(desk.Committee.Value, Run.Id);
        return GoTo($"{At}/{id}");
    }

    private Refusal? WhyNot(IReadOnlyList<string> meanings)
    {
        var twice = meanings
            .Where(meaning => meaning.Length > 0)
            .GroupBy(meaning => meaning)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            return new Refusal("MeaningTwice", columns.NameOf(twice.Key) is { Length: > 0 } name ? name : twice.Key);
        var unknown = meanings.FirstOrDefault(meaning => meaning.Length > 0 && columns.All.All(column => column.Id != meaning));
        return unknown is null ? null : new Refusal("MeaningUnknown", unknown);
    }

    private void Show(IReadOnlyList<string> meanings)
    {
        var headings = Table.Lines[HeadingLine];
        var rows = Table.Lines.Skip(HeadingLine + 1).ToList();
        Columns =
        [
            .. Enumerable
                .Range(0, Table.Width)
                .Select(place =>
                {
                    var refused = columns.IsRefused(headings[place]);
                    var samples = rows.Select(row => row[place]).Where(cell => cell.Length > 0).Take(SamplesShown);
                    return new TableColumn(
                        headings[place],
                        // What is never taken is not shown either.
                        refused ? [] : [.. samples.Select(Sample)],
                        meanings.ElementAtOrDefault(place) ?? "",
                        refused
                    );
                }),
        ];
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var run = await desk.Db.Set<TRun>().SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (run is null)
            return NotFound();
        Run = run;
        // Done, under way or forgotten: the page of the run says which.
        if (run.State == ImportState.Done || run.IsWorking(desk.Time.GetUtcNow()))
            return GoTo($"{At}/{id}");
        var table = await desk.Files.TableAsync(run, cancellation);
        if (table is null)
        {
            Flash("Import.Gone");
            return GoTo(At);
        }

        Table = table;
        return null;
    }
}

/// <summary>A column of an uploaded table: its heading, some of its cells, what it is taken for.</summary>
internal sealed record TableColumn(string Heading, IReadOnlyList<string> Samples, string Meaning, bool IsRefused);

/// <summary>What the form of the columns shows.</summary>
internal sealed record ColumnsView(
    ImportedTable Table,
    int HeadingLine,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<ImportColumn> Known
)
{
    internal static string Beginning(TableLine line) =>
        string.Join(' ', line.Cells.Where(cell => cell.Length > 0).Take(4)) is var text && text.Length > 40
            ? text[..40] + "…"
            : text;
}
