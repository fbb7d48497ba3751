using System.Globalization;
using Concentric.Platform.Web.Assets;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Components;

/// <summary><c>&lt;tabs label="…"&gt;&lt;tab href="…" current="true"&gt;…&lt;/tab&gt;&lt;/tabs&gt;</c>: the pages of one thing; each tab is an address.</summary>
[HtmlTargetElement("tabs", Attributes = "label")]
public sealed class TabsTagHelper : TagHelper
{
    /// <summary>What the tabs are the parts of.</summary>
    public required string Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tabs = await output.GetChildContentAsync();
        output.Become("nav", "tabs");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent(Html.Box("ul", "plain", tabs));
    }
}

/// <summary>One tab, with a count where one helps.</summary>
[HtmlTargetElement("tab", Attributes = "href", ParentTag = "tabs")]
public sealed class TabTagHelper : TagHelper
{
    public required string Href { get; set; }

    public bool Current { get; set; }

    public long? Count { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var link = Html.Box("a", null, await output.GetChildContentAsync());
        link.Attributes["href"] = Html.Href(ViewContext, Href);
        if (Current)
            link.Attributes["aria-current"] = "page";
        if (Count is { } count)
            link.InnerHtml.AppendHtml(Html.Tag("span", "count", DisplayFormat.Number(count)));
        output.Become("li");
        output.Content.SetHtmlContent(link);
    }
}

/// <summary>
/// <c>&lt;pagination page="2" pages="9" /&gt;</c>: links to the pages of a list that keep the rest of the address. Nothing for one page.
/// </summary>
[HtmlTargetElement("pagination", Attributes = "page,pages", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PaginationTagHelper(IStringLocalizer<WebTexts> text, Icons icons) : TagHelper
{
    public int Page { get; set; }

    public int Pages { get; set; }

    /// <summary>The query parameter that carries the number.</summary>
    public string Parameter { get; set; } = "page";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }
        var list = Html.Box("ul", "plain");
        if (Page > 1)
            list.InnerHtml.AppendHtml(Step(Page - 1, "chevron-left", text["Previous"]));
        var before = 0;
        foreach (var number in Shown(Page, Pages))
        {
            if (number > before + 1)
                list.InnerHtml.AppendHtml(Html.Box("li", null, Html.Tag("span", null, "…")));
            list.InnerHtml.AppendHtml(Number(number));
            before = number;
        }
        if (Page < Pages)
            list.InnerHtml.AppendHtml(Step(Page + 1, "chevron-right", text["Next"]));
        output.Become("nav", "pagination");
        output.Attributes.SetAttribute("aria-label", text["Pages"].Value);
        output.Content.SetHtmlContent(list);
    }

    /// <summary>The first, the last, and the neighbours of the present page.</summary>
    internal static IEnumerable<int> Shown(int page, int pages) =>
        new[] { 1, page - 1, page, page + 1, pages }.Where(number => number >= 1 && number <= pages).Distinct().Order();

    private TagBuilder Number(int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        if (number == Page)
            return Html.Box("li", null, Html.Tag("span", null, digits, ("aria-current", "page")));
        return Html.Box(
            "li",
            null,
            Html.Tag("a", null, digits, ("href", Address(number)), ("aria-label", text["PageNumber", number]))
        );
    }

    private TagBuilder Step(int number, string icon, string label)
    {
        var link = Html.Box("a", null, icons.Svg(icon, label));
        link.Attributes["href"] = Address(number);
        return Html.Box("li", null, link);
    }

    private string Address(int number)
    {
        var query = ViewContext.HttpContext.Request.Query.Where(pair =>
            !string.Equals(pair.Key, Parameter, StringComparison.OrdinalIgnoreCase)
        );
        var kept = query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        var all =
            number == 1
                ? kept
                : kept.Append(KeyValuePair.Create(Parameter, (string?)number.ToString(CultureInfo.InvariantCulture)));
        var request = ViewContext.HttpContext.Request;
        return request.PathBase + request.Path + QueryString.Create(all);
    }
}

/// <summary>
/// <c>&lt;popup button="删除" title="删除这条记录?"&gt;form&lt;/popup&gt;</c>: a button that opens a native popover, without a script.
/// For a question before an act; what cannot be undone gets a page of its own.
/// </summary>
[HtmlTargetElement("popup", Attributes = "button,title")]
public sealed class PopupTagHelper(IStringLocalizer<WebTexts> text, Icons icons) : TagHelper
{
    public required string Button { get; set; }

    public required string Title { get; set; }

    public string? Icon { get; set; }

    /// <summary>Classes of the button: secondary, quiet, danger.</summary>
    public string Look { get; set; } = "secondary";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var id = "popup-" + context.UniqueId;
        var button = Html.Box("button", "button " + Look, string.IsNullOrEmpty(Icon) ? null : icons.Svg(Icon));
        button.Attributes["type"] = "button";
        button.Attributes["popovertarget"] = id;
        button.InnerHtml.Append(Button);
        var close = Html.Tag(
            "button",
            "button quiet",
            text["Close"],
            ("type", "button"),
            ("popovertarget", id),
            ("popovertargetaction", "hide")
        );
        var box = Html.Box("div", "popup", Html.Tag("h2", null, Title, ("id", id + "-title")), content, close);
        box.Attributes["id"] = id;
        box.Attributes["popover"] = "auto";
        box.Attributes["role"] = "dialog";
        box.Attributes["aria-labelledby"] = id + "-title";
        output.SuppressOutput();
        output.Content.AppendHtml(button).AppendHtml(box);
    }
}
