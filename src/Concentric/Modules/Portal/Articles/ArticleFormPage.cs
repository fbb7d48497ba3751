using System.Text.Encodings.Web;
using Concentric.Modules.Portal.Columns;
using Concentric.Platform;
using Concentric.Platform.Files;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Portal.Articles;

/// <summary>What the forms for a new article and for editing one share: the columns, the cleaning, pictures without script.</summary>
public abstract class ArticleFormPage(ColumnDesk columns, ArticleDesk desk, FileStore files) : AppPage
{
    [BindProperty]
    public ArticleFields Input { get; set; } = new();

    /// <summary>Pictures for those who edit without script: put at the end of the text.</summary>
    [BindProperty]
    public List<IFormFile> Pictures { get; set; } = [];

    public List<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Whether a note on the change is asked for.</summary>
    public virtual bool NeedsNote => false;

    /// <summary>Whether a note on the change is offered: from the second save on.</summary>
    public virtual bool OffersNote => false;

    protected ArticleDesk Desk => desk;

    protected async Task LoadChoicesAsync(CancellationToken cancellation) =>
        Choices = ColumnChoices.All(await columns.TreeAsync(cancellation));

    /// <summary>The details that the form holds, cleaned; nothing if something is wrong, which is then told.</summary>
    protected async Task<ArticleDetails?> ReadAsync(CancellationToken cancellation)
    {
        await AppendPicturesAsync(cancellation);
        var details = Input.Details(BodyCleaner.Clean(Input.Body));
        foreach (var fault in Article.Faults(details))
            TellAt(fault);
        if (details.ColumnId != Guid.Empty && await desk.WhyNotColumnAsync(details.ColumnId, cancellation) is { } refusal)
            TellAt(refusal);
        return ModelState.IsValid ? details : null;
    }

    protected void TellAt(Refusal refusal) => Tell(refusal.Field is null ? refusal : refusal.At("Input." + refusal.Field));

    /// <summary>Says that it was saved, and what cleaning took away.</summary>
    protected void TellSaved(Article article, CleaningReport report)
    {
        switch (report)
        {
            case { PicturesDropped: > 0, DangersRemoved: > 0 }:
                Warn("Article.SavedWithoutBoth", article.Title, report.PicturesDropped, report.DangersRemoved);
                break;
            case { PicturesDropped: > 0 }:
                Warn("Article.SavedWithoutPictures", article.Title, report.PicturesDropped);
                break;
            case { DangersRemoved: > 0 }:
                Warn("Article.SavedWithoutScripts", article.Title, report.DangersRemoved);
                break;
            default:
                Flash("Article.Saved", article.Title);
                break;
        }
    }

    private async Task AppendPicturesAsync(CancellationToken cancellation)
    {
        foreach (var picture in Pictures)
        {
            var (file, refusal) = await files.StoreAsync(
                picture,
                FilePurpose.Picture,
                PortalFileOwner.Type,
                Input.Id,
                cancellation
            );
            if (refusal is not null)
                Tell(refusal.At(nameof(Pictures)));
            else
                Input.Body += $"\n<p><img src=\"{HtmlEncoder.Default.Encode(AddressOf(file!))}\" alt=\"\"></p>";
        }
    }

    private string AddressOf(StoredFile file) => $"{Request.PathBase}/files/{file.Id}/{Uri.EscapeDataString(file.Name)}";
}
