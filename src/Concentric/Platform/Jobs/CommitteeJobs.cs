using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Quartz;

namespace Concentric.Platform.Jobs;

/// <summary>
/// Work done on a timer, once for each committee, in a scope of that committee. It must be harmless when it runs twice:
/// every node runs its jobs.
/// </summary>
public interface ICommitteeJob
{
    /// <summary>Stable name, for logs and the audit trail.</summary>
    static abstract string Name { get; }

    /// <summary>When, as Quartz writes it (seconds first). An hour is one of the committee's own day, wherever the server stands.</summary>
    static abstract string Cron { get; }

    Task RunAsync(CancellationToken cancellation);
}

/// <summary>Registers jobs. The timer itself starts with <c>serve</c>; commands and tests run jobs by hand.</summary>
public static partial class CommitteeJobs
{
    public static IServiceCollection AddCommitteeJob<T>(this IServiceCollection services)
        where T : class, ICommitteeJob
    {
        services.AddScoped<T>();
        services.AddQuartz(quartz =>
        {
            var key = new JobKey(T.Name);
            quartz.AddJob<ForEachCommittee<T>>(job => job.WithIdentity(key));
            quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(T.Name).WithCronSchedule(new JobTime(T.Cron).Timer));
        });
        return services;
    }

    /// <summary>Runs one job now, for every committee; what fails for one does not keep it from the others.</summary>
    /// <exception cref="AggregateException">It failed for some, after it was tried for all.</exception>
    public static Task RunForEachCommitteeAsync<T>(this IServiceProvider services, CancellationToken cancellation = default)
        where T : class, ICommitteeJob => services.RunForAsync<T>(_ => true, cancellation);

    /// <summary>Runs one job for the committees whose own clock reached its time since the timer last asked.</summary>
    /// <exception cref="AggregateException">It failed for some, after it was tried for all.</exception>
    internal static Task RunWhereDueAsync<T>(
        this IServiceProvider services,
        DateTimeOffset? lastAsked,
        DateTimeOffset now,
        CancellationToken cancellation = default
    )
        where T : class, ICommitteeJob
    {
        var time = new JobTime(T.Cron);
        return services.RunForAsync<T>(
            committee => !time.IsOfTheDay || time.HasCome(CurrentCommittee.ZoneOf(committee), lastAsked, now),
            cancellation
        );
    }

    private static async Task RunForAsync<T>(
        this IServiceProvider services,
        Func<Committee, bool> isDue,
        CancellationToken cancellation
    )
        where T : class, ICommitteeJob
    {
        var failures = new List<Exception>();
        await foreach (var committee in services.GetRequiredService<CommitteeDirectory>().AllAsync(cancellation))
        {
            try
            {
                if (!isDue(committee))
                    continue;
                await using var scope = services.CreateCommitteeScope(committee, "job " + T.Name);
                await scope.ServiceProvider.GetRequiredService<T>().RunAsync(cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
            throw new AggregateException($"The job {T.Name} failed for some committees.", failures);
    }

    [DisallowConcurrentExecution]
    private sealed partial class ForEachCommittee<T>(IServiceProvider services, ILogger<T> log) : IJob
        where T : class, ICommitteeJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var now = context.ScheduledFireTimeUtc ?? context.FireTimeUtc;
                await services.RunWhereDueAsync<T>(context.PreviousFireTimeUtc, now, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The next run tries again; a job that fails must not stop the others.
                LogFailed(log, failure, T.Name);
            }
        }

        [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed.")]
        private static partial void LogFailed(ILogger log, Exception failure, string job);
    }
}
