namespace Concentric.Platform.Data;

/// <summary>
/// SQLite has one writer. Writers wait here, first come first served, instead of polling a busy database: with sixteen
/// callers the slowest write then takes milliseconds instead of seconds (see bench/results.md).
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    public async Task<IDisposable?> EnterAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        return new Turn(gate);
    }

    public void Dispose() => gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private int ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, 1) == 0)
                gate.Release();
        }
    }
}
