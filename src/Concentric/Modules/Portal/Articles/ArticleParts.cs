using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Portal;

/// <summary>修订 (Revision): the words of an article as they stood after one save.</summary>
[AppendOnly]
public sealed class ArticleRevision : CommitteeEntity
{
    private ArticleRevision() { }

    public Guid ArticleId { get; private set; }

    /// <summary>1 is the first draft.</summary>
    public int Number { get; private set; }
    public string Title { get; private set; } = "";

    [NotInAudit]
    public string BodyHtml { get; private set; } = "";

    [NotInAudit]
    public string BodyText { get; private set; } = "";
    public Guid SavedBy { get; private set; }
    public string SavedByName { get; private set; } = "";
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>What was changed and why, in the words of the one who did.</summary>
    public string? Note { get; private set; }

    internal static ArticleRevision Of(Article article, string? note, Doer doer) =>
        new()
        {
            Number = article.RevisionNumber,
            Title = article.Title,
            BodyHtml = article.BodyHtml,
            BodyText = article.BodyText,
            SavedBy = doer.AccountId,
            SavedByName = doer.Name,
            SavedAt = doer.Now,
            Note = note,
        };
}

/// <summary>附件 (Attachment): a file that the article offers for downloading.</summary>
[ShownToPublic]
public sealed class ArticleAttachment : CommitteeEntity
{
    public const int LongestTitle = 140;

    private ArticleAttachment() { }

    internal ArticleAttachment(Guid fileId, string title, int order) =>
        (FileId, Title, Order) = (fileId, title.Length > LongestTitle ? title[..LongestTitle] : title, order);

    public Guid ArticleId { get; private set; }
    public Guid FileId { get; private set; }
    public string Title { get; private set; } = "";
    public int Order { get; private set; }
}

/// <summary>One thing done to an article.</summary>
public sealed class ArticleStep : Step
{
    public const int LongestWords = 500;

    private ArticleStep() { }

    private ArticleStep(Doer doer, string? words)
        : base(doer, words) { }

    public Guid ArticleId { get; private init; }
    public ArticleVerb Verb { get; private init; }

    /// <summary>The state that it led to.</summary>
    public ArticleState State { get; private init; }

    /// <summary>The revision that it made, where it made one.</summary>
    public int? RevisionNumber { get; private init; }

    internal static ArticleStep Of(ArticleVerb verb, ArticleState state, Doer doer, string? reason, int? revision = null) =>
        new(doer, reason)
        {
            Verb = verb,
            State = state,
            RevisionNumber = revision,
        };
}
