using Concentric.Platform;
using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Portal;

/// <summary>
/// 稿件 (Article): a text of the portal, from its draft through three reviews to the public and, if need be, back. Its
/// body is clean by construction: only a <see cref="CleanBody"/> gets in.
/// </summary>
[ShownToPublic]
public sealed partial class Article : CommitteeEntity
{
    private Article() { }

    public ArticleState State { get; private set; } = ArticleState.Draft;

    /// <summary>What was done, by whom and when; the first is the draft.</summary>
    public List<ArticleStep> Steps { get; private set; } = [];
    public List<ArticleRevision> Revisions { get; private set; } = [];
    public List<ArticleAttachment> Attachments { get; private set; } = [];

    public Guid ColumnId { get; private set; }

    [NamesInAudit]
    public string Title { get; private set; } = "";
    public string? Subtitle { get; private set; }

    /// <summary>摘要: shown in lists and feeds; null means the beginning of the text.</summary>
    public string? Summary { get; private set; }

    /// <summary>来源: who stands behind the text. A draft may lack it, a submitted article may not.</summary>
    public string Source { get; private set; } = "";

    /// <summary>作者</summary>
    public string? Author { get; private set; }

    /// <summary>采编</summary>
    public string? Collector { get; private set; }

    /// <summary>责任编辑</summary>
    public string? Editor { get; private set; }

    [NotInAudit]
    public string BodyHtml { get; private set; } = "";

    /// <summary>The same without markup, a line for each paragraph: for searching, comparing and checking.</summary>
    [NotInAudit]
    public string BodyText { get; private set; } = "";

    /// <summary>The picture shown beside the title in lists: the first of the body.</summary>
    public Guid? CoverFileId { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public Guid DraftedBy { get; private set; }
    public string DraftedByName { get; private set; } = "";

    /// <summary>The number of the newest revision.</summary>
    public int RevisionNumber { get; private set; }

    /// <exception cref="RefusedException">See <see cref="Faults"/>.</exception>
    /// <param name="id">The id that its pictures name already, if some were uploaded before the first save.</param>
    public static Article Draft(ArticleDetails details, Doer doer, Guid? id = null)
    {
        RefusedException.ThrowIf(Faults(details).FirstOrDefault());
        var article = new Article
        {
            Id = id ?? Ids.New(),
            DraftedBy = doer.AccountId,
            DraftedByName = doer.Name,
        };
        article.Take(details, doer, note: null);
        article.Steps.Add(ArticleStep.Of(ArticleVerb.Draft, article.State, doer, reason: null));
        return article;
    }

    /// <summary>What is wrong with the details, each beside its field.</summary>
    public static IEnumerable<Refusal> Faults(ArticleDetails details)
    {
        if (details.ColumnId == Guid.Empty)
            yield return new Refusal("ArticleColumnMissing").At(nameof(details.ColumnId));
        if (string.IsNullOrWhiteSpace(details.Title))
            yield return new Refusal("ArticleTitleMissing").At(nameof(details.Title));
        if (details.Title.Trim().Length > ArticleDetails.LongestTitle)
            yield return new Refusal("ArticleTitleTooLong", ArticleDetails.LongestTitle).At(nameof(details.Title));
        if (details.Subtitle?.Trim().Length > ArticleDetails.LongestTitle)
            yield return new Refusal("ArticleTitleTooLong", ArticleDetails.LongestTitle).At(nameof(details.Subtitle));
        if (details.Summary?.Trim().Length > ArticleDetails.LongestSummary)
            yield return new Refusal("ArticleSummaryTooLong", ArticleDetails.LongestSummary).At(nameof(details.Summary));
        foreach (var (name, field) in NamesOf(details))
        {
            if (name?.Trim().Length > ArticleDetails.LongestName)
                yield return new Refusal("ArticleNameTooLong", ArticleDetails.LongestName).At(field);
        }

        if (details.Body.Html.Length > ArticleDetails.LongestBody)
            yield return new Refusal("ArticleBodyTooLong", ArticleDetails.LongestBody).At(nameof(details.Body));
    }

    /// <summary>
    /// Why the text cannot be changed now: under review it is held still, withdrawn it waits to be taken up again.
    /// What is published may be corrected, with a note that says why.
    /// </summary>
    public Refusal? WhyNotEdit() =>
        State switch
        {
            ArticleState.Draft or ArticleState.Published => null,
            ArticleState.Withdrawn => new Refusal("ArticleWithdrawnAlready"),
            _ => new Refusal("ArticleUnderReview"),
        };

    /// <param name="note">What was changed and why; a published article cannot be corrected without it.</param>
    public void Edit(ArticleDetails details, string? note, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotEdit() ?? WhyNotNote(note) ?? Faults(details).FirstOrDefault());
        if (IsSame(details))
            return;
        Take(details, doer, note);
        Steps.Add(
            ArticleStep.Of(
                State == ArticleState.Published ? ArticleVerb.Correct : ArticleVerb.Edit,
                State,
                doer,
                note,
                RevisionNumber
            )
        );
    }

    /// <summary>Why a note given with an edit is not enough.</summary>
    public Refusal? WhyNotNote(string? note) =>
        note?.Trim().Length > ArticleStep.LongestWords ? new Refusal("ReasonTooLong", ArticleStep.LongestWords).At("Note")
        : State == ArticleState.Published && string.IsNullOrWhiteSpace(note) ? new Refusal("CorrectionNeedsNote").At("Note")
        : null;

    /// <summary>Puts a file behind the article; its order is that of adding.</summary>
    public ArticleAttachment Attach(Guid fileId, string title)
    {
        var attachment = new ArticleAttachment(fileId, title, Attachments.Select(row => row.Order).DefaultIfEmpty(0).Max() + 1);
        Attachments.Add(attachment);
        return attachment;
    }

    public void Detach(Guid attachmentId) => Attachments.RemoveAll(row => row.Id == attachmentId);

    private static IEnumerable<(string? Name, string Field)> NamesOf(ArticleDetails details) =>
        [
            (details.Source, nameof(details.Source)),
            (details.Author, nameof(details.Author)),
            (details.Collector, nameof(details.Collector)),
            (details.Editor, nameof(details.Editor)),
        ];

    private bool IsSame(ArticleDetails details) =>
        (ColumnId, Title, Source, BodyHtml)
            == (details.ColumnId, details.Title.Trim(), Filled(details.Source) ?? "", details.Body.Html)
        && (Subtitle, Summary, Author, Collector, Editor)
            == (
                Filled(details.Subtitle),
                Filled(details.Summary),
                Filled(details.Author),
                Filled(details.Collector),
                Filled(details.Editor)
            );

    private void Take(ArticleDetails details, Doer doer, string? note)
    {
        ColumnId = details.ColumnId;
        Title = details.Title.Trim();
        Subtitle = Filled(details.Subtitle);
        Summary = Filled(details.Summary);
        Source = Filled(details.Source) ?? "";
        Author = Filled(details.Author);
        Collector = Filled(details.Collector);
        Editor = Filled(details.Editor);
        BodyHtml = details.Body.Html;
        BodyText = details.Body.Text;
        CoverFileId = details.Body.FirstPicture;
        ChangedAt = doer.Now;
        RevisionNumber++;
        Revisions.Add(ArticleRevision.Of(this, Filled(note), doer));
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What a person enters about an article.</summary>
public sealed record ArticleDetails
{
    public const int LongestTitle = 120;
    public const int LongestSummary = 300;
    public const int LongestName = 60;

    /// <summary>Characters of markup: a book's chapter, not a book.</summary>
    public const int LongestBody = 400_000;

    public required Guid ColumnId { get; init; }
    public required string Title { get; init; }
    public string? Subtitle { get; init; }
    public string? Summary { get; init; }
    public string? Source { get; init; }
    public string? Author { get; init; }
    public string? Collector { get; init; }
    public string? Editor { get; init; }
    public required CleanBody Body { get; init; }
}
