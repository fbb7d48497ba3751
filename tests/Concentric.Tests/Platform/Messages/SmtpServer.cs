using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Concentric.Platform.Messages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Platform.Messages;

/// <summary>A mail server on the loopback that keeps what it is given and refuses addresses that begin with "refused".</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task serving;

    internal SmtpServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    private int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>A job, or whatever else sends mail, whose mail goes here.</summary>
    internal T JobOf<T>(IServiceProvider services)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Mail:Host"] = "127.0.0.1",
                ["Mail:Port"] = $"{Port}",
                ["Mail:From"] = "office@county.example",
                ["PublicAddress"] = "https://county.example/",
            }
        );
        var server = ActivatorUtilities.CreateInstance<MailServer>(services, (IConfiguration)settings.Build());
        return ActivatorUtilities.CreateInstance<T>(services, server);
    }

    /// <summary>The recipients of what it took.</summary>
    internal ConcurrentQueue<string> Taken { get; } = [];

    /// <summary>The texts of what it took.</summary>
    internal ConcurrentQueue<string> Mails { get; } = [];

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            return;
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 ready");
        var recipient = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("RCPT TO:<", StringComparison.Ordinal))
                recipient = line[9..line.IndexOf('>', StringComparison.Ordinal)];
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                Mails.Enqueue(await ReadMailAsync(reader));
                Taken.Enqueue(recipient);
            }

            var refused = line.StartsWith("RCPT TO:<refused", StringComparison.Ordinal);
            await writer.WriteLineAsync(refused ? "550 nobody here" : "250 well");
            if (line == "QUIT")
                return;
        }
    }

    private static async Task<string> ReadMailAsync(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { } line and not ".")
            lines.Add(line);
        using var mail = new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
        return (await MimeKit.MimeMessage.LoadAsync(mail)).TextBody ?? "";
    }
}
