namespace Concentric.Platform.Import;

/// <summary>Columns that somebody names instead of leaving them to be guessed, as the page lets a person match them.</summary>
/// <param name="Pairs">MEANING=HEADING each: the id or the name of a known column, and the heading as the file has it; an empty meaning leaves that column out.</param>
/// <param name="HeadingRow">The row of the headings, as a spreadsheet numbers it; where none is given it is found.</param>
public sealed record NamedColumns(IReadOnlyList<string> Pairs, int? HeadingRow)
{
    private const int MostTold = 20;

    /// <summary>Everything is guessed.</summary>
    public static NamedColumns None { get; } = new([], null);

    /// <summary>What the columns of a table mean: as named, and for the rest as guessed.</summary>
    internal Refusal? Mean(TableImport run, ImportColumns columns, ImportedTable table)
    {
        var (named, refusal) = Read(columns);
        var line = 0;
        refusal ??= FindLine(columns, table, named, out line);
        if (refusal is not null)
            return refusal;
        var headings = table.Lines[line];
        var meanings = columns.GuessBelow(table, line).ToArray();
        var places = named
            .Select(pair => (pair.Meaning, Places: PlacesOf(pair.Heading, headings, table.Width), pair.Heading))
            .ToList();
        foreach (var (meaning, at, heading) in places)
        {
            if (at.Count != 1)
                return at.Count == 0 ? Missing(heading, headings) : new Refusal("ColumnHeadingTwice", heading, headings.Number);
            if (meaning.Length > 0 && columns.IsRefused(heading))
                return new Refusal("ColumnRefused", heading);
        }

        // A meaning that is given by name is taken from whatever was guessed to have it.
        for (var place = 0; place < meanings.Length; place++)
        {
            if (named.Any(pair => pair.Meaning == meanings[place]))
                meanings[place] = "";
        }

        foreach (var (meaning, at, _) in places)
            meanings[at[0]] = meaning;
        run.Mean(line, meanings);
        return null;
    }

    private (IReadOnlyList<(string Meaning, string Heading)> Named, Refusal? Refusal) Read(ImportColumns columns)
    {
        List<(string Meaning, string Heading)> named = [];
        foreach (var pair in Pairs)
        {
            if (pair.Split('=', 2, StringSplitOptions.TrimEntries) is not [var typed, { Length: > 0 } heading])
                return ([], new Refusal("ColumnNotPaired", pair));
            var meaning = typed.Length == 0 ? "" : columns.Named(typed);
            if (meaning is null)
            {
                var known = string.Join(' ', columns.All.Select(column => column.Id));
                return ([], new Refusal("ColumnMeaningUnknown", typed, known));
            }

            if (meaning.Length > 0 && named.Exists(other => other.Meaning == meaning))
                return ([], new Refusal("MeaningTwice", columns.NameOf(meaning)));
            if (named.Exists(other => ImportColumns.IsSame(other.Heading, heading)))
                return ([], new Refusal("ColumnNamedTwice", heading));
            named.Add((meaning, heading));
        }

        return (named, null);
    }

    /// <summary>The row that was asked for; else, among the first ten, the one that has all the named headings; else the usual guess.</summary>
    private Refusal? FindLine(
        ImportColumns columns,
        ImportedTable table,
        IReadOnlyList<(string Meaning, string Heading)> named,
        out int line
    )
    {
        line = columns.GuessHeadingLine(table);
        if (HeadingRow is { } row)
        {
            line = table.Lines.Select(known => known.Number).ToList().IndexOf(row);
            return line < 0 ? new Refusal("HeadingRowMissing", row) : null;
        }

        if (named.Count == 0 || Has(table.Lines[line]))
            return null;
        var other = table.Lines.Take(10).ToList().FindIndex(Has);
        if (other >= 0)
            line = other;
        return null;

        bool Has(TableLine headings) => named.All(pair => PlacesOf(pair.Heading, headings, table.Width).Count > 0);
    }

    private static List<int> PlacesOf(string heading, TableLine headings, int width) =>
        [.. Enumerable.Range(0, width).Where(place => ImportColumns.IsSame(headings[place], heading))];

    private static Refusal Missing(string heading, TableLine headings) =>
        new(
            "ColumnHeadingMissing",
            heading,
            headings.Number,
            string.Join('\u3001', headings.Cells.Where(cell => cell.Length > 0).Take(MostTold))
        );
}
