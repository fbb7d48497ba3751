using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Concentric.Platform.Web;

namespace Concentric.Modules.Portal.Reading;

/// <summary>What a page says of itself to programs, in the words of schema.org. Data, not script: no browser runs it.</summary>
internal static class StructuredData
{
    // Han text stays readable; <, > and & are still escaped, so nothing ends the element early.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static string Article(
        ArticleToRead article,
        IReadOnlyList<ColumnCard> trail,
        string site,
        string publisher,
        DisplayFormat format
    )
    {
        var address = $"{site}/articles/{article.Id}";
        var node = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = article.Title,
            ["inLanguage"] = "zh-CN",
            ["datePublished"] = format.Iso(article.PublishedAt!.Value),
            ["dateModified"] = format.Iso(article.CorrectedAt ?? article.PublishedAt.Value),
            ["author"] = article.Author is { } author ? Thing("Person", author) : Thing("Organization", article.Source),
            ["publisher"] = Thing("Organization", publisher, site + "/"),
            ["sourceOrganization"] = Thing("Organization", article.Source),
            ["mainEntityOfPage"] = new JsonObject { ["@type"] = "WebPage", ["@id"] = address },
            ["url"] = address,
            ["isAccessibleForFree"] = true,
        };
        if (article.Subtitle is not null)
            node["alternativeHeadline"] = article.Subtitle;
        if (article.Summary is not null)
            node["description"] = article.Summary;
        if (article.Editor is not null)
            node["editor"] = Thing("Person", article.Editor);
        if (trail.Count > 0)
            node["articleSection"] = trail[^1].ChineseTitle;
        if (article.CoverFileId is { } cover)
            node["image"] = new JsonArray(SiteAddress.Cover(site, cover));
        return node.ToJsonString(Json);
    }

    /// <summary>当前位置, from the home page down.</summary>
    internal static string Trail(IReadOnlyList<ColumnCard> trail, string site, string home, string? last)
    {
        var names = trail
            .Select(column => (Name: column.Title, Address: (string?)(site + column.Path)))
            .Prepend((Name: home, Address: site + "/"));
        if (last is not null)
            names = names.Append((last, null));
        var items = names.Select(
            (step, index) =>
            {
                var item = new JsonObject
                {
                    ["@type"] = "ListItem",
                    ["position"] = index + 1,
                    ["name"] = step.Name,
                };
                if (step.Address is not null)
                    item["item"] = step.Address;
                return (JsonNode)item;
            }
        );
        return new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray([.. items]),
        }.ToJsonString(Json);
    }

    /// <summary>The committee's site with its search.</summary>
    internal static string Site(string name, string site) =>
        new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "WebSite",
            ["name"] = name,
            ["url"] = site + "/",
            ["inLanguage"] = "zh-CN",
            ["potentialAction"] = new JsonObject
            {
                ["@type"] = "SearchAction",
                ["target"] = site + "/search?q={search_term_string}",
                ["query-input"] = "required name=search_term_string",
            },
        }.ToJsonString(Json);

    private static JsonObject Thing(string type, string name, string? url = null)
    {
        var thing = new JsonObject { ["@type"] = type, ["name"] = name };
        if (url is not null)
            thing["url"] = url;
        return thing;
    }
}
