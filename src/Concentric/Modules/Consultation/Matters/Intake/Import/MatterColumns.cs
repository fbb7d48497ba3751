using Concentric.Platform;
using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Matters.Intake.Import;

/// <summary>Columns and closed values of ledgers of matters, from <c>data/consultation/matter-columns.yaml</c>.</summary>
public sealed class MatterColumns : ImportColumns
{
    private readonly Dictionary<string, Dictionary<string, string>> values;
    private readonly MatterLists lists;

    public MatterColumns(DataFolder data, MatterLists lists)
        : this(data.ReadYaml<ColumnsFile>("consultation/matter-columns.yaml"), lists) { }

    private MatterColumns(ColumnsFile file, MatterLists lists)
        : base(file.Columns, file.Refused)
    {
        this.lists = lists;
        values = ByWriting(file.Values);
    }

    internal MatterSource? SourceOf(string writing) =>
        values["source"].GetValueOrDefault(Plain(writing)) is { } source ? Enum.Parse<MatterSource>(source) : null;

    internal string? TopicOf(string writing) =>
        lists
            .Topics.FirstOrDefault(topic =>
                topic.Id == writing.Trim()
                || Plain(topic.Title) == Plain(writing)
                || string.Equals(topic.TitleEn, writing.Trim(), StringComparison.OrdinalIgnoreCase)
            )
            ?.Id;

    internal IReadOnlyList<string> Topics => [.. lists.Topics.Select(topic => topic.Name)];

    internal sealed class ColumnsFile
    {
        public List<ImportColumn> Columns { get; set; } = [];
        public List<string> Refused { get; set; } = [];
        public Dictionary<string, Dictionary<string, List<string>>> Values { get; set; } = [];
    }
}
