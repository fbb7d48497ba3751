using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Concentric.Platform.Web.Feeds;

/// <summary>Writes a feed as JSON Feed 1.1.</summary>
internal static class JsonFeedWriter
{
    internal const string ContentType = "application/feed+json";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static byte[] Write(Feed feed, HttpRequest request, DisplayFormat format)
    {
        var site = SiteAddress.Of(request);
        var node = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["home_page_url"] = site + feed.Path,
            ["feed_url"] = site + feed.OwnPath,
            ["language"] = Language.Chinese,
            ["authors"] = Authors(feed.Author),
            ["items"] = new JsonArray([.. feed.Entries.Select(entry => Item(entry, site, request, format))]),
        };
        return JsonSerializer.SerializeToUtf8Bytes(node, Json);
    }

    private static JsonNode Item(FeedEntry entry, string site, HttpRequest request, DisplayFormat format)
    {
        var item = new JsonObject
        {
            ["id"] = $"urn:uuid:{entry.Id}",
            ["url"] = site + entry.Path,
            ["title"] = entry.Title,
            ["content_html"] = SiteAddress.Whole(entry.BodyHtml, request),
            ["date_published"] = format.Iso(entry.PublishedAt),
            ["date_modified"] = format.Iso(entry.UpdatedAt),
            ["authors"] = Authors(entry.Author),
        };
        if (entry.Summary is not null)
            item["summary"] = entry.Summary;
        if (entry.Category is not null)
            item["tags"] = new JsonArray(entry.Category);
        return item;
    }

    private static JsonArray Authors(string name) => new(new JsonObject { ["name"] = name });
}
