using Concentric.Platform.Audit;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Portal;

/// <summary>修订 (Revision): the words of an article as they stood after one save. Never changed.</summary>
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

/// <summary>One thing done to an article: what, by whom, when, why. Never changed.</summary>
[AppendOnly]
public sealed class ArticleStep : CommitteeEntity
{
    public const int LongestReason = 500;

    private ArticleStep() { }

    public Guid ArticleId { get; private set; }
    public ArticleVerb Verb { get; private set; }

    /// <summary>The state that it led to.</summary>
    public ArticleState State { get; private set; }
    public Guid AccountId { get; private set; }
    public string ActorName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>The revision that it made, where it made one.</summary>
    public int? RevisionNumber { get; private set; }

    internal static ArticleStep Of(ArticleVerb verb, ArticleState state, Doer doer, string? reason, int? revision = null) =>
        new()
        {
            Verb = verb,
            State = state,
            AccountId = doer.AccountId,
            ActorName = doer.Name,
            At = doer.Now,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            RevisionNumber = revision,
        };
}
