using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Components;

/// <summary><c>&lt;summary-list&gt;&lt;summary-row label="…"&gt;value&lt;/summary-row&gt;&lt;/summary-list&gt;</c>: a record, or answers to check.</summary>
[HtmlTargetElement("summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("dl", "summary-list");
}

/// <summary>One row of a summary list. An empty value reads "not provided".</summary>
[HtmlTargetElement("summary-row", Attributes = "label", ParentTag = "summary-list")]
public sealed class SummaryRowTagHelper(IStringLocalizer<WebTexts> text) : TagHelper
{
    public required string Label { get; set; }

    /// <summary>Where this answer is changed.</summary>
    public string? Href { get; set; }

    /// <summary>The word of the link; the row's label is added for those who hear it alone.</summary>
    public string? Act { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("div");
        output.Content.AppendHtml(Html.Tag("dt", null, Label));
        output.Content.AppendHtml(
            content.IsEmptyOrWhiteSpace ? Html.Tag("dd", "unset", text["NotProvided"]) : Html.Box("dd", null, content)
        );
        if (string.IsNullOrEmpty(Href) || string.IsNullOrEmpty(Act))
            return;
        var link = Html.Tag("a", null, Act, ("href", Html.Href(ViewContext, Href)));
        link.InnerHtml.AppendHtml(Html.Tag("span", "visually-hidden", " " + Label));
        output.Content.AppendHtml(Html.Box("dd", "act", link));
    }
}

/// <summary><c>&lt;timeline&gt;&lt;moment …&gt;…&lt;/moment&gt;&lt;/timeline&gt;</c>: what happened to a thing, newest first.</summary>
[HtmlTargetElement("timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ol", "timeline");
}

/// <summary><c>&lt;moment title="…" at="@row.At" by="@row.Who"&gt;details&lt;/moment&gt;</c>: one entry of a timeline.</summary>
[HtmlTargetElement("moment", Attributes = "title", ParentTag = "timeline")]
public sealed class MomentTagHelper(DisplayFormat format) : TagHelper
{
    public required string Title { get; set; }

    public DateTimeOffset? At { get; set; }

    /// <summary>The day, where only the day is known.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Who did it.</summary>
    public string? By { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("li");
        output.Content.AppendHtml(Html.Box("p", null, Html.Tag("strong", null, Title)));
        var when = Html.Box("p", "when", WhenTagHelper.Write(format, At, On, relative: false));
        if (!string.IsNullOrEmpty(By))
            when.InnerHtml.Append(" · ").Append(By);
        output.Content.AppendHtml(when);
        if (!content.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Html.Box("div", null, content));
    }
}

/// <summary><c>&lt;when at="@article.PublishedAt" relative="true" /&gt;</c>: a time element in the reader's words and the committee's zone.</summary>
[HtmlTargetElement("when", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhenTagHelper(DisplayFormat format) : TagHelper
{
    public DateTimeOffset? At { get; set; }

    public DateOnly? On { get; set; }

    /// <summary>"3 days ago", with the exact moment as its title.</summary>
    public bool Relative { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        output.Content.SetHtmlContent(Write(format, At, On, Relative));
    }

    internal static TagBuilder? Write(DisplayFormat format, DateTimeOffset? at, DateOnly? on, bool relative)
    {
        if (at is { } moment)
        {
            var exact = format.DateTime(moment);
            var machine = moment.UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                System.Globalization.CultureInfo.InvariantCulture
            );
            return relative
                ? Html.Tag("time", null, format.Relative(moment), ("datetime", machine), ("title", exact))
                : Html.Tag("time", null, exact, ("datetime", machine));
        }
        return on is { } day ? Html.Tag("time", null, format.Date(day), ("datetime", DisplayFormat.ShortDate(day))) : null;
    }
}
