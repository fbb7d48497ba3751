using Concentric.Platform.Identity;
using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Matters.Intake.Import;

/// <summary>Takes a ledger of matters.</summary>
[RequirePermission(MatterPermissions.Import)]
public sealed class MatterUploadPage(ImportDesk desk, MatterImporting importing) : ImportUploadPage<MatterImport>(desk, importing)
{
    internal const string Address = "/office/consultation/matters/import";

    public override string At => Address;

    protected override MatterImport NewRun(string fileName, Doer doer) =>
        new()
        {
            FileName = fileName,
            StartedBy = doer.Name,
            AccountId = doer.AccountId,
            CreatedAt = doer.Now,
        };
}

/// <summary>The columns of a ledger of matters.</summary>
[RequirePermission(MatterPermissions.Import)]
public sealed class MatterColumnsPage(ImportDesk desk, ImportWorker<MatterImport> worker, MatterColumns columns)
    : ImportColumnsPage<MatterImport>(desk, worker, columns)
{
    [Microsoft.AspNetCore.Mvc.BindProperty]
    public bool LeaveOutKnown { get; set; }

    public override string At => MatterUploadPage.Address;

    protected override void ShowRest() => LeaveOutKnown = Run.LeaveOutKnown;

    protected override void KeepRest() => Run.Assume(LeaveOutKnown);
}

/// <summary>How far an import of a ledger is.</summary>
[RequirePermission(MatterPermissions.Import)]
public sealed class MatterRunPage(ImportDesk desk, ImportWorker<MatterImport> worker, MatterColumns columns)
    : ImportRunPage<MatterImport>(desk, worker, columns)
{
    public override string At => MatterUploadPage.Address;
}
