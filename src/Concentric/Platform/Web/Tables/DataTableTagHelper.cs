using Concentric.Platform.Web.Assets;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Tables;

/// <summary>
/// <c>&lt;data-table view="Model.List" /&gt;</c>: a list with search, filters, chips, columns, export, choosing and paging. Its page stands
/// in the window's title.
/// </summary>
[HtmlTargetElement("data-table", Attributes = "view", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DataTableTagHelper(IHtmlHelper html, SavedViews savedViews, IStringLocalizer<WebTexts> text) : TagHelper
{
    public required TableView View { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (View.Pages > 1)
            ViewContext.ViewData["TitlePage"] = text["PageOf", View.Page, View.Pages].Value;
        if (View.Bulk.Count > 0)
            PageIslands.Of(ViewContext.HttpContext).Need("tables.ts");
        ((IViewContextAware)html).Contextualize(ViewContext);
        var saved = await savedViews.ForAsync(View.Key, ViewContext.HttpContext.RequestAborted);
        output.SuppressOutput();
        output.Content.SetHtmlContent(
            await html.PartialAsync(
                "/Platform/Web/Tables/_Table.cshtml",
                new TableModel(View, saved, Address(ViewContext.HttpContext.Request))
            )
        );
    }

    private static string Address(HttpRequest request) => request.PathBase + request.Path;
}

/// <summary>What the table's views need: the page of the list, the saved views, and the list's address without its query.</summary>
public sealed record TableModel(TableView View, IReadOnlyList<SavedView> Saved, string Address);
