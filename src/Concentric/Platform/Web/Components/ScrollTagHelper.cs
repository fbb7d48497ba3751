using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Concentric.Platform.Web.Components;

/// <summary>
/// <c>&lt;scroll-x label="…"&gt;</c>: what may be wider than a phone. It scrolls by itself, and whoever has no pointer reaches it by keyboard
/// (WCAG 2.1.1).
/// </summary>
[HtmlTargetElement("scroll-x", Attributes = "label")]
public sealed class ScrollTagHelper : TagHelper
{
    /// <summary>What stands in it, for those who do not see it.</summary>
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", "scroll-x");
        foreach (var (name, value) in Region(Label))
            output.Attributes.SetAttribute(name, value);
    }

    internal static TagBuilder Around(IHtmlContent content, string label)
    {
        var box = Html.Box("div", "scroll-x", content);
        foreach (var (name, value) in Region(label))
            box.Attributes[name] = value;
        return box;
    }

    private static (string Name, string Value)[] Region(string label) =>
        [("tabindex", "0"), ("role", "region"), ("aria-label", label)];
}
