using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace Concentric.Modules.Portal;

/// <summary>
/// Cleans what was typed or pasted into an article. First the markup of Word, WPS and WeChat is made plain, then an
/// allow-list has the last word: what it does not name does not pass.
/// </summary>
public static partial class BodyCleaner
{
    private static readonly string[] Tags =
    [
        "p",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "li",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "blockquote",
        "figure",
        "figcaption",
        "img",
        "a",
        "strong",
        "em",
        "u",
        "s",
        "sub",
        "sup",
        "br",
        "hr",
    ];

    private static readonly string[] Attributes = ["href", "rel", "src", "alt", "colspan", "rowspan"];

    private static readonly HtmlSanitizer AllowList = NewAllowList();

    /// <summary>The clean body of an article. Text without any markup becomes paragraphs, one for each line.</summary>
    public static CleanBody Clean(string? typed)
    {
        var html = typed ?? "";
        var document = new HtmlParser().ParseDocument(IsPlainText(html) ? FromPlainText(html) : html);
        var pasted = new PastedMarkup(document);
        pasted.MakePlain();
        var clean = AllowList.Sanitize(document.Body!.InnerHtml);
        return new CleanBody(clean, BodyText.Of(clean)) { Report = pasted.Report, FirstPicture = FirstPictureOf(clean) };
    }

    /// <summary>Whether a picture's address is one of this site's own files.</summary>
    internal static bool IsOwnPicture(string? address) => address is not null && OwnFile().IsMatch(address);

    /// <summary>Whether a link leads somewhere that an article may lead to: http, https, mailto, or within this site.</summary>
    internal static bool IsGoodLink(string? address) =>
        address?.Trim() is { Length: > 0 } link
        && (Absolute().IsMatch(link) || (link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal)))
        && !link.Contains('\\')
        && !link.Any(char.IsControl);

    private static Guid? FirstPictureOf(string clean) =>
        FileOfPicture().Match(clean) is { Success: true } match ? Guid.Parse(match.Groups["file"].Value) : null;

    private static HtmlSanitizer NewAllowList()
    {
        var list = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
                AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
                AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
                UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
            }
        )
        {
            AllowDataAttributes = false,
        };
        list.FilterUrl += (_, filtered) =>
        {
            var good = filtered.Tag.LocalName == "img" ? IsOwnPicture(filtered.OriginalUrl) : IsGoodLink(filtered.OriginalUrl);
            filtered.SanitizedUrl = good ? filtered.OriginalUrl.Trim() : null;
        };
        return list;
    }

    private static bool IsPlainText(string html) => !AnyTag().IsMatch(html);

    private static string FromPlainText(string text) =>
        string.Concat(
            text.Split('\n')
                .Select(line => line.Trim())
                .Where(line => line.Length > 0)
                .Select(line => $"<p>{line.Replace("<", "&lt;", StringComparison.Ordinal)}</p>")
        );

    [GeneratedRegex(
        "^(/[a-z0-9-]+)?/files/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[^/?#\\\\]+$",
        RegexOptions.ExplicitCapture,
        200
    )]
    private static partial Regex OwnFile();

    [GeneratedRegex(
        "<img [^>]*src=\"[^\"]*/files/(?<file>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})/",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FileOfPicture();

    [GeneratedRegex("^(https?://[^/\\s]|mailto:[^\\s])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 200)]
    private static partial Regex Absolute();

    [GeneratedRegex("<[a-zA-Z!/?]", RegexOptions.None, 200)]
    private static partial Regex AnyTag();
}
