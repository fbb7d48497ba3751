using Concentric.Modules.Portal.Search;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Portal;

/// <summary>编辑部: who may do what to an article, and the one place where an article is read for a verb and saved after it.</summary>
public sealed class ArticleDesk(
    AppDb db,
    CurrentActor actor,
    ArticleIndex index,
    Messages messages,
    IStringLocalizer<PortalTexts> text,
    TimeProvider time
)
{
    public Doer Doer => Doer.Of(actor, time);

    /// <summary>An article with its steps and attachments, as every verb needs it.</summary>
    public Task<Article?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Set<Article>()
            .Include(article => article.Steps.OrderBy(step => step.At).ThenBy(step => step.Id))
            .Include(article => article.Attachments.OrderBy(attachment => attachment.Order))
            .AsSplitQuery()
            .SingleOrDefaultAsync(article => article.Id == id, cancellation);

    /// <summary>Why this reader cannot do it: not theirs to do, or not in this state.</summary>
    public Refusal? WhyNot(ArticleVerb verb, Article article) =>
        !IsPermitted(verb, article) ? new Refusal("ArticleNotYours") : StateRefusal(verb, article);

    /// <summary>Whether it is among this reader's tasks at all; what is not, is not shown.</summary>
    public bool IsPermitted(ArticleVerb verb, Article article) => actor.Can(PermissionFor(verb, article));

    /// <summary>What the next step of an article under review or about to be published takes; null where nothing is awaited.</summary>
    public static string? AwaitedOf(Article article) =>
        article.Round is { } round ? ReviewPermission(round)
        : article.State == ArticleState.Approved ? PortalPermissions.Publish
        : null;

    /// <summary>A column that is there: an article in no column could never be found.</summary>
    public async Task<Refusal?> WhyNotColumnAsync(Guid columnId, CancellationToken cancellation) =>
        await db.Set<Column>().AnyAsync(column => column.Id == columnId, cancellation)
            ? null
            : new Refusal("ColumnUnknown").At(nameof(ArticleDetails.ColumnId));

    /// <summary>Ends every verb: one save, which also tells the search what the public may find.</summary>
    public async Task SaveAsync(Article article, CancellationToken cancellation)
    {
        await index.KeepAsync(article, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Tells the writer, with the next save, that the article came back and why.</summary>
    public void TellReturned(Article article, string reason)
    {
        if (article.DraftedBy == CurrentActor.System || article.DraftedBy == actor.AccountId)
            return;
        messages.Send(
            new NewMessage
            {
                AccountId = article.DraftedBy,
                Kind = "portal.returned",
                Title = text["Message.Returned", article.Title],
                Body = reason,
                Path = $"/office/articles/{article.Id}",
            }
        );
    }

    private static string PermissionFor(ArticleVerb verb, Article article) =>
        verb switch
        {
            ArticleVerb.Edit when article.State == ArticleState.Published => PortalPermissions.Publish,
            ArticleVerb.Pass => ReviewPermission(article.Round),
            ArticleVerb.Return when article.Round is not null => ReviewPermission(article.Round),
            ArticleVerb.Return or ArticleVerb.Publish or ArticleVerb.Schedule or ArticleVerb.Correct => PortalPermissions.Publish,
            ArticleVerb.Withdraw => PortalPermissions.Withdraw,
            _ => PortalPermissions.Write,
        };

    private static string ReviewPermission(int? round) =>
        round switch
        {
            2 => PortalPermissions.ReviewSecond,
            3 => PortalPermissions.ReviewFinal,
            _ => PortalPermissions.ReviewFirst,
        };

    private Refusal? StateRefusal(ArticleVerb verb, Article article) =>
        verb switch
        {
            ArticleVerb.Edit => article.WhyNotEdit(),
            ArticleVerb.Submit => article.WhyNotSubmit(),
            ArticleVerb.Pass => article.WhyNotReview(actor.AccountId),
            ArticleVerb.Return => article.WhyNotReturn(actor.AccountId),
            ArticleVerb.Publish or ArticleVerb.Schedule => article.WhyNotPublish(),
            ArticleVerb.Withdraw => article.WhyNotWithdraw(),
            ArticleVerb.Reopen => article.WhyNotReopen(),
            _ => null,
        };
}
