using Concentric.Modules.Consultation.Matters;
using Concentric.Platform;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>委员的作用: what the members did in a session, from <c>data/consultation/members-parts.yaml</c>.</summary>
public sealed class MembersParts(DataFolder data)
{
    public IReadOnlyList<MatterListEntry> All { get; } = data.ReadYaml<List<MatterListEntry>>("consultation/members-parts.yaml");

    /// <summary>The name of an entry; the id of one that the data no longer has.</summary>
    public string NameOf(string? id) => MatterLists.NameOf(All, id);
}
