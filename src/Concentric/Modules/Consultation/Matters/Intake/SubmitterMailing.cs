using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Jobs;
using Concentric.Platform.Messages;
using Concentric.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>
/// Mails submitters what became of their matter: what happened since they were told last, and what comes next. The code is not in it: it is
/// kept nowhere, and mail can be read by others.
/// </summary>
public sealed class SubmitterMailing(
    AppDb db,
    MatterDesk desk,
    MatterStory stories,
    MailServer server,
    PersonalDataSeal seal,
    Words words
) : ICommitteeJob
{
    private const int MostAtOnce = 100;

    public static string Name => "submitter-mailing";

    /// <summary>Every minute.</summary>
    public static string Cron => "20 * * * * ?";

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (!server.IsConfigured || server.Site is not { } site)
            return;
        var waiting = await db.Set<SubmitterNews>().OrderBy(news => news.Since).Take(MostAtOnce).ToListAsync(cancellation);
        if (waiting.Count == 0)
            return;
        await using var connection = await server.ConnectAsync(cancellation);
        foreach (var news in waiting)
        {
            if (await IsDoneAsync(connection, news, site, cancellation))
                db.Remove(news);
            // One by one: what was sent is not sent again because a later one failed.
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task<bool> IsDoneAsync(
        MailConnection connection,
        SubmitterNews news,
        string site,
        CancellationToken cancellation
    )
    {
        var submitter = await db.Set<MatterSubmitter>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.MatterId == news.MatterId, cancellation);
        if (
            seal.Open(submitter?.EmailSealed) is not { } address
            || await desk.FindWholeAsync(news.MatterId, cancellation) is not { } matter
        )
            return true;
        var story = await stories.OfAsync(matter, forSubmitter: true, cancellation);
        var happened = story.Moments.Where(moment => moment.At >= news.Since).Select(moment => moment.Sentence).Reverse();
        var subject = words["SubmitterMail.Title", matter.Title];
        var text = words["SubmitterMail", matter.Title, string.Join('\n', happened), story.Next, $"{site}/matters/follow"];
        return await connection.TrySendAsync(address, subject, text, cancellation) || !news.TryAgain();
    }
}
