using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal.Views;

/// <summary>Adds up readings in memory, so that reading a kept page touches no database, and writes them down now and then.</summary>
public sealed class ViewCounter(IServiceProvider services)
{
    private readonly Lock gate = new();
    private Dictionary<(Guid CommitteeId, Guid ArticleId, DateOnly Day), long> counts = [];
    private readonly Dictionary<Guid, Committee> committees = [];

    public void Add(Committee committee, Guid articleId, DateOnly day)
    {
        lock (gate)
        {
            committees[committee.Id] = committee;
            var key = (committee.Id, articleId, day);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Writes down what was counted since the last time. What cannot be written is counted on.</summary>
    public async Task FlushAsync(CancellationToken cancellation = default)
    {
        Dictionary<(Guid CommitteeId, Guid ArticleId, DateOnly Day), long> taken;
        lock (gate)
            (taken, counts) = (counts, []);
        foreach (var group in taken.GroupBy(pair => pair.Key.CommitteeId))
        {
            try
            {
                await WriteAsync(committees[group.Key], [.. group], cancellation);
            }
            catch
            {
                PutBack(group);
                throw;
            }
        }
    }

    private async Task WriteAsync(
        Committee committee,
        List<KeyValuePair<(Guid CommitteeId, Guid ArticleId, DateOnly Day), long>> counted,
        CancellationToken cancellation
    )
    {
        await using var scope = services.CreateCommitteeScope(committee, "count views");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var articles = counted.Select(pair => pair.Key.ArticleId).Distinct().ToList();
        var days = counted.Select(pair => pair.Key.Day).Distinct().ToList();
        var there = await db.Set<ArticleView>()
            .Where(row => articles.Contains(row.ArticleId) && days.Contains(row.Day))
            .ToDictionaryAsync(row => (row.ArticleId, row.Day), cancellation);
        foreach (var ((_, articleId, day), count) in counted)
        {
            if (!there.TryGetValue((articleId, day), out var view))
                db.Add(view = new ArticleView { ArticleId = articleId, Day = day });
            view.Add(count);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private void PutBack(IEnumerable<KeyValuePair<(Guid CommitteeId, Guid ArticleId, DateOnly Day), long>> counted)
    {
        lock (gate)
        {
            foreach (var (key, count) in counted)
                counts[key] = counts.GetValueOrDefault(key) + count;
        }
    }
}

/// <summary>Counts a reading of an article, also one that is answered from the cache.</summary>
public sealed class ViewCounting(RequestDelegate next, ViewCounter counter, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context, CurrentCommittee committee)
    {
        await next(context);
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<CountsViewsAttribute>() is not null
            && context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified
            && Readers.IsPerson(context.Request)
            && Guid.TryParse(context.GetRouteValue("id") as string, out var articleId)
        )
            counter.Add(committee.Value, articleId, committee.Today(time));
    }
}

/// <summary>Marks the page whose readings are counted, by its route value <c>id</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CountsViewsAttribute : Attribute;

/// <summary>Writes the counts down once a minute while the product serves, and once more when it stops.</summary>
internal sealed class ViewKeeping(ViewCounter counter, TimeProvider time, ILogger<ViewKeeping> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await WriteAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            await WriteAsync(CancellationToken.None);
        }
    }

    // Readings are not worth a stopped server: what could not be written is tried again with the next ones.
    private async Task WriteAsync(CancellationToken cancellation)
    {
        try
        {
            await counter.FlushAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "Readings could not be written down");
        }
    }
}
