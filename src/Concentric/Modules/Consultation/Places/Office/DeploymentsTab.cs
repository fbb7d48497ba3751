using Concentric.Modules.Members;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>Where a member is and was deployed, as a tab of the member's file.</summary>
internal sealed class DeploymentsTab : IMemberTabs
{
    internal static string PathOf(Guid personId) => $"~/office/members/{personId}/deployments";

    public IReadOnlyList<MemberTab> TabsOf(Guid personId) => [new("Tab.Deployments", PathOf(personId), PlacePermissions.Read)];
}
