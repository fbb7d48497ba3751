using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Platform.Web.Assets;

/// <summary>Icons for components that write their HTML in code; in views use the icon tag.</summary>
public sealed class Icons(BuiltAssets assets)
{
    /// <summary>An icon of the sprite, hidden from screen readers unless it has a label.</summary>
    public IHtmlContent Svg(string name, string? label = null)
    {
        var svg = new TagBuilder("svg");
        svg.AddCssClass("icon");
        svg.Attributes["viewBox"] = "0 0 24 24";
        if (label is null)
        {
            svg.Attributes["aria-hidden"] = "true";
        }
        else
        {
            svg.Attributes["role"] = "img";
            svg.Attributes["aria-label"] = label;
        }
        var use = new TagBuilder("use") { Attributes = { ["href"] = $"{assets.Href("icons.svg")}#{name}" } };
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }
}
