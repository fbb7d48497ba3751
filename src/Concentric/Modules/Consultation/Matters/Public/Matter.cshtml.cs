using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Consultation.Sessions.Public;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Concentric.Platform.Web.Layouts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>
/// One matter as everybody reads it: its public words, what happened to it, and beside the verdict of the body that of those concerned,
/// because closed is not the same as done.
/// </summary>
[AllowAnonymous]
[PublicPage]
public sealed class PublicMatterPage(
    PublicMatters matters,
    PublicStory stories,
    PublicSessions sessions,
    CurrentCommittee committee
) : AppPage
{
    private const int LongestDescription = 120;

    public PublicMatter Matter { get; private set; } = null!;
    public PublicStoryOf Story { get; private set; } = null!;

    /// <summary>At which it was, or is to be, talked about.</summary>
    public IReadOnlyList<PublicSession> Sessions { get; private set; } = [];
    public PlaceChoice Place => matters.PlaceOf(Matter);
    public string? Unit => matters.UnitOf(Matter);

    public string Description
    {
        get
        {
            var plain = Matter.Text.ReplaceLineEndings(" ");
            return plain.Length <= LongestDescription ? plain : plain[..LongestDescription] + "\u2026";
        }
    }

    public PageHead Head =>
        new(
            $"{SiteAddress.Of(Request)}/matters/{Matter.Id}",
            Language.IsEnglish ? committee.Value.EnglishName : committee.Value.Name
        )
        {
            Title = Matter.Title,
            FeedTitle = Place.Name,
            AtomPath = $"/places/{Place.Slug}/feed.atom",
            JsonFeedPath = null,
            PublishedAt = Matter.ClearedAt,
        };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var found = await matters.ReadAsync(matters.All.Where(matter => matter.Id == id), cancellation);
        if (found.Count == 0)
            return NotFound();
        Matter = found[0];
        await matters.LoadNamesAsync(cancellation);
        Story = await stories.TellAsync(id, cancellation);
        Sessions = await sessions.OfMatterAsync(id, cancellation);
        return Page();
    }

    public IEnumerable<string> Paragraphs(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
