using Concentric.Platform.Web.Assets;
using Concentric.Platform.Web.Caching;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Components;

/// <summary><c>&lt;status tone="Ok"&gt;已确认&lt;/status&gt;</c>: a state in a word, with a mark and a colour that help.</summary>
[HtmlTargetElement("status")]
public sealed class StatusTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", "status");
        output.AddClass(Tone.Css());
    }

    internal static TagBuilder Write(string text, Tone tone) => Html.Tag("span", "status " + tone.Css(), text);
}

/// <summary><c>&lt;notice tone="Warn"&gt;…&lt;/notice&gt;</c>: something to know before reading on. At most one a page.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper(Icons icons, IStringLocalizer<WebTexts> text) : TagHelper
{
    public Tone Tone { get; set; } = Tone.Info;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("div", "notice");
        output.AddClass(Tone.Css());
        output.Content.SetHtmlContent(Inner(Tone, content, icons, text));
    }

    internal static HtmlContentBuilder Inner(Tone tone, IHtmlContent content, Icons icons, IStringLocalizer text)
    {
        var word = tone switch
        {
            Tone.Ok => text["Success"],
            Tone.Warn => text["Warning"],
            Tone.Danger => text["Problem"],
            _ => text["Notice"],
        };
        var builder = new HtmlContentBuilder();
        builder.AppendHtml(icons.Svg(tone.Icon(), word));
        builder.AppendHtml(Html.Box("div", null, content));
        return builder;
    }
}

/// <summary><c>&lt;flash /&gt;</c>: what the page before left to say, once. The layouts show it; pages set it by <c>Flash(…)</c>.</summary>
[HtmlTargetElement("flash", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FlashTagHelper(Icons icons, IStringLocalizer<WebTexts> text) : TagHelper
{
    /// <summary>Where the sentence waits in TempData; its tone, where it is not Ok, beside it.</summary>
    public const string Key = "Flash";
    public const string ToneKey = "Flash.Tone";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // A page that is everybody's has nothing to say to one reader; even to look would hand out a cookie.
        if (PublicPageAttribute.Answers(ViewContext.HttpContext) || ViewContext.TempData[Key] is not string sentence)
        {
            output.SuppressOutput();
            return;
        }
        var tone = Enum.TryParse<Tone>(ViewContext.TempData[ToneKey] as string, out var left) ? left : Tone.Ok;
        output.Become("div", "notice");
        output.AddClass(tone.Css());
        output.Attributes.SetAttribute("role", "status");
        output.Content.SetHtmlContent(NoticeTagHelper.Inner(tone, Html.Tag("p", null, sentence), icons, text));
    }
}

/// <summary>
/// <c>&lt;empty-state icon="users" title="…" href="~/members/new" act="…"&gt;what belongs here&lt;/empty-state&gt;</c>:
/// an empty list says what it is for and offers the first act.
/// </summary>
[HtmlTargetElement("empty-state", Attributes = "title")]
public sealed class EmptyStateTagHelper(Icons icons) : TagHelper
{
    public string Icon { get; set; } = "inbox";

    public required string Title { get; set; }

    /// <summary>Where the first act is done; leave it out for those who may not. A view hands an empty text for what is null.</summary>
    public string? Href { get; set; }

    /// <summary>The first act in words.</summary>
    public string? Act { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("div", "empty-state");
        output.Content.AppendHtml(icons.Svg(Icon)).AppendHtml(Html.Tag("h2", null, Title));
        if (!content.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Html.Box("div", null, content));
        if (Href is { Length: > 0 } && Act is { Length: > 0 })
            output.Content.AppendHtml(Html.Tag("a", "button", Act, ("href", Html.Href(ViewContext, Href))));
    }
}
