using System.Text.Encodings.Web;
using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Forms;

/// <summary>
/// <c>&lt;error-summary /&gt;</c>: first in the page. Lists what must be corrected, takes focus, and links each line to its field.
/// Shows nothing when nothing is wrong.
/// </summary>
[HtmlTargetElement("error-summary")]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<WebTexts> text) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        // The fields below are not rendered yet, and their labels are wanted here: so this is written last, in its place.
        if (!ViewContext.ModelState.IsValid)
            output.Content.SetHtmlContent(new Summary(ViewContext.ModelState, FieldRegistry.Of(ViewContext.HttpContext), text));
    }

    private sealed class Summary(ModelStateDictionary state, FieldRegistry registry, IStringLocalizer text) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var lines = Lines().ToList();
            var list = new TagBuilder("ul");
            list.AddCssClass("plain");
            foreach (var (field, message) in lines)
            {
                var item = new TagBuilder("li");
                item.InnerHtml.AppendHtml(
                    field is null
                        ? Html.Tag("span", null, message)
                        : Html.Tag("a", null, Labelled(field, message), ("href", "#" + field.Id))
                );
                list.InnerHtml.AppendHtml(item);
            }
            var box = new TagBuilder("div")
            {
                Attributes =
                {
                    ["class"] = "error-summary",
                    ["role"] = "alert",
                    ["tabindex"] = "-1",
                    ["autofocus"] = "autofocus",
                    ["aria-labelledby"] = "error-summary-title",
                },
            };
            box.InnerHtml.AppendHtml(Html.Tag("h2", null, text["Error.Title", lines.Count], ("id", "error-summary-title")))
                .AppendHtml(list);
            box.WriteTo(writer, encoder);
        }

        // First what concerns no field, then the fields in the order of the page.
        private IEnumerable<(ShownField? Field, string Message)> Lines()
        {
            var shown = registry
                .Fields.DistinctBy(field => field.Name)
                .ToDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
            foreach (var (key, entry) in state)
                if (!shown.ContainsKey(key))
                    foreach (var error in entry.Errors)
                        yield return (null, error.ErrorMessage);
            foreach (var field in shown.Values)
                if (state.TryGetValue(field.Name, out var entry) && entry.Errors.Count > 0)
                    yield return (field, entry.Errors[0].ErrorMessage);
        }

        private string Labelled(ShownField field, string message) =>
            message.Contains(field.Label, StringComparison.OrdinalIgnoreCase) ? message : text["Labelled", field.Label, message];
    }
}
