using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Concentric.Platform.Web.Components;

/// <summary>
/// <c>&lt;stat label="机关集中学习" value="27" unit="次" href="~/figures/2023/…" /&gt;</c>: a figure that opens into what it counts.
/// Several stand in <c>&lt;div class="stat-grid"&gt;</c>.
/// </summary>
[HtmlTargetElement("stat", Attributes = "label,value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatTagHelper : TagHelper
{
    public required string Label { get; set; }

    /// <summary>Formatted: 27 · 1,204 · 20余.</summary>
    public required string Value { get; set; }

    public string? Unit { get; set; }

    public string? Href { get; set; }

    /// <summary>A small line below: the period, or what is still missing.</summary>
    public string? Note { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become(string.IsNullOrEmpty(Href) ? "div" : "a", "stat");
        if (Href is { Length: > 0 })
            output.Attributes.SetAttribute("href", Html.Href(ViewContext, Href));
        var value = Html.Tag("span", IsWords(Value) ? "stat-value words" : "stat-value", Value);
        if (Unit is { Length: > 0 })
            value.InnerHtml.AppendHtml(Html.Tag("span", "stat-unit", Unit));
        output.Content.AppendHtml(Html.Tag("span", "stat-label", Label)).AppendHtml(value);
        if (Note is { Length: > 0 })
            output.Content.AppendHtml(Html.Tag("span", "stat-note", Note));
    }

    /// <summary>A grade in English is longer than a number: it is set smaller, and not broken within a word.</summary>
    private static bool IsWords(string value) => value.Length > 4 && !value.Any(char.IsDigit);
}
