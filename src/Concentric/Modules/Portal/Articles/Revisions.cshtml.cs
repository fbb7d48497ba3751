using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal.Articles;

/// <summary>Every saved version of an article, and what changed between any two.</summary>
[RequirePermission(PortalPermissions.Read)]
public sealed class RevisionsPage(AppDb db) : AppPage
{
    private const int MostShown = 100;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public string Title { get; private set; } = "";
    public IReadOnlyList<RevisionLine> Rows { get; private set; } = [];
    public IReadOnlyList<ChangedParagraph> Difference { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Rows = await db.Set<ArticleRevision>()
            .Where(revision => revision.ArticleId == Id)
            .OrderByDescending(revision => revision.Number)
            .Take(MostShown)
            .Select(revision => new RevisionLine(
                revision.Number,
                revision.Title,
                revision.SavedAt,
                revision.SavedByName,
                revision.Note
            ))
            .ToListAsync(cancellation);
        if (Rows.Count == 0)
            return NotFound();
        Title = Rows[0].Title;
        To ??= Rows[0].Number;
        From ??= Math.Max(1, Rows[0].Number - 1);
        var texts = await db.Set<ArticleRevision>()
            .Where(revision => revision.ArticleId == Id && (revision.Number == From || revision.Number == To))
            .Select(revision => new { revision.Number, Text = revision.Title + "\n" + revision.BodyText })
            .ToDictionaryAsync(revision => revision.Number, revision => revision.Text, cancellation);
        if (!texts.TryGetValue(From.Value, out var before) || !texts.TryGetValue(To.Value, out var after))
            return NotFound();
        Difference = TextDifference.Between(before, after);
        return Page();
    }
}

/// <summary>One row of the list of revisions.</summary>
public sealed record RevisionLine(int Number, string Title, DateTimeOffset SavedAt, string SavedByName, string? Note);
