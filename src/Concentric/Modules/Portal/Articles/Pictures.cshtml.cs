using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Portal.Articles;

/// <summary>Takes in a picture for the body while the editor is open, and answers with its address. For the editor alone.</summary>
[RequirePermission(PortalPermissions.Write)]
public sealed class PicturesPage(AppDb db, FileStore files, Words words) : AppPage
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, Guid article, CancellationToken cancellation)
    {
        if (file is null || article == Guid.Empty)
            return Refused(new Refusal("FileEmpty"));
        var (stored, refusal) = await files.StoreAsync(file, FilePurpose.Picture, PortalFileOwner.Type, article, cancellation);
        if (refusal is not null)
            return Refused(refusal);
        await db.SaveChangesAsync(cancellation);
        return new JsonResult(new { url = $"{Request.PathBase}/files/{stored!.Id}/{Uri.EscapeDataString(stored.Name)}" });
    }

    private JsonResult Refused(Refusal refusal) =>
        new(new { detail = words.Of(refusal) }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
}
