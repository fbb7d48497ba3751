using Concentric.Platform.Web.Assets;
using Concentric.Platform.Web.Components;
using Concentric.Platform.Web.Limits;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Forms;

/// <summary>
/// <c>&lt;field asp-for="Input.HeldOn" label="…" hint="…" /&gt;</c>: one question of a form, with label, hint and error
/// beside the right kind of input, keeping what was typed. Attributes it does not know go to the input.
/// </summary>
[HtmlTargetElement("field", Attributes = "asp-for")]
public sealed class FieldTagHelper(IStringLocalizer<WebTexts> text, Icons icons) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    /// <summary>Above the input; else the name from <c>[Display]</c>.</summary>
    public string? Label { get; set; }

    /// <summary>One short sentence that helps to answer.</summary>
    public string? Hint { get; set; }

    /// <summary>Overrides the kind chosen from the type: text, textarea, password, email, tel, search, url, number, date, time,
    /// select, radios, checkbox, checkboxes, file, editor, readonly.</summary>
    public string? As { get; set; }

    /// <summary>The choices of a select, of radios or of checkboxes.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>A first, empty choice of a select: its text; by default "choose", or nothing where a value is required and set.</summary>
    public string? Empty { get; set; }

    /// <summary>Whether the label says "(optional)". By default when the model allows nothing here.</summary>
    public bool? Optional { get; set; }

    /// <summary>short · tiny · wide; radios and checkboxes also row · many.</summary>
    public string? Size { get; set; }

    /// <summary>The unit behind a number.</summary>
    public string? Unit { get; set; }

    /// <summary>Lines of a text area.</summary>
    public int Rows { get; set; } = 4;

    /// <summary>Bytes of all files of a file question together; by default what a request may carry.</summary>
    public long MostBytes { get; set; } = RequestSize.MostInFiles;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        // Where two forms of a page ask the same, one gives its own.
        var id = output.Attributes["id"]?.Value.ToString() ?? TagBuilder.CreateSanitizedId(name, "_");
        ViewContext.ModelState.TryGetValue(name, out var state);
        var kind = As ?? FieldKind.Of(For.Metadata, Items is not null);
        var label = Label ?? For.Metadata.GetDisplayName();
        FieldRegistry.Of(ViewContext.HttpContext).Add(new ShownField(name, id, label));
        if (kind is "date" or "editor" or "file")
            PageIslands.Of(ViewContext.HttpContext).Need(kind is "editor" ? "editor.ts" : kind + "s.ts");
        var own = output.Attributes.ToList();
        output.Attributes.Clear();
        var control = new FieldControl(name, id, kind, this, own, text, icons)
        {
            Typed = state?.RawValue is null ? FieldKind.Write(For.Model) : FieldKind.WriteRaw(state),
            Error = state?.Errors.FirstOrDefault()?.ErrorMessage,
        };

        var group = kind is "radios" or "checkboxes";
        output.TagName = group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("field");
        if (Size is "wide")
            output.AddClass("wide");
        if (control.Error is not null)
            output.AddClass("invalid");
        if (kind != "checkbox")
            output.Content.AppendHtml(LabelTag(group ? "legend" : "label", id, label, kind));
        if (Hint is { Length: > 0 })
            output.Content.AppendHtml(Html.Tag("p", "hint", Hint, ("id", id + "-hint")));
        if (control.Error is not null)
            output.Content.AppendHtml(ErrorTag(id, control.Error, icons));
        output.Content.AppendHtml(control.Render(label));
    }

    private TagBuilder LabelTag(string tag, string id, string label, string kind)
    {
        var builder = new TagBuilder(tag);
        if (tag == "label")
            builder.Attributes["for"] = id;
        builder.InnerHtml.Append(label);
        var optional = Optional ?? (!For.Metadata.IsRequired && kind is not ("checkboxes" or "readonly"));
        if (optional)
            builder.InnerHtml.Append(" ").AppendHtml(Html.Tag("span", "optional", text["Optional"]));
        return builder;
    }

    internal static TagBuilder ErrorTag(string id, string error, Icons icons)
    {
        var message = new TagBuilder("p") { Attributes = { ["id"] = id + "-error", ["class"] = "error-message" } };
        message.InnerHtml.AppendHtml(icons.Svg("alert-triangle")).AppendHtml(Html.Tag("span", null, error));
        return message;
    }
}
