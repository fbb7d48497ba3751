using Concentric.Platform.Identity;
using Concentric.Platform.Import;

namespace Concentric.Modules.Members.Import;

/// <summary>How far an import of members is.</summary>
[RequirePermission(MembersPermissions.Edit)]
public sealed class RunPage(ImportDesk desk, ImportWorker<ImportRun> worker, MemberColumns columns)
    : ImportRunPage<ImportRun>(desk, worker, columns)
{
    public override string At => UploadPage.Address;
}
