using Concentric.Platform.Data;
using Concentric.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Messages;

/// <summary>
/// Mails messages to those whose account has an address, where a mail server is configured. A message that cannot be mailed is
/// tried again for two days; in the product it is shown in any case.
/// </summary>
public sealed class Mailing(AppDb db, MailServer server, TimeProvider time) : ICommitteeJob
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan TriedFor = TimeSpan.FromDays(2);

    public static string Name => "mailing";

    /// <summary>Every minute.</summary>
    public static string Cron => "20 * * * * ?";

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (!server.IsConfigured)
            return;
        var since = time.GetUtcNow() - TriedFor;
        var waiting = await (
            from message in db.Set<Message>()
            join account in db.Accounts on message.AccountId equals account.Id
            where message.MailedAt == null && message.SentAt > since && account.Email != null && account.DisabledAt == null
            orderby message.SentAt
            select new { Message = message, account.Email }
        )
            .Take(MostAtOnce)
            .ToListAsync(cancellation);
        if (waiting.Count == 0)
            return;
        await using var connection = await server.ConnectAsync(cancellation);
        foreach (var row in waiting)
        {
            var text = server.Site is { } site ? $"{row.Message.Body}\n\n{site}{row.Message.Path}" : row.Message.Body;
            if (!await connection.TrySendAsync(row.Email!, row.Message.Title, text, cancellation))
                continue;
            row.Message.Mailed(time.GetUtcNow());
            // One by one: a message that was sent is not sent again because a later one failed.
            await db.SaveChangesAsync(cancellation);
        }
    }
}
