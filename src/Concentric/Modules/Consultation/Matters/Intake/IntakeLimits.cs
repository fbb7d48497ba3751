using System.Threading.RateLimiting;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web.Limits;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>Whether one more matter may come from an address now.</summary>
public enum IntakeLeave
{
    Free,

    /// <summary>Many came: a question only a person answers, or some work by the browser, goes first.</summary>
    Puzzle,

    /// <summary>Far too many came: some minutes must pass.</summary>
    Wait,
}

/// <summary>
/// How many matters, answers and wrong codes one address may send. A village hall behind one address fits; a flood is slowed, and meanwhile
/// the desk, whose people are signed in, works as ever. A page asks here and not by the common limit, so that what was typed stays on it.
/// </summary>
public sealed class IntakeLimits : IDisposable
{
    /// <summary>Sent within <see cref="Window"/> without being asked anything.</summary>
    public const int FreeSends = 3;

    public const int MostSends = 60;

    /// <summary>Pages of the form kept within <see cref="Window"/>.</summary>
    public const int MostAnswers = 600;

    /// <summary>Codes that are nobody's, asked for within <see cref="Window"/>.</summary>
    public const int MostWrongCodes = 30;

    /// <summary>So many no people mistype within <see cref="Window"/>.</summary>
    public const int GuessedCodes = 600;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> free = Limiter(FreeSends);
    private readonly PartitionedRateLimiter<string> sends = Limiter(MostSends);
    private readonly PartitionedRateLimiter<string> answers = Limiter(MostAnswers);
    private readonly PartitionedRateLimiter<string> wrongCodes = Limiter(MostWrongCodes);
    private readonly PartitionedRateLimiter<string> guessedCodes = Limiter(GuessedCodes);

    /// <summary>What stands before the next matter from there.</summary>
    public IntakeLeave LeaveOf(HttpContext http) =>
        Left(sends, http) == 0 ? IntakeLeave.Wait
        : Left(free, http) == 0 ? IntakeLeave.Puzzle
        : IntakeLeave.Free;

    public void CountSent(HttpContext http)
    {
        using var counted = free.AttemptAcquire(KeyOf(http));
        using var lease = sends.AttemptAcquire(KeyOf(http));
    }

    /// <summary>Counts a page of the form.</summary>
    public bool Answer(HttpContext http)
    {
        using var lease = answers.AttemptAcquire(KeyOf(http));
        return lease.IsAcquired;
    }

    /// <summary>Whether a program tries codes from there.</summary>
    public bool AreCodesGuessed(HttpContext http) => Left(guessedCodes, http) == 0;

    /// <summary>Whether wrong codes are still answered from there.</summary>
    public bool MayAskForCode(HttpContext http) => Left(wrongCodes, http) > 0;

    public void CountWrongCode(HttpContext http)
    {
        using var lease = wrongCodes.AttemptAcquire(KeyOf(http));
        using var counted = guessedCodes.AttemptAcquire(KeyOf(http));
    }

    public void Dispose()
    {
        free.Dispose();
        sends.Dispose();
        answers.Dispose();
        wrongCodes.Dispose();
        guessedCodes.Dispose();
    }

    private static long Left(PartitionedRateLimiter<string> limiter, HttpContext http) =>
        limiter.GetStatistics(KeyOf(http))?.CurrentAvailablePermits ?? 1;

    private static string KeyOf(HttpContext http) =>
        $"{http.RequestServices.GetRequiredService<CurrentCommittee>().Id:N} {RateLimits.Network(http.Connection.RemoteIpAddress)}";

    private static PartitionedRateLimiter<string> Limiter(int permitted) =>
        PartitionedRateLimiter.Create<string, string>(address =>
            RateLimitPartition.GetSlidingWindowLimiter(
                address,
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = permitted,
                    Window = Window,
                    SegmentsPerWindow = 10,
                    QueueLimit = 0,
                }
            )
        );
}
