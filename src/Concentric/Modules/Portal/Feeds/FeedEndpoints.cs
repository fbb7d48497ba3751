using System.Globalization;
using System.Text;
using System.Xml;
using Concentric.Modules.Portal.Reading;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Caching;
using Concentric.Platform.Web.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal.Feeds;

/// <summary>What programs read of the public face: feeds, the map of the site, and where crawlers have nothing to look for.</summary>
internal static class FeedEndpoints
{
    private const string Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>As many addresses as one sitemap may hold.</summary>
    private const int MostAddresses = 50_000;

    /// <summary>As much of the rules for crawlers as one must read (RFC 9309, 2.5: 500 KiB).</summary>
    private const int LargestRules = 490_000;

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (
            var (path, handler) in new (string, Delegate)[]
            {
                ("/feeds/atom.xml", SiteAtomAsync),
                ("/feeds/feed.json", SiteJsonAsync),
                ("/columns/{slug}/atom.xml", ColumnAtomAsync),
                ("/sitemap.xml", SitemapAsync),
                ("/robots.txt", RobotsAsync),
            }
        )
            endpoints.MapGet(path, handler).AllowAnonymous().WithMetadata(new PublicPageAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> SiteAtomAsync(
        FeedContent content,
        CurrentCommittee committee,
        DisplayFormat format,
        HttpContext context
    ) =>
        Results.Bytes(
            AtomWriter.Write(await SiteFeedAsync(content, committee, "/feeds/atom.xml", context), context.Request, format),
            AtomWriter.ContentType
        );

    private static async Task<IResult> SiteJsonAsync(
        FeedContent content,
        CurrentCommittee committee,
        DisplayFormat format,
        HttpContext context
    ) =>
        Results.Bytes(
            JsonFeedWriter.Write(await SiteFeedAsync(content, committee, "/feeds/feed.json", context), context.Request, format),
            JsonFeedWriter.ContentType
        );

    private static async Task<Feed> SiteFeedAsync(
        FeedContent content,
        CurrentCommittee committee,
        string ownPath,
        HttpContext context
    ) =>
        new(
            committee.Id,
            committee.Value.Name,
            "/",
            ownPath,
            committee.Value.Name,
            await content.EntriesAsync(null, context.RequestAborted)
        );

    private static async Task<IResult> ColumnAtomAsync(
        string slug,
        FeedContent content,
        PortalShelf shelf,
        CurrentCommittee committee,
        DisplayFormat format,
        HttpContext context
    )
    {
        if ((await shelf.GetAsync(context.RequestAborted)).Column(slug) is not { } column)
            return Results.NotFound();
        var feed = new Feed(
            column.Id,
            $"{column.ChineseTitle} · {committee.Value.ShortName}",
            column.Path,
            column.Path + "/atom.xml",
            committee.Value.Name,
            await content.EntriesAsync(column, context.RequestAborted)
        );
        return Results.Bytes(AtomWriter.Write(feed, context.Request, format), AtomWriter.ContentType);
    }

    private static async Task<IResult> SitemapAsync(PortalShelf shelf, AppDb db, DisplayFormat format, HttpContext context)
    {
        var site = SiteAddress.Of(context.Request);
        var kept = await shelf.GetAsync(context.RequestAborted);
        var pages = kept.ShownColumns.Select(column => (Address: site + column.Path, ChangedAt: (DateTimeOffset?)null)).ToList();
        var articles = await db.Set<Article>()
            .AsNoTracking()
            .Where(article => article.State == ArticleState.Published)
            .OrderByDescending(article => article.PublishedAt)
            .Take(MostAddresses - 1 - pages.Count)
            .Select(article => new { article.Id, article.ChangedAt })
            .ToListAsync(context.RequestAborted);
        pages.Insert(0, (site + "/", kept.All.Select(article => (DateTimeOffset?)article.PublishedAt).FirstOrDefault()));
        pages.AddRange(articles.Select(article => ($"{site}/articles/{article.Id}", (DateTimeOffset?)article.ChangedAt)));
        return Results.Bytes(WriteSitemap(pages, format), "application/xml");
    }

    private static byte[] WriteSitemap(IEnumerable<(string Address, DateTimeOffset? ChangedAt)> pages, DisplayFormat format)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("urlset", Sitemaps);
            foreach (var (address, changedAt) in pages)
            {
                xml.WriteStartElement("url", Sitemaps);
                xml.WriteElementString("loc", Sitemaps, address);
                if (changedAt is { } at)
                    xml.WriteElementString("lastmod", Sitemaps, format.Iso(at));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    /// <summary>For one committee, or at the root of the server for all of them.</summary>
    private static async Task<IResult> RobotsAsync(CurrentCommittee committee, CommitteeDirectory directory, HttpContext context)
    {
        var host = SiteAddress.Host(context.Request);
        var rules = new StringBuilder("User-agent: *\n");
        foreach (var closed in new[] { "office/", "my/", "sign-in", "search", "preferences" })
            rules.Append(CultureInfo.InvariantCulture, $"Disallow: /*/{closed}\n");
        if (committee.IsSet)
            return Results.Text(rules.Append(Sitemap(committee.Value)).ToString(), "text/plain");
        await foreach (var one in directory.AllAsync(context.RequestAborted))
        {
            if (rules.Length > LargestRules)
                break;
            rules.Append(Sitemap(one));
        }

        return Results.Text(rules.ToString(), "text/plain");

        string Sitemap(Committee one) => $"Sitemap: {host}/{one.Slug}/sitemap.xml\n";
    }
}
