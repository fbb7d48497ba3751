using System.Linq.Expressions;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Portal.Articles;

/// <summary>待我处理: what the next step of is this reader's to do.</summary>
internal static class ArticlesWaiting
{
    internal static IQueryable<Article> For(IQueryable<Article> articles, CurrentActor actor)
    {
        var me = actor.AccountId;
        var (first, second, final) = (
            actor.Can(PortalPermissions.ReviewFirst),
            actor.Can(PortalPermissions.ReviewSecond),
            actor.Can(PortalPermissions.ReviewFinal)
        );
        var (writes, publishes) = (actor.Can(PortalPermissions.Write), actor.Can(PortalPermissions.Publish));
        var free = articles.Where(NotMineAlready(me)).Select(article => article.Id);
        return articles.Where(article =>
            (writes && article.State == ArticleState.Draft && article.DraftedBy == me)
            || (publishes && article.State == ArticleState.Approved)
            || (
                (
                    (first && article.State == ArticleState.FirstReview)
                    || (second && article.State == ArticleState.SecondReview)
                    || (final && article.State == ArticleState.FinalReview)
                ) && free.Contains(article.Id)
            )
        );
    }

    /// <summary>Neither written nor, since it was last submitted, passed by this person.</summary>
    private static Expression<Func<Article, bool>> NotMineAlready(Guid me) =>
        article =>
            !article.Steps.Any(step =>
                step.AccountId == me
                && (
                    step.Verb == ArticleVerb.Draft
                    || step.Verb == ArticleVerb.Edit
                    || step.Verb == ArticleVerb.Correct
                    || (
                        step.Verb == ArticleVerb.Pass
                        && !article.Steps.Any(later => later.Verb == ArticleVerb.Submit && later.At > step.At)
                    )
                )
            );
}
