using Concentric.Modules.Members;
using Concentric.Platform;
using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>Columns and closed values of lists of deployed members, from <c>data/deployment-columns.yaml</c>.</summary>
public sealed class DeploymentColumns : ImportColumns
{
    private readonly Dictionary<string, Dictionary<string, string>> values;

    public DeploymentColumns(DataFolder data)
        : this(data.ReadYaml<ColumnsFile>("deployment-columns.yaml")) { }

    private DeploymentColumns(ColumnsFile file)
        : base(file.Columns, file.Refused)
    {
        values = ByWriting(file.Values);
    }

    internal DeploymentRole? RoleOf(string writing) => Value<DeploymentRole>("role", writing);

    internal MembershipLevel? LevelOf(string writing) => Value<MembershipLevel>("level", writing);

    private TValue? Value<TValue>(string field, string writing)
        where TValue : struct, Enum =>
        values[field].TryGetValue(Plain(writing), out var value) ? Enum.Parse<TValue>(value) : null;

    internal sealed class ColumnsFile
    {
        public List<ImportColumn> Columns { get; set; } = [];
        public List<string> Refused { get; set; } = [];
        public Dictionary<string, Dictionary<string, List<string>>> Values { get; set; } = [];
    }
}
