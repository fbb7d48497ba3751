using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Import;
using Concentric.Rules.Text;

namespace Concentric.Modules.Consultation.Matters.Intake.Import;

/// <summary>What an import would do, and everything that speaks against it.</summary>
/// <param name="MadeTitles">Titles that were made of the text because the row has none.</param>
internal sealed record MatterPlan(
    IReadOnlyList<NewMatter> Matters,
    IReadOnlyList<RowProblem> Problems,
    int Rows,
    int Known,
    IReadOnlyList<MadeTitle> MadeTitles
);

/// <summary>A title that was made of the text of a row.</summary>
internal sealed record MadeTitle(int Row, string Title);

/// <summary>What makes two rows the same: the ledger's number, or else place, day and title.</summary>
internal readonly record struct LedgerKey(string? Number, Guid Place, DateOnly Day, string Title)
{
    internal static LedgerKey Of(string? number, Guid place, DateOnly day, string title) =>
        string.IsNullOrWhiteSpace(number) ? new(null, place, day, title) : new(number.Trim(), place, default, "");
}

/// <summary>Reads the rows of a ledger, and compares them with what was taken in before and with each other.</summary>
internal sealed class MatterPlanner(
    MatterColumns columns,
    PlaceNames places,
    IReadOnlySet<LedgerKey> takenIn,
    Func<NewMatter, Task<IReadOnlyList<Refusal>>> faultsOf
)
{
    private readonly List<RowProblem> problems = [];
    private readonly Dictionary<LedgerKey, int> seen = [];
    private int known;

    internal async Task<MatterPlan> PlanAsync(
        IReadOnlyList<TableLine> lines,
        IReadOnlyDictionary<string, (int Place, string Heading)> headings,
        bool leaveOutKnown,
        Action<int> progress
    )
    {
        var matters = new List<NewMatter>(lines.Count);
        var made = new List<MadeTitle>();
        for (var number = 0; number < lines.Count; number++)
        {
            List<RowProblem> own = [];
            var cells = new RowCells(lines[number], headings, own, Shown);
            if (await ReadAsync(cells, own) is { } matter && !IsKnown(matter, lines[number].Number, cells, leaveOutKnown))
            {
                matters.Add(matter);
                if (cells.Text("title") is null)
                    made.Add(new MadeTitle(lines[number].Number, matter.Details.Title!));
            }

            problems.AddRange(own);
            progress(number + 1);
        }

        return new MatterPlan(matters, [.. problems.OrderBy(problem => problem.Row)], lines.Count, known, made);
    }

    /// <summary>Numbers of people are not repeated in a list of problems.</summary>
    private static string Shown(string cell) => cell.Count(char.IsAsciiDigit) > 10 ? "****" : cell;

    private async Task<NewMatter?> ReadAsync(RowCells cells, List<RowProblem> own)
    {
        if (!cells.Parsed<DateOnly>("day", ImportedDay.Read, out var day))
            cells.Complain("day", new Refusal("MatterDayMissing"));
        var (place, unclear) = places.Find(cells.Text("place"));
        if (unclear is not null)
            cells.Complain("place", unclear);
        var title = cells.Text("title") ?? MadeOf(cells.Text("text"));
        var topic = cells.Named("topic", columns.TopicOf, "MatterTopicUnreadable");
        var source = cells.As("source", columns.SourceOf, "MatterSourceUnreadable");
        if (own.Count > 0)
            return null;
        // A ledger has its whole text in the title now and then.
        var isLong = title?.Length > Matter.LongestTitle;
        var matter = new NewMatter(
            new MatterDetails
            {
                Title = isLong ? PlainText.FirstSentence(title!, Matter.LongestTitle) : title,
                Text = cells.Text("text") is { } text ? (isLong ? $"{title}\n{text}" : text) : title,
                PlaceId = place!.Id,
                Locality = cells.Text("locality"),
                Topic = topic ?? "other",
                Source = source ?? MatterSource.Public,
                SourceName = cells.Text("sourceName"),
                Channel = IntakeChannel.Import,
                CollectedOn = day,
                LedgerNumber = cells.Text("number"),
            }
        )
        {
            Submitter = new SubmitterDetails(cells.Text("submitter"), cells.Text("phone"), Email: null),
        };
        // Without a title there is no text to make of it either; one of them is told.
        foreach (var fault in (await faultsOf(matter)).Where(fault => fault.Code != "MatterTextMissing"))
            cells.Complain(ColumnOf(fault.Field), fault);
        return own.Count > 0 ? null : matter;
    }

    /// <summary>A ledger without titles: the first sentence of the text stands for one, made as the intake makes it.</summary>
    private static string? MadeOf(string? text) =>
        text is not null && PlainText.Of(text) is { Length: > 0 } plain
            ? PlainText.FirstSentence(plain, MatterIntake.LongestMadeTitle)
            : null;

    private bool IsKnown(NewMatter matter, int row, RowCells cells, bool leaveOutKnown)
    {
        var details = matter.Details;
        var key = LedgerKey.Of(details.LedgerNumber, details.PlaceId, details.CollectedOn!.Value, details.Title!);
        if (takenIn.Contains(key))
        {
            known++;
            if (!leaveOutKnown)
                cells.Complain("title", new Refusal("MatterRowKnown"));
            return true;
        }

        if (seen.TryAdd(key, row))
            return false;
        cells.Complain("title", new Refusal("RowTwice", seen[key]));
        return true;
    }

    private static string ColumnOf(string? field) =>
        field switch
        {
            nameof(MatterDetails.PlaceId) => "place",
            nameof(MatterDetails.CollectedOn) => "day",
            nameof(MatterDetails.LedgerNumber) => "number",
            nameof(SubmitterDetails.Name) => "submitter",
            null => "title",
            _ => char.ToLowerInvariant(field[0]) + field[1..],
        };
}
