using Concentric.Platform.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concentric.Platform.Health;

/// <summary>
/// Answers probes: <c>/health/live</c> while the process runs, <c>/health/ready</c> when it can serve (503 while the database cannot
/// be reached or migrations are pending). Why it is not ready stands in the log, not in the answer.
/// </summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    internal static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => TypedResults.Ok(new HealthAnswer("live"))).AllowAnonymous();
        endpoints.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<JsonHttpResult<HealthAnswer>> ReadyAsync(
        DatabaseMigration migration,
        ILoggerFactory logs,
        HttpContext context
    )
    {
        var log = logs.CreateLogger(typeof(HealthEndpoints));
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limited.CancelAfter(Patience);
        try
        {
            var pending = await migration.PendingAsync(limited.Token);
            if (pending.Count == 0)
                return TypedResults.Json(new HealthAnswer("ready"));
            log.LogWarning("Not ready: pending migrations {Pending}", string.Join(", ", pending));
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            log.LogWarning("Not ready: {Reason}", failure.Message);
        }

        context.Response.Headers.RetryAfter = "5";
        return TypedResults.Json(new HealthAnswer("not-ready"), statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}

internal sealed record HealthAnswer(string Status);
