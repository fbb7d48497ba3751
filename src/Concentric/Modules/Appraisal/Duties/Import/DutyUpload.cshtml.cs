using Concentric.Platform.Identity;
using Concentric.Platform.Import;

namespace Concentric.Modules.Appraisal.Duties.Import;

/// <summary>Takes a list of past duties.</summary>
[RequirePermission(DutyPermissions.Register)]
public sealed class DutyUploadPage(ImportDesk desk, DutyImporting importing) : ImportUploadPage<DutyImport>(desk, importing)
{
    internal const string Address = "/office/appraisal/duties/import";

    public override string At => Address;

    protected override DutyImport NewRun(string fileName, Doer doer) =>
        new()
        {
            FileName = fileName,
            StartedBy = doer.Name,
            AccountId = doer.AccountId,
            CreatedAt = doer.Now,
        };
}
