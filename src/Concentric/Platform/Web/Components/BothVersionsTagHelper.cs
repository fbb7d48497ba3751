using Concentric.Platform.Web.Assets;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Components;

/// <summary>One field of a stale form: what stands in the record now, and what this reader typed.</summary>
public sealed record TwoVersions(string Label, string? Saved, string? Typed);

/// <summary>
/// <c>&lt;both-versions of="Model.Differences" by="@name" /&gt;</c>: somebody else saved the record after this form was opened. Shows where the
/// two differ; the form below keeps what was typed and carries the new version, so that saving again is a decision.
/// </summary>
[HtmlTargetElement("both-versions", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BothVersionsTagHelper(Icons icons, IStringLocalizer<WebTexts> text) : TagHelper
{
    /// <summary>All fields; those that agree are left out. Empty when the form is not stale.</summary>
    public required IReadOnlyList<TwoVersions> Of { get; set; }

    /// <summary>Who saved it, if it is known.</summary>
    public string? By { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var rows = Of.Where(row => (row.Saved ?? "").Trim() != (row.Typed ?? "").Trim()).ToList();
        if (rows.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        var head = Html.Box(
            "tr",
            null,
            Html.Tag("th", null, text["Versions.Field"], ("scope", "col")),
            Html.Tag("th", null, text["Versions.Saved"], ("scope", "col")),
            Html.Tag("th", null, text["Versions.Typed"], ("scope", "col"))
        );
        var body = Html.Box("tbody", null);
        foreach (var row in rows)
            body.InnerHtml.AppendHtml(
                Html.Box(
                    "tr",
                    null,
                    Html.Tag("th", null, row.Label, ("scope", "row")),
                    Html.Tag("td", null, row.Saved ?? ""),
                    Html.Tag("td", null, row.Typed ?? "")
                )
            );
        var told = string.IsNullOrEmpty(By) ? text["Versions.Told"] : text["Versions.ToldBy", By];
        var table = Html.Box("table", "plain-table", Html.Tag("caption", null, told), Html.Box("thead", null, head), body);
        output.Become("div", "notice warn");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Content.SetHtmlContent(NoticeTagHelper.Inner(Tone.Warn, ScrollTagHelper.Around(table, told), icons, text));
    }
}
