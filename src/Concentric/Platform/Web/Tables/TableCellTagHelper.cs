using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Concentric.Platform.Web.Tables;

/// <summary>A cell of a list: a row's heading or a value with its column's title, which a phone shows as its label.</summary>
[HtmlTargetElement("table-cell", Attributes = "cell", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TableCellTagHelper : TagHelper
{
    public required CellView Cell { get; set; }

    public bool IsHeading { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become(IsHeading ? "th" : "td", Cell.Class);
        if (IsHeading)
            output.Attributes.SetAttribute("scope", "row");
        else
            output.Attributes.SetAttribute("data-label", Cell.Label);
        if (Cell.Content is null)
            return;
        if (Cell.Href is null)
        {
            output.Content.SetHtmlContent(Cell.Content);
            return;
        }
        var link = Html.Box("a", null, Cell.Content);
        link.Attributes["href"] = Html.Href(ViewContext, Cell.Href);
        output.Content.SetHtmlContent(link);
    }
}
