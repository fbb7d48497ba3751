using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>评价细则: every edition, and three ways to begin another.</summary>
[RequirePermission(AppraisalPermissions.ReadSheets)]
public sealed class SheetsPage(
    AppDb db,
    SheetShelf shelf,
    SheetSamples samples,
    SheetReader reader,
    CurrentActor actor,
    Words words
) : AppPage
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The shipped sheet to begin from.</summary>
    [BindProperty]
    public string? Sample { get; set; }

    /// <summary>The edition to begin from.</summary>
    [BindProperty]
    public Guid? Edition { get; set; }

    public IReadOnlyList<EditionLine> Editions { get; private set; } = [];

    public bool MayWrite => actor.Can(AppraisalPermissions.WriteSheets);

    public IEnumerable<SelectListItem> SampleChoices => samples.All.Select(sample => new SelectListItem(sample.Title, sample.Id));

    public IEnumerable<SelectListItem> EditionChoices =>
        Editions.Select(edition => new SelectListItem(
            words["Sheet.Choice", edition.TitleOr(words["Sheet.Untitled"]), edition.Number, words["SheetState." + edition.State]],
            edition.Id.ToString()
        ));

    public async Task OnGetAsync(CancellationToken cancellation) => Editions = await shelf.AllAsync(cancellation);

    public async Task<IActionResult> OnPostUploadAsync(CancellationToken cancellation)
    {
        if (!MayWrite)
            return Forbid();
        var (text, refusal) = await SheetFile.ReadAsync(Upload, cancellation);
        return refusal is null
            ? await BeginAsync(text, "", cancellation)
            : await AgainAsync(refusal.At(nameof(Upload)), cancellation);
    }

    public async Task<IActionResult> OnPostSampleAsync(CancellationToken cancellation)
    {
        if (!MayWrite)
            return Forbid();
        return samples.Find(Sample) is { } sample
            ? await BeginAsync(sample.Text, "/edit", cancellation)
            : await AgainAsync(new Refusal("RuleSheetNotChosen").At(nameof(Sample)), cancellation);
    }

    public async Task<IActionResult> OnPostCopyAsync(CancellationToken cancellation)
    {
        if (!MayWrite)
            return Forbid();
        return Edition is { } id && await shelf.FindAsync(id, cancellation) is { } edition
            ? await BeginAsync(edition.Text, "/edit", cancellation)
            : await AgainAsync(new Refusal("RuleSheetNotChosen").At(nameof(Edition)), cancellation);
    }

    private async Task<IActionResult> BeginAsync(string text, string then, CancellationToken cancellation)
    {
        var edition = SheetEdition.Begin(text, reader.Read(text));
        db.Add(edition);
        await db.SaveChangesAsync(cancellation);
        Flash("Sheet.Begun");
        return GoTo($"/office/appraisal/sheets/{edition.Id}{then}");
    }

    private async Task<IActionResult> AgainAsync(Refusal refusal, CancellationToken cancellation)
    {
        Tell(refusal);
        Editions = await shelf.AllAsync(cancellation);
        return Page();
    }
}
