namespace Concentric.Platform.Web;

/// <summary>Whole addresses, for readers that are no browsers: feeds, search engines, people who share a link.</summary>
internal static class SiteAddress
{
    /// <summary>Where the committee's pages begin, without a slash at the end.</summary>
    internal static string Of(HttpRequest request) => $"{Host(request)}{request.PathBase.ToUriComponent()}";

    internal static string Host(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";

    /// <summary>The picture that stands for an article where its link is shared.</summary>
    internal static string Cover(string site, Guid cover) => $"{site}/files/{cover}/cover.jpg";

    /// <summary>Makes the links and pictures of a body whole, for readers that do not know where it came from.</summary>
    internal static string Whole(string html, HttpRequest request) =>
        html.Replace(" src=\"/", $" src=\"{Host(request)}/", StringComparison.Ordinal)
            .Replace(" href=\"/", $" href=\"{Host(request)}/", StringComparison.Ordinal);
}
