using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Concentric.Modules.Consultation.Places;
using Concentric.Modules.Consultation.Sessions;
using Concentric.Modules.Consultation.Sessions.Live;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Bench;

/// <summary>
/// A session's screen with a thousand listeners in the same process, each on a connection of its own, beside the same with one: memory for
/// each listener (both ends of its connection), and the time from a change to its arrival.
/// </summary>
internal static class LiveBench
{
    private const int Listeners = 1_000;
    private const int Updates = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    internal static async Task RunAsync(Results results)
    {
        await using var installation = await BenchInstallation.CreateAsync(
            server: null,
            builder => builder.WebHost.UseUrls("http://127.0.0.1:0")
        );
        var committee = await installation.AddCommitteeAsync("bench");
        var session = await PlanAsync(installation, committee);
        await installation.App.StartAsync();
        var room = new Room(installation, session);
        var (alone, _) = await room.ListenAsync(1);
        var (crowd, bytes) = await room.ListenAsync(Listeners);
        results.Add(
            $"time of a change to {Listeners:N0} listeners of a live session, median",
            "the same to one listener",
            Rank(crowd, 0.5) / Rank(alone, 0.5),
            Limit.None,
            $"{Rank(crowd, 0.5):0.0} ms (99 in 100: {Rank(crowd, 0.99):0.0} ms) against {Rank(alone, 0.5):0.0} ms; {bytes / 1024.0:0} kB a listener"
        );
    }

    private static double Rank(List<double> sorted, double share) =>
        sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];

    private static async Task<CouncilSession> PlanAsync(BenchInstallation installation, Committee committee)
    {
        await using var scope = installation.App.Services.CreateCommitteeScope(committee, "bench");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var doer = new Doer(Guid.CreateVersion7(), "bench", DateTimeOffset.UtcNow);
        var (place, step) = Place.Found(new PlaceDetails { Name = "village", Kind = PlaceKind.Village }, "village", null, doer);
        var session = CouncilSession.Plan(
            new SessionDetails
            {
                Title = "bench",
                PlaceId = place.Id,
                Organiser = SessionOrganiser.Village,
                OrganiserName = "village",
                MembersPart = "advised",
                PlannedFor = DateTimeOffset.UtcNow.AddHours(1),
            },
            council: null,
            doer
        );
        db.AddRange(place, step, session);
        await db.SaveChangesAsync();
        return session;
    }

    private sealed class Room(BenchInstallation installation, CouncilSession session)
    {
        private static readonly Dictionary<Guid, string> Titles = [];
        private readonly SessionBroadcast broadcast = installation.App.Services.GetRequiredService<SessionBroadcast>();
        private readonly long[] sentAt = new long[(2 * Updates) + 100_000];
        private int sequence = 90_000;

        /// <returns>Milliseconds from change to arrival, sorted; and the bytes that each listener added to the process.</returns>
        internal async Task<(List<double> Delays, double BytesEach)> ListenAsync(int count)
        {
            var before = Resident();
            var sockets = new List<Socket>();
            for (var number = 0; number < count; number++)
                sockets.Add(await JoinAsync());
            while (broadcast.CountOf(session.Id) < count)
                await Task.Delay(20);
            var each = (double)(Resident() - before) / count;
            var end = sequence + Updates;
            var listening = sockets.ConvertAll(socket => Task.Run(() => HearAsync(socket, end)));
            await Task.Delay(500);
            for (var update = 0; update < Updates; update++)
            {
                var frame = (SessionScreen.Of(session, Titles, DateTimeOffset.UtcNow) with { Sequence = ++sequence }).ToFrame();
                sentAt[sequence] = Stopwatch.GetTimestamp();
                broadcast.Send(session.Id, frame);
                await Task.Delay(Pause);
            }

            var heard = await Task.WhenAll(listening);
            sockets.ForEach(socket => socket.Dispose());
            while (broadcast.CountOf(session.Id) > 0)
                await Task.Delay(20);
            return ([.. heard.SelectMany(delays => delays).Order()], each);
        }

        private static long Resident()
        {
            GC.Collect();
            return Environment.WorkingSet;
        }

        private async Task<Socket> JoinAsync()
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, new Uri(installation.App.Urls.First()).Port);
            await socket.SendAsync(
                Encoding.ASCII.GetBytes(
                    $"GET /bench/screen/{session.ScreenCode}/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                )
            );
            return socket;
        }

        private async Task<List<double>> HearAsync(Socket socket, int end)
        {
            var delays = new List<double>(Updates);
            var buffer = new byte[8192];
            for (var last = 0; last < end; )
            {
                var read = await socket.ReceiveAsync(buffer);
                if (read == 0)
                    throw new IOException("The stream ended.");
                last = Math.Max(last, Note(buffer.AsSpan(0, read), delays));
            }

            return delays;
        }

        /// <summary>Notes when each change in what was read arrived; tells the last one.</summary>
        private int Note(ReadOnlySpan<byte> read, List<double> delays)
        {
            var last = 0;
            while (read.IndexOf("id: "u8) is >= 0 and var at)
            {
                read = read[(at + 4)..];
                last = 0;
                foreach (var sign in read[..Math.Min(9, read.Length)])
                {
                    if (!char.IsAsciiDigit((char)sign))
                        break;
                    last = (last * 10) + sign - '0';
                }

                if (last < sentAt.Length && sentAt[last] > 0)
                    delays.Add(Stopwatch.GetElapsedTime(sentAt[last]).TotalMilliseconds);
            }

            return last;
        }
    }
}
