using Concentric.Platform;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Portal.Articles;

/// <summary>The files that an article offers; changed as long as its text may be.</summary>
[RequirePermission(PortalPermissions.Read)]
public sealed class AttachmentsPage(ArticleDesk desk, FileStore files) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public Article Article { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        var (file, refusal) = Upload is null
            ? (null, new Refusal("FileEmpty"))
            : await files.StoreAsync(Upload, FilePurpose.Material, PortalFileOwner.Type, Id, cancellation);
        if (refusal is not null)
        {
            Tell(refusal.At(nameof(Upload)));
            return Page();
        }

        Article.Attach(file!.Id, file.Name);
        await desk.SaveAsync(Article, cancellation);
        Flash("Attachments.Added", file.Name);
        return GoTo($"/office/articles/{Id}/attachments");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid attachment, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        Article.Detach(attachment);
        await desk.SaveAsync(Article, cancellation);
        Flash("Attachments.Removed");
        return GoTo($"/office/articles/{Id}/attachments");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await desk.FindAsync(Id, cancellation) is not { } found || desk.WhyNot(ArticleVerb.Edit, found) is not null)
            return false;
        Article = found;
        return true;
    }
}
