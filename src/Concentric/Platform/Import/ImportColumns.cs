using System.Text.RegularExpressions;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Forms;

namespace Concentric.Platform.Import;

/// <summary>One column that a list may have.</summary>
public sealed class ImportColumn
{
    public string Id { get; set; } = "";
    public string Title { get; set; } = "";
    public string TitleEn { get; set; } = "";
    public List<string> Also { get; set; } = [];
    public bool Required { get; set; }
    public string Example { get; set; } = "";

    public string Name => Language.IsEnglish ? TitleEn : Title;
}

/// <summary>The columns of one sort of list, from a data file: guesses what a heading means.</summary>
public abstract partial class ImportColumns
{
    private readonly Dictionary<string, string> byHeading = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> refused;

    protected ImportColumns(IReadOnlyList<ImportColumn> columns, IEnumerable<string> refused)
    {
        All = columns;
        foreach (var column in columns)
        {
            foreach (var heading in new[] { column.Title, column.TitleEn, column.Id }.Concat(column.Also))
                byHeading.TryAdd(Plain(heading), column.Id);
        }

        this.refused = refused.Select(Plain).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<ImportColumn> All { get; }

    /// <summary>What a heading means; nothing if it means nothing here.</summary>
    public string? Guess(string heading) => byHeading.GetValueOrDefault(Plain(heading));

    /// <summary>Whether a heading stands over numbers that are never taken.</summary>
    public bool IsRefused(string heading) => refused.Contains(Plain(heading));

    /// <summary>The column that an id or a name in either language stands for; nothing if there is none.</summary>
    internal string? Named(string typed) =>
        All.FirstOrDefault(column => new[] { column.Id, column.Title, column.TitleEn }.Any(name => IsSame(name, typed)))?.Id;

    /// <summary>Whether two headings are the same but for width, case, spaces, marks and what stands in brackets.</summary>
    internal static bool IsSame(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal)
        || Plain(one) is { Length: > 0 } plain && plain.Equals(Plain(other), StringComparison.OrdinalIgnoreCase);

    public string NameOf(string id) => All.FirstOrDefault(column => column.Id == id)?.Name ?? "";

    /// <summary>What every heading of a line means; no meaning is given twice.</summary>
    internal virtual string?[] Guess(TableLine headings, IReadOnlyList<TableLine> samples)
    {
        var guesses = headings.Cells.Select(Guess).ToArray();
        for (var column = 0; column < guesses.Length; column++)
        {
            guesses[column] = Look(guesses, column, samples);
            if (guesses[column] is { } meaning && Array.IndexOf(guesses, meaning) < column)
                guesses[column] = null;
        }

        return guesses;
    }

    /// <summary>The guess for one column after a look at what stands below it.</summary>
    private protected virtual string? Look(string?[] guesses, int column, IReadOnlyList<TableLine> samples) => guesses[column];

    /// <summary>The line of headings: among the first ten, the one with most known headings.</summary>
    internal int GuessHeadingLine(ImportedTable table)
    {
        var known = table.Lines.Take(10).Select(line => line.Cells.Count(cell => Guess(cell) is not null)).ToList();
        return known.IndexOf(known.Max());
    }

    /// <summary>Guesses the columns of a table below one of its lines.</summary>
    internal IReadOnlyList<string> GuessBelow(ImportedTable table, int headingLine) =>
        [.. Guess(table.Lines[headingLine], [.. table.Lines.Skip(headingLine + 1).Take(50)]).Select(guess => guess ?? "")];

    /// <summary>The meaning of each writing of each field's closed values.</summary>
    protected static Dictionary<string, Dictionary<string, string>> ByWriting(
        Dictionary<string, Dictionary<string, List<string>>> values
    ) =>
        values.ToDictionary(
            field => field.Key,
            field =>
                field
                    .Value.SelectMany(value =>
                        value.Value.Append(value.Key).Select(writing => (Writing: Plain(writing), value.Key))
                    )
                    .DistinctBy(pair => pair.Writing, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(pair => pair.Writing, pair => pair.Key, StringComparer.OrdinalIgnoreCase)
        );

    /// <summary>Without brackets and what is in them, marks and spaces.</summary>
    protected static string Plain(string heading) => Noise().Replace(TypedText.HalfWidth(heading), "");

    [GeneratedRegex(@"\(.*?\)|\[.*?\]|[\s*:/、_·-]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Noise();
}
