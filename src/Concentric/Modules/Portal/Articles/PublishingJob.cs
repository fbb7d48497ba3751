using Concentric.Platform.Data;
using Concentric.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal;

/// <summary>
/// 定时发布: sends out what is due. A server that slept catches up with its first run; two that run at once publish each
/// article once, because the slower save finds another version.
/// </summary>
public sealed class PublishingJob(AppDb db, ArticleDesk desk, TimeProvider time) : ICommitteeJob
{
    private const int MostAtOnce = 200;

    public static string Name => "portal.publish-due";

    public static string Cron => "0 * * * * ?";

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = await db.Set<Article>()
            .Where(article => article.State == ArticleState.Scheduled && article.PublishAt <= now)
            .OrderBy(article => article.PublishAt)
            .Take(MostAtOnce)
            .ToListAsync(cancellation);
        foreach (var article in due)
        {
            article.Publish(desk.Doer);
            try
            {
                await desk.SaveAsync(article, cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Published by another server, or taken back by a person, between reading and saving.
                db.ChangeTracker.Clear();
                await RunAgainForTheRestAsync(due, article, cancellation);
                return;
            }
        }
    }

    private async Task RunAgainForTheRestAsync(List<Article> due, Article lost, CancellationToken cancellation)
    {
        var rest = due.SkipWhile(article => article.Id != lost.Id).Skip(1).Select(article => article.Id).ToList();
        if (rest.Count > 0 && await db.Set<Article>().AnyAsync(article => rest.Contains(article.Id), cancellation))
            await RunAsync(cancellation);
    }
}
