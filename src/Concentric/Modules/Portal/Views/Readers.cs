namespace Concentric.Modules.Portal.Views;

/// <summary>Tells a person's reading from a program's, by what the request says of itself alone.</summary>
internal static class Readers
{
    /// <summary>Parts of the names by which programs call themselves; small letters.</summary>
    private static readonly string[] Programs =
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
    ];

    /// <summary>Whether this request is a person who reads now: no program, no look ahead, no question for the head alone.</summary>
    internal static bool IsPerson(HttpRequest request)
    {
        var name = request.Headers.UserAgent.ToString();
        return HttpMethods.IsGet(request.Method)
            && name.Length > 0
            && !IsAhead(request.Headers)
            && !Programs.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsAhead(IHeaderDictionary headers) =>
        new[] { "Sec-Purpose", "Purpose", "X-Purpose", "X-Moz" }.Any(header =>
            headers[header].ToString() is { Length: > 0 } purpose
            && (
                purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase)
                || purpose.Contains("prerender", StringComparison.OrdinalIgnoreCase)
                || purpose.Contains("preview", StringComparison.OrdinalIgnoreCase)
            )
        );
}
