using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Appraisal.Duties.Import;

/// <summary>The columns of a list of duties, and who records rows that do not say it.</summary>
[RequirePermission(DutyPermissions.Register)]
public sealed class DutyColumnsPage(ImportDesk desk, ImportWorker<DutyImport> worker, DutyColumns columns, DutyWords words)
    : ImportColumnsPage<DutyImport>(desk, worker, columns)
{
    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public bool LeaveOutKnown { get; set; }

    public IReadOnlyList<SelectListItem> Offices => words.Offices();

    public override string At => DutyUploadPage.Address;

    protected override void ShowRest() => (Office, LeaveOutKnown) = (Run.DefaultOffice, Run.LeaveOutKnown);

    protected override void CheckRest()
    {
        if (string.IsNullOrEmpty(Office) && IsInEveryRow("office"))
            return;
        if (Offices.All(office => office.Value != Office))
            Tell(new Refusal("DutyOfficeUnknown").At(nameof(Office)));
    }

    protected override void KeepRest() => Run.Assume(Office ?? "", LeaveOutKnown);
}
