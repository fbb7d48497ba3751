using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Concentric.Tests.Platform.Messages;

/// <summary>A mail server on the loopback that keeps what it is given and refuses addresses that begin with "refused".</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task serving;

    internal MailServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The recipients of what it took.</summary>
    internal ConcurrentQueue<string> Taken { get; } = [];

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
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
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
                while (await reader.ReadLineAsync() is not ("." or null)) { }
                Taken.Enqueue(recipient);
            }

            var refused = line.StartsWith("RCPT TO:<refused", StringComparison.Ordinal);
            await writer.WriteLineAsync(refused ? "550 nobody here" : "250 well");
            if (line == "QUIT")
                return;
        }
    }
}
