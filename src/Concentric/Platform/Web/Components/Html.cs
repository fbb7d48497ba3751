using Concentric.Rules.Documents;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Concentric.Platform.Web.Components;

/// <summary>Short words for the HTML that components write in code.</summary>
internal static class Html
{
    /// <summary>An element with encoded text in it.</summary>
    public static TagBuilder Tag(string name, string? css, string content, params (string Name, string Value)[] attributes)
    {
        var tag = new TagBuilder(name);
        foreach (var (attribute, value) in attributes)
            tag.Attributes[attribute] = value;
        if (css is not null)
            tag.AddCssClass(css);
        tag.InnerHtml.Append(content);
        return tag;
    }

    /// <summary>An element with other elements in it.</summary>
    public static TagBuilder Box(string name, string? css, params IHtmlContent?[] children)
    {
        var tag = new TagBuilder(name);
        if (css is not null)
            tag.AddCssClass(css);
        foreach (var child in children)
            if (child is not null)
                tag.InnerHtml.AppendHtml(child);
        return tag;
    }

    /// <summary>An element without content.</summary>
    public static TagBuilder Void(string name, params (string Name, string Value)[] attributes)
    {
        var tag = new TagBuilder(name) { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var (attribute, value) in attributes)
            tag.Attributes[attribute] = value;
        return tag;
    }

    /// <summary>A name that ends its lines, where it needs more than one, behind a phrase. It stands in an element of the class <c>in-phrases</c>.</summary>
    public static IHtmlContent InPhrases(this IHtmlHelper _, string name)
    {
        var content = new HtmlContentBuilder();
        foreach (var phrase in TitleLines.PhrasesOf(name))
            content.Append(phrase).AppendHtml("<wbr />");
        return content;
    }

    /// <summary>An address that begins with ~/ is below the committee.</summary>
    public static string Href(ViewContext context, string href) =>
        href.StartsWith("~/", StringComparison.Ordinal) ? context.HttpContext.Request.PathBase + href[1..] : href;

    public static void AddClass(this TagHelperOutput output, string css)
    {
        var known = output.Attributes.TryGetAttribute("class", out var attribute) ? attribute.Value + " " : "";
        output.Attributes.SetAttribute("class", known + css);
    }

    /// <summary>Becomes an element with a start and an end tag.</summary>
    public static void Become(this TagHelperOutput output, string tag, string? css = null)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (css is not null)
            output.AddClass(css);
    }
}
