using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Components;

/// <summary>One bar: its label, its value, and where the value opens.</summary>
public sealed record Bar(string Label, decimal Value, string? Href = null);

/// <summary>
/// <c>&lt;bar-chart title="…" bars="@Model.Months" unit="次" /&gt;</c>: bars as SVG made on the server, and the same numbers as a table.
/// No script and no inline style: it prints and is read aloud.
/// </summary>
[HtmlTargetElement("bar-chart", Attributes = "title,bars", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarChartTagHelper(IStringLocalizer<WebTexts> text) : TagHelper
{
    private const int Tall = 240;
    private const int Low = 150;
    private const int Bottom = 30;
    private const int Top = 24;

    public required string Title { get; set; }

    public required IReadOnlyList<Bar> Bars { get; set; }

    public string? Unit { get; set; }

    /// <summary>A lower picture, for many charts below each other.</summary>
    public bool IsLow { get; set; }

    private int Height => IsLow ? Low : Tall;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("figure", "chart");
        var caption = string.IsNullOrEmpty(Unit) ? Title : text["Chart.Caption", Title, Unit].Value;
        output.Content.AppendHtml(Html.Tag("figcaption", null, caption)).AppendHtml(Picture()).AppendHtml(Table());
    }

    /// <summary>The least round number at or above the greatest value whose quarters are whole and round too.</summary>
    internal static decimal Ceiling(decimal greatest)
    {
        decimal[] quarters = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 25, 30, 40, 50, 60, 80];
        for (var power = 1m; ; power *= 100)
            foreach (var quarter in quarters)
                if (quarter * power * 4 >= greatest)
                    return quarter * power * 4;
    }

    // Across in percent, down in pixels: bars follow the width of the page and the words keep their size.
    private TagBuilder Picture()
    {
        var top = Ceiling(Bars.Count == 0 ? 0 : Bars.Max(bar => bar.Value));
        var svg = new TagBuilder("svg")
        {
            Attributes =
            {
                // A picture, unless its bars lead somewhere: then a group of links.
                ["role"] = Bars.Any(bar => bar.Href is not null) ? "group" : "img",
                ["aria-label"] = Title,
                ["height"] = Height.ToString(CultureInfo.InvariantCulture),
            },
        };
        for (var line = 0; line <= 4; line++)
        {
            var value = top * line / 4;
            var y = Y(value, top);
            var css = line == 0 ? "base-line" : "grid-line";
            svg.InnerHtml.AppendHtml(Shape("line", css, ("x1", "0"), ("x2", "100%"), ("y1", Pixels(y)), ("y2", Pixels(y))));
            if (line > 0)
                svg.InnerHtml.AppendHtml(Text("axis-value", DisplayFormat.Number(value), "0", y - 4));
        }
        // A little room at the left for the numbers of the axis.
        var slot = 95m / Math.Max(1, Bars.Count);
        for (var index = 0; index < Bars.Count; index++)
            svg.InnerHtml.AppendHtml(OneBar(Bars[index], 5 + slot * index, slot, top));
        return svg;
    }

    private TagBuilder OneBar(Bar bar, decimal left, decimal slot, decimal top)
    {
        var group = new TagBuilder(bar.Href is null ? "g" : "a");
        if (bar.Href is not null)
        {
            group.Attributes["href"] = Html.Href(ViewContext, bar.Href);
            // Where the chart is narrow, not every label is drawn; where it is, the name is what is drawn.
            group.Attributes["aria-label"] = $"{bar.Label} {DisplayFormat.Number(bar.Value)}";
        }
        var y = Y(bar.Value, top);
        var thickness = Math.Min(slot * 0.6m, 8);
        var middle = Percent(left + slot / 2);
        group.InnerHtml.AppendHtml(
            Shape(
                "rect",
                "bar",
                ("x", Percent(left + (slot - thickness) / 2)),
                ("y", Pixels(y)),
                ("width", Percent(thickness)),
                ("height", Pixels(Height - Bottom - y))
            )
        );
        group.InnerHtml.AppendHtml(Text("label", bar.Label, middle, Height - 8));
        if (bar.Value != 0)
            group.InnerHtml.Append(" ").AppendHtml(Text("bar-value", DisplayFormat.Number(bar.Value), middle, y - 6));
        return group;
    }

    private decimal Y(decimal value, decimal top) => Height - Bottom - value / top * (Height - Bottom - Top);

    private static string Pixels(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Percent(decimal value) => Pixels(value) + "%";

    private static TagBuilder Shape(string name, string css, params (string Name, string Value)[] numbers)
    {
        var shape = Html.Void(name, numbers);
        shape.AddCssClass(css);
        return shape;
    }

    private static TagBuilder Text(string css, string content, string x, decimal y) =>
        Html.Tag("text", css, content, ("x", x), ("y", Pixels(y)));

    private TagBuilder Table()
    {
        var body = Html.Box("tbody", null);
        foreach (var bar in Bars)
        {
            var number = DisplayFormat.Number(bar.Value);
            var value = bar.Href is null
                ? Html.Box("td", "num")
                : Html.Box("td", "num", Html.Tag("a", null, number, ("href", Html.Href(ViewContext, bar.Href))));
            if (bar.Href is null)
                value.InnerHtml.Append(number);
            body.InnerHtml.AppendHtml(Html.Box("tr", null, Html.Tag("th", null, bar.Label, ("scope", "row")), value));
        }
        var table = Html.Box("table", "plain-table", Html.Tag("caption", "visually-hidden", Title), body);
        return Html.Box("details", "more", Html.Tag("summary", null, text["Chart.Table"]), table);
    }
}
