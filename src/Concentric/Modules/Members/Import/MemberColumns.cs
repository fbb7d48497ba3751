using System.Text.RegularExpressions;
using Concentric.Platform;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Forms;

namespace Concentric.Modules.Members.Import;

/// <summary>One column that a list of members may have.</summary>
public sealed class MemberColumn
{
    public string Id { get; set; } = "";
    public string Title { get; set; } = "";
    public string TitleEn { get; set; } = "";
    public List<string> Also { get; set; } = [];
    public bool Required { get; set; }
    public string Example { get; set; } = "";

    public string Name => Language.IsEnglish ? TitleEn : Title;
}

/// <summary>Columns and values of lists of members, from <c>data/member-columns.yaml</c>: guesses what a heading means.</summary>
public sealed partial class MemberColumns
{
    private readonly Dictionary<string, string> byHeading = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> refused;
    private readonly Dictionary<string, Dictionary<string, string>> values;
    private readonly string numerals;

    public MemberColumns(DataFolder data)
    {
        var file = data.ReadYaml<ColumnsFile>("member-columns.yaml");
        All = file.Columns;
        foreach (var column in file.Columns)
        {
            foreach (var heading in new[] { column.Title, column.TitleEn, column.Id }.Concat(column.Also))
                byHeading.TryAdd(Plain(heading), column.Id);
        }

        refused = file.Refused.Select(Plain).ToHashSet(StringComparer.OrdinalIgnoreCase);
        values = file.Values.ToDictionary(
            field => field.Key,
            field =>
                field
                    .Value.SelectMany(value =>
                        value
                            .Value.Append(value.Key)
                            .Distinct(StringComparer.OrdinalIgnoreCase)
                            .Select(writing => (Writing: writing, Meaning: value.Key))
                    )
                    .ToDictionary(pair => pair.Writing, pair => pair.Meaning, StringComparer.OrdinalIgnoreCase)
        );
        numerals = file.Numerals;
    }

    public IReadOnlyList<MemberColumn> All { get; }

    /// <summary>What a heading means; nothing if it means nothing here.</summary>
    public string? Guess(string heading) => byHeading.GetValueOrDefault(Plain(heading));

    /// <summary>Whether a heading stands over numbers that are never taken.</summary>
    public bool IsRefused(string heading) => refused.Contains(Plain(heading));

    /// <summary>What every heading of a line means. No meaning is given twice; 职务 over 委员 and 常委 is the duty.</summary>
    internal string?[] Guess(SheetLine headings, IReadOnlyList<SheetLine> samples)
    {
        var guesses = headings.Cells.Select(Guess).ToArray();
        for (var column = 0; column < guesses.Length; column++)
        {
            if (guesses[column] == "post" && !guesses.Contains("duty") && HoldsDuties(column, samples))
                guesses[column] = "duty";
            if (guesses[column] is { } meaning && Array.IndexOf(guesses, meaning) < column)
                guesses[column] = null;
        }

        return guesses;
    }

    /// <summary>The line of headings: among the first ten, the one with most known headings.</summary>
    internal int GuessHeadingLine(Sheet sheet)
    {
        var known = sheet.Lines.Take(10).Select(line => line.Cells.Count(cell => Guess(cell) is not null)).ToList();
        return known.IndexOf(known.Max());
    }

    /// <summary>A closed value: sex, level, duty.</summary>
    internal TValue? Value<TValue>(string field, string writing)
        where TValue : struct, Enum =>
        values[field].TryGetValue(Plain(writing), out var value) ? Enum.Parse<TValue>(value) : null;

    /// <summary>13, 13届, 第十三届 as a number; nothing if it is none.</summary>
    internal int? Term(string writing)
    {
        var text = TypedText.HalfWidth(writing).Trim();
        if (text.Any(char.IsAsciiDigit))
            return int.TryParse(string.Concat(text.Where(char.IsAsciiDigit)), out var number) ? number : null;
        var digits = text.Select(c => numerals.IndexOf(c, StringComparison.Ordinal)).Where(digit => digit >= 0).ToList();
        return digits switch
        {
            [] => null,
            [10] => 10,
            [10, var ones] => 10 + ones,
            [var tens, 10] => tens * 10,
            [var tens, 10, var ones] => tens * 10 + ones,
            [var ones] => ones,
            _ => null,
        };
    }

    private bool HoldsDuties(int column, IReadOnlyList<SheetLine> samples) =>
        samples.Count > 0 && samples.All(line => line[column].Length == 0 || values["duty"].ContainsKey(Plain(line[column])));

    /// <summary>Without brackets and what is in them, marks and spaces.</summary>
    private static string Plain(string heading) => Noise().Replace(TypedText.HalfWidth(heading), "");

    [GeneratedRegex(@"\(.*?\)|\[.*?\]|[\s*:/、_·-]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Noise();

    internal sealed class ColumnsFile
    {
        public List<MemberColumn> Columns { get; set; } = [];
        public List<string> Refused { get; set; } = [];
        public Dictionary<string, Dictionary<string, List<string>>> Values { get; set; } = [];
        public string Numerals { get; set; } = "";
    }
}
