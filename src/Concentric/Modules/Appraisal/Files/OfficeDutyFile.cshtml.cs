using Concentric.Modules.Appraisal.Statements;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Appraisal.Files;

/// <summary>Any member's duty file, under the member's file.</summary>
[RequirePermission(AppraisalPermissions.Read, WholeCommittee = true)]
public sealed class OfficeDutyFilePage(DutyFiles files, DutyFileExport export, StatementWording wording)
    : DutyFilePage(files, export, wording)
{
    public override bool IsOffice => true;

    public async Task<IActionResult> OnGetAsync(Guid id, int? term, CancellationToken cancellation) =>
        !await LoadAsync(id, term, cancellation) ? NotFound()
        : AsFile() is { } file ? file
        : Page();
}
