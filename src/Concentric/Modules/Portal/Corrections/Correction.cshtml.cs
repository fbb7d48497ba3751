using System.ComponentModel.DataAnnotations;
using Concentric.Modules.Portal.Reading;
using Concentric.Platform.Data;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Limits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Concentric.Modules.Portal.Corrections;

/// <summary>纠错: a reader tells what is wrong in an article. On a page of its own, because the article's page is kept for everybody.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.PublicForms)]
public sealed class CorrectionPage(AppDb db, ArticleReading articles, TimeProvider time) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    /// <summary>No person sees this field; a program that fills in every field gives itself away.</summary>
    [BindProperty, StringLength(200)]
    public string? Website { get; set; }

    public ArticleToRead Article { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        var faults = ArticleCorrection.Faults(Text, Contact).ToList();
        if (faults.Count > 0)
        {
            faults.ForEach(Tell);
            return Page();
        }

        if (string.IsNullOrEmpty(Website))
        {
            db.Add(ArticleCorrection.Suggest(Id, Text!, Contact, time.GetUtcNow()));
            await db.SaveChangesAsync(cancellation);
        }

        Flash("Correct.Thanks");
        return GoTo($"/articles/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await articles.FindAsync(Id, cancellation) is not { State: ArticleState.Published } article)
            return false;
        Article = article;
        return true;
    }
}
