using Concentric.Platform;
using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>Columns and closed values of lists of places, from <c>data/place-columns.yaml</c>.</summary>
public sealed class PlaceColumns : ImportColumns
{
    private readonly Dictionary<string, Dictionary<string, string>> values;
    private readonly IReadOnlyList<NameEnding> endings;

    public PlaceColumns(DataFolder data)
        : this(data.ReadYaml<ColumnsFile>("place-columns.yaml")) { }

    private PlaceColumns(ColumnsFile file)
        : base(file.Columns, file.Refused)
    {
        values = ByWriting(file.Values);
        endings = [.. file.Endings.OrderByDescending(ending => ending.Ending.Length)];
    }

    internal PlaceKind? KindOf(string writing) =>
        values["kind"].TryGetValue(Plain(writing), out var kind) ? Enum.Parse<PlaceKind>(kind) : null;

    /// <summary>What the end of a name says the place is.</summary>
    internal PlaceKind? KindByName(string name) =>
        endings.FirstOrDefault(ending => name.EndsWith(ending.Ending, StringComparison.Ordinal))?.Kind;

    internal sealed class ColumnsFile
    {
        public List<ImportColumn> Columns { get; set; } = [];
        public List<string> Refused { get; set; } = [];
        public Dictionary<string, Dictionary<string, List<string>>> Values { get; set; } = [];
        public List<NameEnding> Endings { get; set; } = [];
    }

    internal sealed class NameEnding
    {
        public string Ending { get; set; } = "";
        public PlaceKind Kind { get; set; }
    }
}
