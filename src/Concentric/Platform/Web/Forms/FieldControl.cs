using System.Globalization;
using Concentric.Platform.Web.Assets;
using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Forms;

/// <summary>Writes the input of a question.</summary>
internal sealed class FieldControl(
    string name,
    string id,
    string kind,
    FieldTagHelper question,
    IReadOnlyList<TagHelperAttribute> own,
    IStringLocalizer text,
    Icons icons
)
{
    public required IReadOnlyList<string> Typed { get; init; }

    public required string? Error { get; init; }

    private string First => Typed.Count > 0 ? Typed[0] : "";

    public IHtmlContent Render(string label) =>
        kind switch
        {
            "textarea" => TextArea(),
            "editor" => Editor(),
            "select" => Select(),
            "radios" => Choices("radio"),
            "checkboxes" => Choices("checkbox"),
            "checkbox" => Checkbox(label),
            "date" => WithPicker(Text("text", "numeric", "short")),
            "time" => Text("text", "numeric", "tiny"),
            "number" => WithUnit(Text("text", IsWhole ? "numeric" : "decimal", "short")),
            "file" => File(),
            "readonly" => Html.Tag("output", null, First, ("id", id)),
            "email" => Text("email", null, null),
            "tel" => Text("tel", null, null),
            "url" or "search" => Text(kind, null, null),
            "password" => Password(),
            _ => WithUnit(Text("text", null, null)),
        };

    private bool IsWhole =>
        Type.GetTypeCode(question.For.Metadata.UnderlyingOrModelType) is >= TypeCode.SByte and <= TypeCode.UInt64;

    private TagBuilder Control(string tag, string? size = null)
    {
        var builder = new TagBuilder(tag) { Attributes = { ["id"] = id, ["name"] = name } };
        foreach (var attribute in own.Where(attribute => attribute.Name != "class"))
            builder.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        builder.AddCssClass("input");
        if ((question.Size is "short" or "tiny" ? question.Size : size) is { } css)
            builder.AddCssClass(css);
        Describe(builder);
        return builder;
    }

    private void Describe(TagBuilder builder)
    {
        var described = new[] { string.IsNullOrEmpty(question.Hint) ? null : id + "-hint", Error is null ? null : id + "-error" };
        if (described.Any(part => part is not null))
            builder.Attributes["aria-describedby"] = string.Join(' ', described.Where(part => part is not null));
        if (Error is not null)
            builder.Attributes["aria-invalid"] = "true";
    }

    private TagBuilder Text(string type, string? mode, string? size)
    {
        var input = Control("input", size);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = type;
        input.Attributes["value"] = First;
        if (mode is not null)
            input.Attributes["inputmode"] = mode;
        if (kind is "date" or "time" or "number")
            input.Attributes.TryAdd("autocomplete", "off");
        return input;
    }

    private TagBuilder Password()
    {
        var input = Text("password", null, null);
        // A password never travels back to the page.
        input.Attributes.Remove("value");
        return input;
    }

    private TagBuilder TextArea()
    {
        var area = Control("textarea");
        area.Attributes["rows"] = question.Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // The parser drops a first line break; this one is for it.
        area.InnerHtml.AppendHtml("\n").Append(First);
        return area;
    }

    // A text area with HTML in it; the editor island takes its place and brings the toolbar to life.
    private HtmlContentBuilder Editor()
    {
        var area = TextArea();
        area.Attributes["data-editor"] = "";
        var content = new HtmlContentBuilder();
        content.AppendHtml(area).AppendHtml(new EditorToolbar(text, icons).Render(id));
        return content;
    }

    // What is more than a request may carry is told by the island before it is sent: the server would cut the connection while the
    // browser still sends, and what was typed would be lost with it.
    private HtmlContentBuilder File()
    {
        var input = Control("input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = "file";
        if (typeof(IEnumerable<IFormFile>).IsAssignableFrom(question.For.Metadata.ModelType))
            input.Attributes["multiple"] = "multiple";
        input.Attributes["data-most-bytes"] = question.MostBytes.ToString(CultureInfo.InvariantCulture);
        var tooLarge = text["Error.FilesTooLarge", question.MostBytes >> 20].Value;
        var content = new HtmlContentBuilder();
        content.AppendHtml(input).AppendHtml(Html.Box("template", null, FieldTagHelper.ErrorTag(id, tooLarge, icons)));
        return content;
    }

    private TagBuilder Select()
    {
        var select = Control("select");
        var required = question.For.Metadata.IsRequired;
        if (question.Empty is not null || !required || First.Length == 0)
            select.InnerHtml.AppendHtml(Option("", question.Empty ?? text["Choose"], First.Length == 0));
        foreach (var group in (question.Items ?? []).GroupBy(item => item.Group?.Name))
        {
            var target = group.Key is null ? select : new TagBuilder("optgroup") { Attributes = { ["label"] = group.Key } };
            foreach (var item in group)
                target.InnerHtml.AppendHtml(
                    Option(item.Value ?? item.Text, item.Text, Typed.Contains(item.Value ?? item.Text), item.Disabled)
                );
            if (group.Key is not null)
                select.InnerHtml.AppendHtml(target);
        }
        return select;
    }

    private static TagBuilder Option(string value, string label, bool selected, bool disabled = false)
    {
        var option = new TagBuilder("option") { Attributes = { ["value"] = value } };
        if (selected)
            option.Attributes["selected"] = "selected";
        if (disabled)
            option.Attributes["disabled"] = "disabled";
        option.InnerHtml.Append(label);
        return option;
    }

    private TagBuilder Choices(string type)
    {
        var list = new TagBuilder("div");
        list.AddCssClass("choices");
        if (question.Size is "row" or "many")
            list.AddCssClass(question.Size);
        var number = 0;
        foreach (var item in question.Items ?? [])
        {
            var itemId = number++ == 0 ? id : $"{id}_{number}";
            var value = item.Value ?? item.Text;
            list.InnerHtml.AppendHtml(Choice(type, itemId, value, item.Text, Typed.Contains(value), item.Disabled));
        }
        return list;
    }

    private HtmlContentBuilder Checkbox(string label)
    {
        var content = new HtmlContentBuilder();
        content.AppendHtml(Choice("checkbox", id, "true", label, First == "true"));
        // An unticked box sends nothing; the binder then takes this.
        content.AppendHtml(Html.Void("input", ("type", "hidden"), ("name", name), ("value", "false")));
        return content;
    }

    private TagBuilder Choice(string type, string itemId, string value, string label, bool ticked, bool disabled = false)
    {
        var input = Html.Void("input", ("type", type), ("id", itemId), ("name", name), ("value", value));
        foreach (var attribute in own.Where(attribute => attribute.Name != "class"))
            input.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        if (ticked)
            input.Attributes["checked"] = "checked";
        if (disabled)
            input.Attributes["disabled"] = "disabled";
        Describe(input);
        var choice = new TagBuilder("div");
        choice.AddCssClass("choice");
        choice.InnerHtml.AppendHtml(input).AppendHtml(Html.Tag("label", null, label, ("for", itemId)));
        return choice;
    }

    // The button appears when the dates island runs; the text field alone is enough without it.
    private TagBuilder WithPicker(TagBuilder input)
    {
        input.Attributes["data-date"] = "";
        var button = new TagBuilder("button") { Attributes = { ["type"] = "button", ["class"] = "button secondary" } };
        button.InnerHtml.AppendHtml(icons.Svg("calendar", text["OpenCalendar"]));
        var template = new TagBuilder("template");
        template.InnerHtml.AppendHtml(button);
        var row = new TagBuilder("div");
        row.AddCssClass("with-picker");
        row.InnerHtml.AppendHtml(input).AppendHtml(template);
        return row;
    }

    private TagBuilder WithUnit(TagBuilder input)
    {
        if (question.Unit is null)
            return input;
        var row = new TagBuilder("div");
        row.AddCssClass("with-unit");
        row.InnerHtml.AppendHtml(input).AppendHtml(Html.Tag("span", null, question.Unit));
        return row;
    }
}
