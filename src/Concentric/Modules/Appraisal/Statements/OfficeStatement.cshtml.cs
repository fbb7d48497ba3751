using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Appraisal.Statements;

/// <summary>Any member's statement, for the office.</summary>
[RequirePermission(AppraisalPermissions.Read)]
public sealed class OfficeStatementPage(StatementQuestions ask) : StatementFacePage(ask)
{
    public override bool IsOffice => true;

    public async Task<IActionResult> OnGetAsync(int year, Guid id, CancellationToken cancellation) =>
        !await LoadAsync(year, id, cancellation) ? NotFound()
        : AsDocument() is { } file ? file
        : Page();
}
