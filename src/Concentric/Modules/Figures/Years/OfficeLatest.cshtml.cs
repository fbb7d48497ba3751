using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Figures.Years;

/// <summary>The way in from the office's menu: this year.</summary>
[RequirePermission(FigurePermissions.Read)]
public sealed class OfficeLatestPage(CurrentCommittee committee, TimeProvider time) : AppPage
{
    public IActionResult OnGet() => GoTo($"/office/figures/{committee.Today(time).Year}");
}
