using Quartz;

namespace Concentric.Platform.Jobs;

/// <summary>
/// When a job is due. A cron that names an hour means that hour of the committee's own day: its timer asks every minute which
/// committees have reached it. A cron of every hour or minute is the same for all.
/// </summary>
internal sealed class JobTime(string cron)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Whether the cron means a time of the day.</summary>
    internal bool IsOfTheDay { get; } = Field(cron, 2) != "*";

    /// <summary>When the timer asks, as Quartz writes it.</summary>
    internal string Timer => IsOfTheDay ? $"{Field(cron, 0)} * * * * ?" : cron;

    /// <summary>Whether the time has come in a zone since the timer last asked.</summary>
    /// <param name="lastAsked">Null right after the start: what was due while the server stood still is not caught up.</param>
    internal bool HasCome(TimeZoneInfo zone, DateTimeOffset? lastAsked, DateTimeOffset now) =>
        new CronExpression(cron, zone).GetNextValidTimeAfter(lastAsked ?? now - Minute) <= now;

    private static string Field(string cron, int place) => cron.Split(' ', StringSplitOptions.RemoveEmptyEntries)[place];
}
