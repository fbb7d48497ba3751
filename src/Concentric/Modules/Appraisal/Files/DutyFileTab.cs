using Concentric.Modules.Members;

namespace Concentric.Modules.Appraisal.Files;

/// <summary>The duty file as a tab of the member's file.</summary>
internal sealed class DutyFileTab : IMemberTabs
{
    public IReadOnlyList<MemberTab> TabsOf(Guid personId) =>
        [new("Tab.DutyFile", $"~/office/members/{personId}/duty-file", AppraisalPermissions.Read) { WholeCommittee = true }];
}
