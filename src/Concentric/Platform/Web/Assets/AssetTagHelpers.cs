using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Concentric.Platform.Web.Assets;

/// <summary><c>&lt;asset src="app.css" /&gt;</c> or <c>&lt;asset src="editor.ts" /&gt;</c>: the link or script for a built entry.</summary>
[HtmlTargetElement("asset", Attributes = "src", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AssetTagHelper(BuiltAssets assets) : TagHelper
{
    /// <summary>The source's name under <c>islands/</c>.</summary>
    public required string Src { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var href = assets.Href(Src);
        if (Src.EndsWith(".css", StringComparison.Ordinal))
        {
            output.TagName = "link";
            output.TagMode = TagMode.SelfClosing;
            output.Attributes.SetAttribute("rel", "stylesheet");
            output.Attributes.SetAttribute("href", href);
            return;
        }
        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "module");
        output.Attributes.SetAttribute("src", href);
    }
}

/// <summary>
/// <c>&lt;icon name="calendar" /&gt;</c>: a picture from the sprite; its name must stand in <c>islands/icons.txt</c>.
/// It is hidden from screen readers, because a word stands beside it; where none does, <c>label</c> says it.
/// </summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(Icons icons) : TagHelper
{
    public required string Name { get; set; }

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        output.Content.SetHtmlContent(icons.Svg(Name, Label));
    }
}

/// <summary><c>&lt;emblem-icon /&gt;</c>: the picture in the browser's tab.</summary>
[HtmlTargetElement("emblem-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class EmblemIconTagHelper(BuiltAssets assets) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "link";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("rel", "icon");
        output.Attributes.SetAttribute("type", "image/svg+xml");
        output.Attributes.SetAttribute("href", assets.Href("emblem.svg"));
    }
}
