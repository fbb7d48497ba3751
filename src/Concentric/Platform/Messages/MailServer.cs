using Concentric.Platform.Tenancy;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Concentric.Platform.Messages;

/// <summary>
/// The mail server that the settings name: <c>Mail:Host</c>, <c>Mail:Port</c> (587), <c>Mail:User</c>, <c>Mail:Password</c>,
/// <c>Mail:From</c> (else the committee's own address), and <c>PublicAddress</c> (https://…), by which people reach the product.
/// </summary>
public sealed class MailServer(CurrentCommittee committee, IConfiguration configuration, ILogger<MailServer> log)
{
    /// <summary>Whether there is a server and an address to send from.</summary>
    public bool IsConfigured => Host is not null && From is not null;

    /// <summary>The committee's whole address, without a slash at the end; null where the settings do not tell it.</summary>
    public string? Site =>
        configuration["PublicAddress"] is { Length: > 0 } root ? $"{root.TrimEnd('/')}/{committee.Value.Slug}" : null;

    private string? Host => configuration["Mail:Host"] is { Length: > 0 } host ? host : null;

    private string? From => (configuration["Mail:From"] ?? committee.Value.ContactEmail) is { Length: > 0 } from ? from : null;

    /// <exception cref="InvalidOperationException">No mail server is configured.</exception>
    public async Task<MailConnection> ConnectAsync(CancellationToken cancellation)
    {
        if (Host is not { } host || From is not { } from)
            throw new InvalidOperationException("No mail server is configured: set Mail:Host and Mail:From.");
        var client = new SmtpClient();
        await client.ConnectAsync(host, configuration.GetValue("Mail:Port", 587), SecureSocketOptions.Auto, cancellation);
        if (configuration["Mail:User"] is { Length: > 0 } user)
            await client.AuthenticateAsync(user, configuration["Mail:Password"] ?? "", cancellation);
        return new MailConnection(client, committee.Value, from, log);
    }
}

/// <summary>An open connection; close it after the last mail.</summary>
public sealed partial class MailConnection(SmtpClient client, Committee committee, string from, ILogger log) : IAsyncDisposable
{
    /// <summary>Sends one mail in the committee's name. False when this address cannot be reached, which is logged.</summary>
    public async Task<bool> TrySendAsync(string address, string subject, string text, CancellationToken cancellation)
    {
        try
        {
            var mail = new MimeMessage { Subject = subject };
            mail.From.Add(new MailboxAddress(committee.ShortName, from));
            mail.To.Add(MailboxAddress.Parse(address));
            mail.Body = new TextPart("plain") { Text = $"{text}\n\n{committee.Name}" };
            await client.SendAsync(mail, cancellation);
            return true;
        }
        // An address that the server refuses must not keep the others from their mail.
        catch (Exception refused) when (refused is SmtpCommandException or ParseException)
        {
            NotMailed(log, committee.Slug, refused.Message);
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (client.IsConnected)
            await client.DisconnectAsync(quit: true);
        client.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail of the committee {Committee} was not taken: {Reason}")]
    private static partial void NotMailed(ILogger log, string committee, string reason);
}
