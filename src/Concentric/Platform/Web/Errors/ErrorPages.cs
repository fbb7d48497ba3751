using System.Data.Common;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Web.Errors;

/// <summary>
/// Answers for what went wrong: a page in the reader's language that says what to do, or a problem document where JSON was asked for.
/// It needs neither the database nor the session, so it also stands when those are what is wrong.
/// </summary>
public sealed class ErrorPages(RequestDelegate next, ILogger<ErrorPages> log)
{
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            var status = context.RequestAborted.IsCancellationRequested ? ClientClosedRequest : StatusOf(failure);
            if (status >= StatusCodes.Status500InternalServerError)
                log.LogError(failure, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            context.Response.Clear();
            SecurityHeaders.Set(context.Response.Headers);
            context.Response.StatusCode = status;
            if (failure is RefusedException refused)
                context.Items[typeof(Refusal)] = refused.Refusal;
        }
        if (IsBareError(context.Response))
            await TellAsync(context);
    }

    /// <summary>What an exception means for the one who asked.</summary>
    internal static int StatusOf(Exception failure) =>
        failure switch
        {
            DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
            RefusedException => StatusCodes.Status409Conflict,
            BadHttpRequestException bad => bad.StatusCode,
            DbUpdateException { InnerException: { } inner } => StatusOf(inner),
            // A wrapper that EF puts around failures which another try might mend.
            InvalidOperationException { InnerException: DbException or TimeoutException } => StatusOf(failure.InnerException),
            DbException database when IsUnreachable(database) => StatusCodes.Status503ServiceUnavailable,
            TimeoutException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    private static bool IsUnreachable(DbException failure) =>
        failure switch
        {
            // Busy, locked, read-only, I/O error, full, cannot open, not a database.
            Microsoft.Data.Sqlite.SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6 or 8 or 10 or 13 or 14 or 26,
            // The server answered: only its own troubles (class 53, 57, 08) mean that it cannot be reached.
            Npgsql.PostgresException postgres => postgres.SqlState[..2] is "53" or "57" or "08",
            Npgsql.NpgsqlException => true,
            _ => failure.IsTransient,
        };

    private static bool IsBareError(HttpResponse response) =>
        response
            is { StatusCode: >= 400 and not ClientClosedRequest, HasStarted: false, ContentType: null, ContentLength: null or 0 };

    private static Task TellAsync(HttpContext context)
    {
        // What may not be seen is not found.
        if (context.Response.StatusCode == StatusCodes.Status403Forbidden)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.Headers.CacheControl = "no-store";
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "30";
        var reference = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        return WantsJson(context.Request)
            ? context.Response.WriteAsJsonAsync(
                ProblemOf(context, reference),
                options: null,
                contentType: "application/problem+json"
            )
            : ErrorPage.WriteAsync(context, reference);
    }

    /// <summary>RFC 9457, with a <c>code</c> that stays the same whatever the language and the wording.</summary>
    private static ProblemDetails ProblemOf(HttpContext context, string reference)
    {
        Language.Use(context);
        var words = context.RequestServices.GetRequiredService<Words>();
        var refusal = ErrorPage.RefusalOf(context);
        var key = ErrorPage.Key(context.Response.StatusCode);
        return new ProblemDetails
        {
            Status = context.Response.StatusCode,
            Title = words[refusal is null ? key + ".Title" : "Refused.Title"],
            Detail = refusal is null ? words[key + ".Text"] : words.Of(refusal),
            Extensions = { ["code"] = refusal?.Code ?? key, ["traceId"] = reference },
        };
    }

    private static bool WantsJson(HttpRequest request)
    {
        var accepted = request.Headers.Accept.ToString();
        return accepted.Contains("json", StringComparison.OrdinalIgnoreCase)
            && !accepted.Contains("html", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>An address that leads nowhere is not found, for everybody, rather than a reason to sign in.</summary>
public sealed class NowherePages(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
