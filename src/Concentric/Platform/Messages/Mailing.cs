using Concentric.Platform.Data;
using Concentric.Platform.Jobs;
using Concentric.Platform.Tenancy;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Concentric.Platform.Messages;

/// <summary>
/// Mails messages to those whose account has an address, where a mail server is configured: <c>Mail:Host</c>, <c>Mail:Port</c>
/// (587), <c>Mail:User</c>, <c>Mail:Password</c>, <c>Mail:From</c> (else the committee's own address), and <c>PublicAddress</c> (https://…) for the links. A message
/// that cannot be mailed is tried again for two days; in the product it is shown in any case.
/// </summary>
public sealed partial class Mailing(
    AppDb db,
    CurrentCommittee committee,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<Mailing> log
) : ICommitteeJob
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan TriedFor = TimeSpan.FromDays(2);

    public static string Name => "mailing";

    /// <summary>Every minute.</summary>
    public static string Cron => "20 * * * * ?";

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (configuration["Mail:Host"] is not { Length: > 0 } host)
            return;
        if ((configuration["Mail:From"] ?? committee.Value.ContactEmail) is not { Length: > 0 } from)
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
        using var client = new SmtpClient();
        await client.ConnectAsync(host, configuration.GetValue("Mail:Port", 587), SecureSocketOptions.Auto, cancellation);
        if (configuration["Mail:User"] is { Length: > 0 } user)
            await client.AuthenticateAsync(user, configuration["Mail:Password"] ?? "", cancellation);
        foreach (var row in waiting)
        {
            if (!await TrySendAsync(client, row.Message, from, row.Email!, cancellation))
                continue;
            row.Message.Mailed(time.GetUtcNow());
            // One by one: a message that was sent is not sent again because a later one failed.
            await db.SaveChangesAsync(cancellation);
        }

        await client.DisconnectAsync(quit: true, cancellation);
    }

    /// <summary>An address that the server refuses must not keep the others from their mail.</summary>
    private async Task<bool> TrySendAsync(
        SmtpClient client,
        Message message,
        string from,
        string address,
        CancellationToken cancellation
    )
    {
        try
        {
            await client.SendAsync(Write(message, from, address), cancellation);
            return true;
        }
        catch (Exception refused) when (refused is SmtpCommandException or ParseException)
        {
            NotMailed(log, message.Id, refused.Message);
            return false;
        }
    }

    private MimeMessage Write(Message message, string from, string address)
    {
        var mail = new MimeMessage { Subject = message.Title };
        mail.From.Add(new MailboxAddress(committee.Value.ShortName, from));
        mail.To.Add(MailboxAddress.Parse(address));
        var link = configuration["PublicAddress"] is { Length: > 0 } root
            ? $"\n\n{root.TrimEnd('/')}/{committee.Value.Slug}{message.Path}"
            : "";
        mail.Body = new TextPart("plain") { Text = $"{message.Body}{link}\n\n{committee.Value.Name}" };
        return mail;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The message {MessageId} could not be mailed: {Reason}")]
    private static partial void NotMailed(ILogger log, Guid messageId, string reason);
}
