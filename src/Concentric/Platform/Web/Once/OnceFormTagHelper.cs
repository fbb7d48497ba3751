using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Concentric.Platform.Web.Once;

/// <summary>
/// Gives every posted form its key, and leaves checking to the server, which says in words what is wrong. Nothing to write in a page.
/// </summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class OnceFormTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!string.Equals(context.AllAttributes["method"].Value?.ToString(), "post", StringComparison.OrdinalIgnoreCase))
            return;
        if (!output.Attributes.ContainsName("novalidate"))
            output.Attributes.Add(new TagHelperAttribute("novalidate"));
        output.PostContent.AppendHtml(
            Html.Void("input", ("type", "hidden"), ("name", OnceFilter.Field), ("value", Guid.CreateVersion7().ToString("N")))
        );
    }
}
