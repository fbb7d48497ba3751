namespace Concentric.Modules.Members;

/// <summary>A page about one member that another module shows as a tab of the member's file.</summary>
/// <param name="TextKey">Its title in the module's texts.</param>
/// <param name="Path">Its address, as <c>~/office/…</c>.</param>
/// <param name="Permission">Who sees it.</param>
public sealed record MemberTab(string TextKey, string Path, string Permission)
{
    /// <summary>Whether the permission must be held for the whole committee.</summary>
    public bool WholeCommittee { get; init; }
}

/// <summary>Adds tabs to member files; a module registers one.</summary>
public interface IMemberTabs
{
    IReadOnlyList<MemberTab> TabsOf(Guid personId);
}
