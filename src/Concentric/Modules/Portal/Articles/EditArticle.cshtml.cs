using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Portal.Articles;

/// <summary>Changes an article. Each save is a revision; a stale form shows both versions and keeps what was typed.</summary>
[RequirePermission(PortalPermissions.Read)]
public sealed class EditArticlePage(
    AppDb db,
    ColumnDesk columns,
    ArticleDesk desk,
    FileStore files,
    IStringLocalizer<PortalTexts> text
) : ArticleFormPage(columns, desk, files)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Article Article { get; private set; } = null!;
    public IReadOnlyList<TwoVersions> Differences { get; private set; } = [];
    public string? SavedBy { get; private set; }
    public override bool NeedsNote => Article.State == ArticleState.Published;
    public override bool OffersNote => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (Article.WhyNotEdit() is { } refusal)
        {
            Warn("Refusal." + refusal.Code, refusal.Values);
            return GoTo($"/office/articles/{Id}");
        }

        Input = ArticleFields.Of(Article);
        Version = Article.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        Input.Id = Id;
        var details = await ReadAsync(cancellation);
        // A picture that was just taken in stands in the text that is shown again.
        ModelState.Remove("Input.Body");
        if ((Article.WhyNotEdit() ?? Article.WhyNotNote(Input.Note)) is { } refusal)
            TellAt(refusal);
        if (details is null || !ModelState.IsValid)
            return Page();
        if (Article.Version != Version)
            return ShowBoth();
        Article.Edit(details, Input.Note, Desk.Doer);
        try
        {
            await Desk.SaveAsync(Article, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await LoadAsync(cancellation) ? ShowBoth() : NotFound();
        }

        TellSaved(Article, details.Body.Report);
        return GoTo($"/office/articles/{Id}");
    }

    private IActionResult ShowBoth()
    {
        Differences =
        [
            new(text["Article.Title"], Article.Title, Input.Title),
            new(text["Article.Subtitle"], Article.Subtitle, Input.Subtitle),
            new(text["Article.Column"], ColumnTitle(Article.ColumnId), ColumnTitle(Input.ColumnId)),
            new(text["Article.Source"], Article.Source, Input.Source),
            new(text["Article.Author"], Article.Author, Input.Author),
            new(text["Article.Collector"], Article.Collector, Input.Collector),
            new(text["Article.Editor"], Article.Editor, Input.Editor),
            new(text["Article.Summary"], Article.Summary, Input.Summary),
            new(text["Article.Body"], Article.BodyText, BodyCleaner.Clean(Input.Body).Text),
        ];
        SavedBy = Article.Steps.LastOrDefault()?.ActorName;
        Version = Article.Version;
        ModelState.Remove(nameof(Version));
        return Page();
    }

    private string? ColumnTitle(Guid? id) => Choices.Find(choice => choice.Value == id?.ToString())?.Text;

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        await LoadChoicesAsync(cancellation);
        if (await Desk.FindAsync(Id, cancellation) is not { } found || !Desk.IsPermitted(ArticleVerb.Edit, found))
            return false;
        Article = found;
        return true;
    }
}
