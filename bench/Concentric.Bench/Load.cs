using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Concentric.Bench;

/// <summary>
/// Asks one address over a few kept connections, one request after the other on each, as plain bytes: a heavier client would take the
/// processor from the server and make every ratio look like one.
/// </summary>
internal static class Load
{
    /// <summary>Requests per second. Every answer must be 200.</summary>
    internal static async Task<double> PerSecondAsync(
        IPEndPoint server,
        string path,
        string encoding,
        int connections,
        TimeSpan time,
        string? cookie = null
    )
    {
        var request = Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: bench\r\nAccept-Encoding: {encoding}\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}\r\n"
        );
        var started = Stopwatch.GetTimestamp();
        var until = started + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var counts = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(server, request, until)))
        );
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<long> AskAsync(IPEndPoint server, byte[] request, long until)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server);
        var buffer = new byte[256 * 1024];
        var count = 0L;
        while (Stopwatch.GetTimestamp() < until)
        {
            await socket.SendAsync(request);
            await ReadAnswerAsync(socket, buffer);
            count++;
        }

        return count;
    }

    private static async Task ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var (filled, length) = (0, -1);
        while (length < 0 || filled < length)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0)
                throw new IOException("The server ended the connection.");
            filled += read;
            if (length < 0)
                length = LengthOf(buffer.AsSpan(0, filled));
            else if (length == int.MaxValue && buffer.AsSpan(0, filled).EndsWith("\r\n0\r\n\r\n"u8))
                return;
        }
    }

    /// <summary>Bytes of the whole answer; -1 while its head is not complete; the largest number when it comes in chunks.</summary>
    private static int LengthOf(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return -1;
        var head = Encoding.ASCII.GetString(bytes[..end]);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            throw new InvalidDataException(head);
        var at = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return bytes.EndsWith("\r\n0\r\n\r\n"u8) ? bytes.Length : int.MaxValue;
        var line = head[(at + 16)..].Split('\r')[0];
        return end + 4 + int.Parse(line, CultureInfo.InvariantCulture);
    }
}
