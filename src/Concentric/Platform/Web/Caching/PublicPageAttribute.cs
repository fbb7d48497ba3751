using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web.Layouts;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Concentric.Platform.Web.Caching;

/// <summary>
/// Marks a page or endpoint that is the same for everybody who is not signed in: it is kept in memory, compressed and with an ETag,
/// until a save touches what the public sees (<see cref="ShownToPublicAttribute"/>). A page with a posted form must never carry it,
/// because the form holds one reader's token.
/// </summary>
/// <param name="queryKeys">The query parameters it reads. An address with any other is made anew each time and not kept.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicPageAttribute(params string[] queryKeys) : Attribute, IOutputCachePolicy
{
    /// <summary>What depends on the clock alone, or on a save by another process, is at most this old.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    /// <summary>Whether the page is kept; one of endlessly many answers, as of a search, only gets its compression and ETag.</summary>
    public bool IsKept { get; set; } = true;

    /// <summary>The tag of all kept pages of a committee.</summary>
    internal static string Tag(Guid committeeId) => $"portal:{committeeId}";

    /// <summary>Whether the answer to this request is everybody's.</summary>
    internal static bool Answers(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is { } page && page.IsForEverybody(context.Request);

    private bool IsForEverybody(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && StringValues.IsNullOrEmpty(request.Headers.Authorization)
        // Most who come ask for the bare address and bring no cookie: for them nothing is taken apart.
        && (!request.QueryString.HasValue || request.Query.All(IsRead))
        && (request.Headers.Cookie.Count == 0 || request.Cookies.Keys.All(IsAboutLooks));

    private bool IsRead(KeyValuePair<string, StringValues> parameter) =>
        parameter.Value.Count == 1 && queryKeys.Contains(parameter.Key, StringComparer.Ordinal);

    // A session, or a sentence that waits to be shown once, makes a page somebody's own. Cookies of others say nothing to us.
    private static bool IsAboutLooks(string cookie) =>
        !cookie.StartsWith("concentric", StringComparison.Ordinal)
        && !cookie.StartsWith("__Host-concentric", StringComparison.Ordinal)
        && !cookie.StartsWith(".AspNetCore.Mvc.CookieTempDataProvider", StringComparison.Ordinal);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var isForEverybody = IsForEverybody(http.Request);
        context.EnableOutputCaching = true;
        // A page is made in less time than callers would spend on waiting for each other.
        context.AllowLocking = false;
        context.AllowCacheLookup = context.AllowCacheStorage = IsKept && isForEverybody;
        if (!context.AllowCacheLookup)
            return ValueTask.CompletedTask;
        var state = http.RequestServices.GetRequiredService<PublicChanges>().StateOf(CommitteeOf(http));
        context.CacheVaryByRules.CacheKeyPrefix = string.Concat(state, Look.CacheKey(http), Encoding(http.Request));
        if (http.Request.QueryString.HasValue)
            context.CacheVaryByRules.QueryKeys = queryKeys;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
            context.AllowCacheStorage = false;
        if (context.AllowCacheStorage)
        {
            context.Tags.Add(Tag(CommitteeOf(context.HttpContext)));
            context.ResponseExpirationTimeSpan = Kept;
        }

        return ValueTask.CompletedTask;
    }

    private static Guid CommitteeOf(HttpContext http) => http.RequestServices.GetRequiredService<CurrentCommittee>().Id;

    /// <summary>The form that the compression will choose, so that browsers share what is kept.</summary>
    private static string Encoding(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.Ordinal) ? " br"
            : accepted.Contains("gzip", StringComparison.Ordinal) ? " gzip"
            : "";
    }
}
