using System.Threading.RateLimiting;

namespace Concentric.Modules.Consultation.Open311;

/// <summary>How often one key may send: 60 times a minute. One program that runs wild does not slow the others.</summary>
internal sealed class Open311Limits : IDisposable
{
    internal const int PerMinute = 60;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<Guid> limiter = PartitionedRateLimiter.Create<Guid, Guid>(key =>
        RateLimitPartition.GetSlidingWindowLimiter(
            key,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = PerMinute,
                Window = Window,
                SegmentsPerWindow = 6,
                QueueLimit = 0,
            }
        )
    );

    /// <summary>Whether the key may send once more now.</summary>
    internal bool Admits(Open311Key key)
    {
        using var lease = limiter.AttemptAcquire(key.Id);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
