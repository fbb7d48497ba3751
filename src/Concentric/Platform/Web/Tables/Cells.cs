using System.Globalization;
using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Html;

namespace Concentric.Platform.Web.Tables;

/// <summary>How values stand in lists, on the page and in files.</summary>
internal static class Cells
{
    /// <summary>For the page; nothing for an empty value.</summary>
    public static IHtmlContent? Show(object? value, DisplayFormat format) =>
        value switch
        {
            IHtmlContent html => html,
            Lines lines => Broken(lines.Items),
            Badge badge => StatusTagHelper.Write(badge.Text, badge.Tone),
            DateOnly day => Html.Tag("time", "nowrap", DisplayFormat.ShortDate(day), ("datetime", DisplayFormat.ShortDate(day))),
            DateTimeOffset moment => Html.Tag("span", "nowrap", format.ShortDateTime(moment)),
            _ when Text(value, format) is { Length: > 0 } text => new HtmlContentBuilder().Append(text),
            _ => null,
        };

    /// <summary>In words.</summary>
    public static string Text(object? value, DisplayFormat format) =>
        value switch
        {
            null => "",
            string text => text,
            Badge badge => badge.Text,
            Lines lines => string.Join('\n', lines.Items),
            bool yes => format.YesNo(yes),
            DateOnly day => DisplayFormat.ShortDate(day),
            TimeOnly time => DisplayFormat.Time(time),
            DateTimeOffset moment => format.ShortDateTime(moment),
            int or long or short => DisplayFormat.Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            decimal number => DisplayFormat.Number(number),
            IEnumerable<string> many => format.List(many),
            _ => value.ToString() ?? "",
        };

    /// <summary>For a file: numbers stay numbers, without grouping; everything else is in words.</summary>
    public static object? Export(object? value, DisplayFormat format) =>
        value switch
        {
            int or long or short or decimal => value,
            IHtmlContent => throw new NotSupportedException("A column that is exported gives a value, not HTML."),
            _ => Text(value, format),
        };

    private static HtmlContentBuilder Broken(IReadOnlyList<string> lines)
    {
        var content = new HtmlContentBuilder();
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            if (index > 0)
                content.AppendHtml("<br>");
            content.Append(line);
        }

        return content;
    }
}
