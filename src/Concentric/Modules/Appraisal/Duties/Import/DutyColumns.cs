using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;

namespace Concentric.Modules.Appraisal.Duties.Import;

/// <summary>Columns and closed values of lists of duties, from <c>data/duty-columns.yaml</c>.</summary>
public sealed class DutyColumns : ImportColumns
{
    private readonly Dictionary<string, Dictionary<string, string>> values;
    private readonly OfficeList offices;

    public DutyColumns(DataFolder data, OfficeList offices)
        : this(data.ReadYaml<ColumnsFile>("duty-columns.yaml"), offices) { }

    private DutyColumns(ColumnsFile file, OfficeList offices)
        : base(file.Columns, file.Refused)
    {
        this.offices = offices;
        values = ByWriting(file.Values);
    }

    /// <summary>A closed value: kind, step, part.</summary>
    internal string? Value(string field, string writing) => values[field].GetValueOrDefault(Plain(writing));

    internal DutyPart? PartOf(string writing) => Value("part", writing) is { } part ? Enum.Parse<DutyPart>(part) : null;

    internal string? OfficeOf(string writing) =>
        offices.All.FirstOrDefault(office => office.Id == writing || office.TitleEn == writing || office.IsNamedIn(writing))?.Id;

    internal string OfficeTitle(string office) => offices.TitleOf(office);

    internal sealed class ColumnsFile
    {
        public List<ImportColumn> Columns { get; set; } = [];
        public List<string> Refused { get; set; } = [];
        public Dictionary<string, Dictionary<string, List<string>>> Values { get; set; } = [];
    }
}
