using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Portal.Columns;

/// <summary>Makes a column, behind its siblings.</summary>
[RequirePermission(PortalPermissions.ManageColumns)]
public sealed class NewColumnPage(AppDb db, ColumnDesk desk, IStringLocalizer<PortalTexts> text) : AppPage
{
    private ColumnTree tree = null!;

    [BindProperty]
    public ColumnFields Input { get; set; } = new();

    public List<SelectListItem> Kinds => ColumnChoices.Kinds(text);
    public List<SelectListItem> Parents => ColumnChoices.Parents(tree, column: null);

    public async Task OnGetAsync(CancellationToken cancellation) => tree = await desk.TreeAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        tree = await desk.TreeAsync(cancellation);
        if (!ModelState.IsValid)
            return Page();
        var refusals = Column.Faults(Input.Details).ToList();
        if (refusals.Count == 0 && ColumnDesk.WhyNotAdd(tree, Input.Details.Slug, Input.ParentId) is { } refusal)
            refusals.Add(refusal);
        refusals.ForEach(fault => Tell(fault.At("Input." + fault.Field)));
        if (refusals.Count > 0)
            return Page();
        var column = desk.Add(tree, Input.Details, Input.ParentId);
        await db.SaveChangesAsync(cancellation);
        Flash("Columns.Saved", column.Title);
        return GoTo("/office/columns");
    }
}
