using System.Buffers.Binary;

namespace Concentric.Platform;

/// <summary>
/// Keys made by the application: UUIDv7, in the order in which they were made, also within one millisecond (RFC 9562, 6.2): what one act
/// leaves behind stays in its order.
/// </summary>
public static class Ids
{
    private const int CounterBits = 12;
    private static readonly AsyncLocal<Sequence?> Repeatable = new();
    private static long last;

    public static Guid New() => Repeatable.Value?.Next() ?? Ordered(Guid.CreateVersion7());

    /// <summary>Puts a counter where the millisecond's fraction stands; the rest stays random.</summary>
    private static Guid Ordered(Guid made)
    {
        Span<byte> bytes = stackalloc byte[16];
        made.TryWriteBytes(bytes, bigEndian: true, out _);
        var now = BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16 << CounterBits;
        long seen,
            next;
        do
        {
            seen = Volatile.Read(ref last);
            next = Math.Max(now, seen + 1);
        } while (Interlocked.CompareExchange(ref last, next, seen) != seen);
        var counter = next & ((1 << CounterBits) - 1);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (next >> CounterBits << 16) | 0x7000 | counter);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Until disposed, keys made here come from the seed and the clock alone: the demo world is the same each time.</summary>
    public static IDisposable UseSeed(int seed, TimeProvider clock)
    {
        var sequence = new Sequence(seed, clock);
        Repeatable.Value = sequence;
        return sequence;
    }

    private sealed class Sequence(int seed, TimeProvider clock) : IDisposable
    {
        private readonly Random random = new(seed);
        private long counter;

        public Guid Next()
        {
            Span<byte> bytes = stackalloc byte[16];
            random.NextBytes(bytes);
            var milliseconds = clock.GetUtcNow().ToUnixTimeMilliseconds();
            for (var position = 0; position < 6; position++)
                bytes[position] = (byte)(milliseconds >> (40 - 8 * position));
            var order = counter++;
            bytes[6] = (byte)(0x70 | ((order >> 8) & 0x0F));
            bytes[7] = (byte)order;
            bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
            return new Guid(bytes, bigEndian: true);
        }

        public void Dispose() => Repeatable.Value = null;
    }
}
