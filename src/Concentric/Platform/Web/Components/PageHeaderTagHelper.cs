using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Components;

/// <summary>One step of the breadcrumb; the last step, the page itself, has no address.</summary>
public sealed record Crumb(string Text, string? Href = null);

/// <summary>
/// <c>&lt;page-header title="…" lead="…" crumbs="@([new("…", "~/members")])"&gt;actions&lt;/page-header&gt;</c>:
/// the page's one h1 with breadcrumb and acts; also the title of the window.
/// </summary>
[HtmlTargetElement("page-header", Attributes = "title")]
public sealed class PageHeaderTagHelper(IStringLocalizer<WebTexts> text) : TagHelper
{
    public required string Title { get; set; }

    /// <summary>One sentence below the title.</summary>
    public string? Lead { get; set; }

    /// <summary>The pages above this one, outermost first.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; set; } = [];

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ViewData["Title"] ??= Title;
        var actions = await output.GetChildContentAsync();
        output.Become("header", "page-header");
        if (Crumbs.Count > 0)
            output.Content.AppendHtml(Breadcrumb());
        var heading = Html.Box("div", null, Html.Tag("h1", null, Title));
        if (Lead is { Length: > 0 })
            heading.InnerHtml.AppendHtml(Html.Tag("p", "lead", Lead));
        var row = Html.Box("div", "page-header-row", heading);
        if (!actions.IsEmptyOrWhiteSpace)
            row.InnerHtml.AppendHtml(Html.Box("div", "actions", actions));
        output.Content.AppendHtml(row);
    }

    private TagBuilder Breadcrumb()
    {
        var list = Html.Box("ol", "crumbs");
        foreach (var crumb in Crumbs)
            list.InnerHtml.AppendHtml(
                Html.Box(
                    "li",
                    null,
                    crumb.Href is null
                        ? Html.Tag("span", null, crumb.Text)
                        : Html.Tag("a", null, crumb.Text, ("href", Html.Href(ViewContext, crumb.Href)))
                )
            );
        list.InnerHtml.AppendHtml(Html.Box("li", null, Html.Tag("span", null, Title, ("aria-current", "page"))));
        var nav = Html.Box("nav", "breadcrumb", list);
        nav.Attributes["aria-label"] = text["Breadcrumb"];
        return nav;
    }
}
