using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal.Corrections;

/// <summary>One suggestion: accepted once the article is corrected, or declined with a reason.</summary>
[RequirePermission(PortalPermissions.Read)]
public sealed class SuggestionPage(AppDb db, CurrentActor actor, TimeProvider time) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public ArticleCorrection Suggestion { get; private set; } = null!;
    public string ArticleTitle { get; private set; } = "";

    /// <summary>Whoever may correct what is published may say what became of a suggestion.</summary>
    public bool MaySettle => actor.Can(PortalPermissions.Publish) && Suggestion.State == CorrectionState.Waiting;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        Version = Suggestion.Version;
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellation) => SettleAsync(true, cancellation);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation) => SettleAsync(false, cancellation);

    private async Task<IActionResult> SettleAsync(bool isAccepted, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || !actor.Can(PortalPermissions.Publish))
            return NotFound();
        if (Suggestion.WhyNotSettle(isAccepted, Answer) is { } refusal)
        {
            Tell(refusal);
            return Page();
        }

        db.ExpectVersion(Suggestion, Version);
        Suggestion.Settle(isAccepted, Answer, Doer.Of(actor, time));
        await db.SaveChangesAsync(cancellation);
        Flash("Suggestion.Settled");
        return GoTo("/office/articles/suggestions");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Set<ArticleCorrection>().SingleOrDefaultAsync(row => row.Id == Id, cancellation) is not { } found)
            return false;
        Suggestion = found;
        ArticleTitle = await db.Set<Article>()
            .Where(article => article.Id == found.ArticleId)
            .Select(article => article.Title)
            .SingleAsync(cancellation);
        return true;
    }
}
