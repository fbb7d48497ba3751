using Concentric.Platform.Web.Assets;
using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Forms;

/// <summary>The toolbar of the rich-text editor with its words and icons, in a template that the island takes.</summary>
internal sealed class EditorToolbar(IStringLocalizer text, Icons icons)
{
    private static readonly (string Act, string Icon)[][] Groups =
    [
        [("undo", "arrow-back-up"), ("redo", "arrow-forward-up")],
        [("h2", "h-2"), ("h3", "h-3"), ("h4", "h-4")],
        [("bold", "bold"), ("italic", "italic"), ("quote", "quote")],
        [("bullets", "list"), ("numbers", "list-numbers")],
        [("link", "link"), ("unlink", "link-off"), ("picture", "photo-plus")],
        [
            ("table", "table-plus"),
            ("row-add", "row-insert-bottom"),
            ("row-remove", "row-remove"),
            ("column-add", "column-insert-right"),
            ("column-remove", "column-remove"),
            ("table-remove", "table-minus"),
        ],
        [("clear", "clear-formatting")],
    ];

    public TagBuilder Render(string fieldId)
    {
        var bar = Html.Box("div", null);
        bar.Attributes["role"] = "toolbar";
        bar.Attributes["aria-label"] = text["Editor.Toolbar"];
        foreach (var group in Groups)
        {
            if (group != Groups[0])
                bar.InnerHtml.AppendHtml(Html.Tag("span", "gap", ""));
            foreach (var (act, icon) in group)
            {
                var button = Html.Box("button", null, icons.Svg(icon));
                button.Attributes["type"] = "button";
                button.Attributes["data-act"] = act;
                button.Attributes["aria-label"] = button.Attributes["title"] = text["Editor." + act];
                bar.InnerHtml.AppendHtml(button);
            }
        }
        var addressId = fieldId + "-address";
        var label = Html.Tag(
            "label",
            null,
            "",
            ("for", addressId),
            ("data-link", text["Editor.LinkAddress"]),
            ("data-alt", text["Editor.PictureText"])
        );
        var input = Html.Void("input", ("class", "input"), ("id", addressId), ("type", "text"), ("autocomplete", "off"));
        var prompt = Html.Box(
            "div",
            "address",
            label,
            input,
            Html.Tag("button", "button secondary", text["Editor.Apply"], ("type", "button"))
        );
        prompt.Attributes["hidden"] = "hidden";
        var template = Html.Box("template", null, bar, prompt);
        template.Attributes["data-toolbar"] = "";
        return template;
    }
}
