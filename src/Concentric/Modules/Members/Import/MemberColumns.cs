using Concentric.Platform;
using Concentric.Platform.Import;
using Concentric.Platform.Web.Forms;

namespace Concentric.Modules.Members.Import;

/// <summary>Columns and values of lists of members, from <c>data/member-columns.yaml</c>: guesses what a heading means.</summary>
public sealed class MemberColumns : ImportColumns
{
    private readonly Dictionary<string, Dictionary<string, string>> values;
    private readonly string numerals;

    public MemberColumns(DataFolder data)
        : this(data.ReadYaml<ColumnsFile>("member-columns.yaml")) { }

    private MemberColumns(ColumnsFile file)
        : base(file.Columns, file.Refused)
    {
        values = ByWriting(file.Values);
        numerals = file.Numerals;
    }

    /// <summary>A duty that a list calls a post.</summary>
    private protected override string? Look(string?[] guesses, int column, IReadOnlyList<TableLine> samples) =>
        guesses[column] == "post" && !guesses.Contains("duty") && HoldsDuties(column, samples) ? "duty" : guesses[column];

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

    private bool HoldsDuties(int column, IReadOnlyList<TableLine> samples) =>
        samples.Count > 0 && samples.All(line => line[column].Length == 0 || values["duty"].ContainsKey(Plain(line[column])));

    internal sealed class ColumnsFile
    {
        public List<ImportColumn> Columns { get; set; } = [];
        public List<string> Refused { get; set; } = [];
        public Dictionary<string, Dictionary<string, List<string>>> Values { get; set; } = [];
        public string Numerals { get; set; } = "";
    }
}
