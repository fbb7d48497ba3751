using System.Text;
using System.Xml;

namespace Concentric.Platform.Web.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287).</summary>
internal static class AtomWriter
{
    internal const string ContentType = "application/atom+xml";
    private const string Atom = "http://www.w3.org/2005/Atom";

    internal static byte[] Write(Feed feed, HttpRequest request, DisplayFormat format)
    {
        var site = SiteAddress.Of(request);
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, Language.Chinese);
            Text(xml, "id", $"urn:uuid:{feed.Id}");
            Text(xml, "title", feed.Title);
            // A feed that says nothing yet has not been updated since its beginning.
            Text(
                xml,
                "updated",
                format.Iso(feed.Entries.Select(entry => entry.UpdatedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())
            );
            Link(xml, "self", ContentType, site + feed.OwnPath);
            Link(xml, "alternate", "text/html", site + feed.Path);
            Person(xml, feed.Author);
            foreach (var entry in feed.Entries)
                WriteEntry(xml, entry.Valid(), site, request, format);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void WriteEntry(XmlWriter xml, FeedEntry entry, string site, HttpRequest request, DisplayFormat format)
    {
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", $"urn:uuid:{entry.Id}");
        Text(xml, "title", entry.Title);
        Link(xml, "alternate", "text/html", site + entry.Path);
        Text(xml, "published", format.Iso(entry.PublishedAt));
        Text(xml, "updated", format.Iso(entry.UpdatedAt));
        Person(xml, entry.Author);
        if (entry.Category is not null)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", entry.Category);
            xml.WriteEndElement();
        }

        if (entry.Summary is not null)
            Text(xml, "summary", entry.Summary);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(SiteAddress.Whole(entry.BodyHtml, request));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Atom, value);

    private static void Person(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }
}
