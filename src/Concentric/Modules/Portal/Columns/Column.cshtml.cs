using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Portal.Columns;

/// <summary>One column: rename, move, hide, delete when it is empty.</summary>
[RequirePermission(PortalPermissions.ManageColumns)]
public sealed class ColumnPage(AppDb db, ColumnDesk desk, Words words, IStringLocalizer<PortalTexts> text) : AppPage
{
    private ColumnTree tree = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ColumnFields Input { get; set; } = new();

    public Column Column { get; private set; } = null!;
    public string? WhyNotDelete { get; private set; }
    public List<SelectListItem> Kinds => ColumnChoices.Kinds(text);
    public List<SelectListItem> Parents => ColumnChoices.Parents(tree, Column);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        Input = ColumnFields.Of(Column);
        Version = Column.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        if (tree.WhyNotMove(Column, Input.ParentId) is { } refusal)
        {
            Tell(refusal.At("Input.ParentId"));
            return Page();
        }

        db.ExpectVersion(Column, Version);
        Column.Rename(Input.Details);
        if (Input.ParentId != Column.ParentId)
            Column.MoveTo(tree, Input.ParentId, tree.NextOrder(Input.ParentId));
        if (Input.Hidden)
            Column.Hide();
        else
            Column.Show();
        await db.SaveChangesAsync(cancellation);
        Flash("Columns.Saved", Column.Title);
        return GoTo("/office/columns");
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (await desk.WhyNotDeleteAsync(Column, tree, cancellation) is { } refusal)
        {
            Input = ColumnFields.Of(Column);
            Tell(refusal);
            return Page();
        }

        await desk.DeleteAsync(Column, tree, cancellation);
        await db.SaveChangesAsync(cancellation);
        Flash("Columns.Deleted", Column.Title);
        return GoTo("/office/columns");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        tree = await desk.TreeAsync(cancellation);
        if (tree.Find(Id) is not { } found)
            return false;
        Column = found;
        WhyNotDelete = await desk.WhyNotDeleteAsync(found, tree, cancellation) is { } refusal ? words.Of(refusal) : null;
        return true;
    }
}
