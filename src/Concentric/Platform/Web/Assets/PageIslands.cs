using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Concentric.Platform.Web.Assets;

/// <summary>The islands that the parts of this page asked for; the layout loads each once, and no page loads another's.</summary>
internal sealed class PageIslands
{
    private readonly SortedSet<string> needed = new(StringComparer.Ordinal);

    public IEnumerable<string> Needed => needed;

    public void Need(string source) => needed.Add(source);

    public static PageIslands Of(HttpContext context)
    {
        if (context.Items[typeof(PageIslands)] is PageIslands known)
            return known;
        var created = new PageIslands();
        context.Items[typeof(PageIslands)] = created;
        return created;
    }
}

/// <summary><c>&lt;island src="board.ts" /&gt;</c>: this page needs that island.</summary>
[HtmlTargetElement("island", Attributes = "src", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IslandTagHelper : TagHelper
{
    public required string Src { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        PageIslands.Of(ViewContext.HttpContext).Need(Src);
    }
}

/// <summary><c>&lt;islands /&gt;</c>: the scripts that the page asked for. Layouts only.</summary>
[HtmlTargetElement("islands", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IslandsTagHelper(BuiltAssets assets) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        foreach (var source in PageIslands.Of(ViewContext.HttpContext).Needed)
            output.Content.AppendHtml(Html.Tag("script", null, "", ("type", "module"), ("src", assets.Href(source))));
    }
}
