using System.Buffers;
using Concentric.Platform.Web;
using Microsoft.Extensions.Primitives;

namespace Concentric.Modules.Portal.Views;

/// <summary>Tells a person's reading from a program's, by what the request says of itself alone.</summary>
internal static class Readers
{
    /// <summary>Parts of the names by which programs call themselves; small letters.</summary>
    private static readonly SearchValues<string> Programs = SearchValues.Create(
        [
            "bot",
            "spider",
            "crawl",
            "slurp",
            "headless",
            "preview",
            "monitor",
            "scan",
            "fetch",
            "archiver",
            "feed",
            "rss",
            "curl",
            "wget",
            "python",
            "java/",
            "okhttp",
            "go-http",
            "libwww",
            "httpclient",
            "scrapy",
            "axios",
            "node",
            "php",
            "ruby",
            "perl",
            "lighthouse",
            "facebookexternalhit",
            "mediapartners",
            "yisou",
            "sogou web",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>Words by which a browser says that it looks ahead.</summary>
    private static readonly SearchValues<string> Ahead = SearchValues.Create(
        ["prefetch", "prerender", "preview"],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>Whether this request is a person who reads now: no program, no look ahead, no question for the head alone.</summary>
    internal static bool IsPerson(HttpRequest request)
    {
        var name = request.Headers.UserAgent.ToString();
        return HttpMethods.IsGet(request.Method)
            && !HeadRequests.IsHead(request.HttpContext)
            && name.Length > 0
            && !IsAhead(request.Headers)
            && !name.AsSpan().ContainsAny(Programs);
    }

    private static bool IsAhead(IHeaderDictionary headers) =>
        SaysAhead(headers["Sec-Purpose"])
        || SaysAhead(headers["Purpose"])
        || SaysAhead(headers["X-Purpose"])
        || SaysAhead(headers["X-Moz"]);

    private static bool SaysAhead(StringValues purpose) => purpose.Count > 0 && purpose.ToString().AsSpan().ContainsAny(Ahead);
}
