using Concentric.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Figures.Years;

/// <summary>The way in: the newest year that is open, or that none is yet.</summary>
[AllowAnonymous]
public sealed class LatestPage(FigureYears years) : AppPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await years.OpenAsync(cancellation) is [var latest, ..] ? GoTo($"/figures/{latest}") : Page();
}
