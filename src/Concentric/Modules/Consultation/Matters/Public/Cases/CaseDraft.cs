using System.Text;
using System.Text.Encodings.Web;
using Concentric.Modules.Portal;
using Concentric.Platform;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Public.Cases;

/// <summary>
/// 协商案例 (ConsultationCase): writes the beginning of an article about a good example from what everybody may know of the matter, so
/// that nothing else gets into it. An editor goes on with it; it takes its way through the reviews like any other.
/// </summary>
public sealed class CaseDraft(
    PublicMatters matters,
    PublicStory stories,
    PublicWords words,
    PortalApi portal,
    CurrentCommittee committee,
    IStringLocalizer<ConsultationTexts> text,
    HtmlEncoder html
)
{
    /// <summary>协商议政: the portal's column of consultation, by its part of the address.</summary>
    private const string Column = "consultation";

    /// <summary>Only what ended, and may be shown, is an example.</summary>
    public static Refusal? WhyNot(Matter matter) =>
        matter.Outcome is null ? new Refusal("CaseNotClosed")
        : !matter.IsPublic ? new Refusal("CaseNotCleared")
        : null;

    /// <summary>Puts the draft on the editorial desk.</summary>
    /// <param name="id">A matter that <see cref="WhyNot"/> has nothing against.</param>
    /// <param name="site">Where the committee's pages begin, for the link back.</param>
    /// <returns>The article's id.</returns>
    public async Task<Guid> WriteAsync(Guid id, string site, CancellationToken cancellation)
    {
        var matter = (await matters.ReadAsync(matters.All.Where(row => row.Id == id), cancellation)).Single();
        await matters.LoadNamesAsync(cancellation);
        var story = await stories.TellAsync(id, cancellation);
        var article = Language.InChinese(() =>
            new NewArticle
            {
                ColumnSlug = Column,
                Title = matter.Title,
                Source = committee.Value.ShortName,
                BodyHtml = Body(matter, story, site),
            }
        );
        return await portal.DraftAsync(article, cancellation);
    }

    private string Body(PublicMatter matter, PublicStoryOf story, string site)
    {
        var body = new StringBuilder();
        Add("Case.What", [words.Place(matter), .. matter.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
        Add("Case.Talked", [Conclusion(matter), .. Said(story, MatterVerb.Conclude)]);
        if (matters.UnitOf(matter) is { } unit)
            Add("Case.Handled", [unit, story.ReplyText ?? ""]);
        Add("Case.Outcome", [words.Stage(matter.Stage), matter.Proof ?? ""]);
        body.Append($"<p><a href=\"{html.Encode($"{site}/matters/{matter.Id}")}\">{html.Encode(text["Case.Link"])}</a></p>");
        return body.ToString();

        void Add(string heading, IEnumerable<string> lines)
        {
            body.Append($"<h2>{html.Encode(text[heading])}</h2>");
            foreach (var line in lines.Where(line => line.Length > 0))
                body.Append($"<p>{html.Encode(line.Trim())}</p>");
        }
    }

    private string Conclusion(PublicMatter matter) =>
        matter.Conclusion is { } conclusion ? text["MatterConclusion." + conclusion] : "";

    private static IEnumerable<string> Said(PublicStoryOf story, MatterVerb verb) =>
        story.Steps.Where(step => step.Verb == verb).Select(step => step.Words).OfType<string>();
}
