using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Concentric.Modules.Consultation.Sessions.Live;

/// <summary>What is sent to everybody who looks at a session: made once, shared by all.</summary>
/// <param name="Sequence">Of the session; 0 for a sign of life.</param>
/// <param name="Bytes">An event of the stream.</param>
public sealed record SessionFrame(int Sequence, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Passes each change of a session on to all who look at it. Each frame is the whole state, so whoever missed some needs only the last.
/// A listener has a short queue and nothing else: no timer, no text of its own. One that does not keep up is told to come again.
/// It reaches those who are connected to this process; one process serves an installation.
/// </summary>
public sealed class SessionBroadcast : IDisposable
{
    /// <summary>So that neither a proxy nor a browser takes the line for dead.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>How many may listen to one session: more than fit into any room.</summary>
    public const int MostListeners = 5000;

    /// <summary>How many frames may wait for one listener.</summary>
    public const int MostWaiting = 8;

    private static readonly SessionFrame Alive = new(0, ": \n\n"u8.ToArray());
    private readonly ConcurrentDictionary<Guid, Room> rooms = new();
    private readonly ITimer timer;

    public SessionBroadcast(TimeProvider time) => timer = time.CreateTimer(_ => Beat(), null, Heartbeat, Heartbeat);

    /// <summary>How many listen to a session.</summary>
    public int CountOf(Guid session) => rooms.TryGetValue(session, out var room) ? room.Count : 0;

    /// <summary>Begins to listen; disposed, it has ended.</summary>
    public SessionListener Join(Guid session)
    {
        while (true)
        {
            var room = rooms.GetOrAdd(session, _ => new Room());
            if (room.TryEnter(new SessionListener(this, session)) is { } listener)
                return listener;
            // The last one left it at this moment.
            rooms.TryRemove(KeyValuePair.Create(session, room));
        }
    }

    /// <summary>The last frame, as long as somebody listens.</summary>
    public SessionFrame? LastOf(Guid session) => rooms.GetValueOrDefault(session)?.Last;

    /// <summary>Passes a frame on; an older one than the last is left out.</summary>
    public void Send(Guid session, SessionFrame frame) => rooms.GetValueOrDefault(session)?.Send(frame);

    public void Dispose() => timer.Dispose();

    internal void Leave(SessionListener listener)
    {
        if (rooms.TryGetValue(listener.Session, out var room) && room.Leave(listener))
            rooms.TryRemove(KeyValuePair.Create(listener.Session, room));
    }

    private void Beat()
    {
        foreach (var room in rooms.Values)
            room.Send(Alive);
    }

    private sealed class Room
    {
        private readonly Lock turn = new();
        private readonly HashSet<SessionListener> listeners = [];
        private bool isClosed;

        public SessionFrame? Last { get; private set; }

        public int Count
        {
            get
            {
                lock (turn)
                    return listeners.Count;
            }
        }

        public SessionListener? TryEnter(SessionListener listener)
        {
            lock (turn)
            {
                if (isClosed)
                    return null;
                listeners.Add(listener);
                return listener;
            }
        }

        /// <summary>Whether it was the last one.</summary>
        public bool Leave(SessionListener listener)
        {
            lock (turn)
            {
                listeners.Remove(listener);
                return isClosed = listeners.Count == 0;
            }
        }

        public void Send(SessionFrame frame)
        {
            lock (turn)
            {
                if (frame.Sequence > 0)
                {
                    if (frame.Sequence <= Last?.Sequence)
                        return;
                    Last = frame;
                }

                listeners.RemoveWhere(listener => !listener.Take(frame));
            }
        }
    }
}

/// <summary>One who looks at a session.</summary>
public sealed class SessionListener(SessionBroadcast broadcast, Guid session) : IDisposable
{
    private readonly Channel<SessionFrame> waiting = Channel.CreateBounded<SessionFrame>(
        new BoundedChannelOptions(SessionBroadcast.MostWaiting) { SingleReader = true }
    );

    public Guid Session => session;

    public ChannelReader<SessionFrame> Reader => waiting.Reader;

    public void Dispose() => broadcast.Leave(this);

    /// <summary>False when it does not keep up: its stream ends.</summary>
    internal bool Take(SessionFrame frame)
    {
        if (waiting.Writer.TryWrite(frame))
            return true;
        waiting.Writer.TryComplete();
        return false;
    }
}
