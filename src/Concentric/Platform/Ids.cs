namespace Concentric.Platform;

/// <summary>Keys made by the application: UUIDv7, ordered by time.</summary>
public static class Ids
{
    private static readonly AsyncLocal<Sequence?> Repeatable = new();

    public static Guid New() => Repeatable.Value?.Next() ?? Guid.CreateVersion7();

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
