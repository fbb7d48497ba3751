using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Concentric.Rules.Scoring;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>版本比较: what one edition rules otherwise than another, in words.</summary>
[RequirePermission(AppraisalPermissions.ReadSheets)]
public sealed class DifferencePage(SheetShelf shelf, SheetWording wording) : AppPage
{
    /// <summary>The edition that is looked at.</summary>
    public SheetEdition Later { get; private set; } = null!;

    /// <summary>The edition that it is compared with.</summary>
    public SheetEdition Earlier { get; private set; } = null!;

    /// <summary>Null when one of the texts cannot be read at all.</summary>
    public IReadOnlyList<ToldArea>? Areas { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid with, CancellationToken cancellation)
    {
        if (
            await shelf.FindAsync(id, cancellation) is not { } later
            || await shelf.FindAsync(with, cancellation) is not { } earlier
        )
            return NotFound();
        (Later, Earlier) = (later, earlier);
        if (shelf.Read(earlier).Sheet is { } before && shelf.Read(later).Sheet is { } after)
            Areas = wording.Tell(SheetDifference.Between(before, after));
        return Page();
    }
}
