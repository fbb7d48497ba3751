using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Concentric.Modules.Portal;

/// <summary>The words of a clean body, a line for each paragraph, heading, list item and row of a table.</summary>
internal static class BodyText
{
    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal)
    {
        "p",
        "h2",
        "h3",
        "h4",
        "li",
        "tr",
        "blockquote",
        "figcaption",
        "caption",
        "br",
        "hr",
    };

    internal static string Of(string cleanHtml)
    {
        var text = new StringBuilder();
        Write(new HtmlParser().ParseDocument(cleanHtml).Body!, text);
        return string.Join('\n', text.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    private static void Write(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
                text.Append(words.Data.Replace('\n', ' '));
            else if (child is IElement element)
                WriteElement(element, text);
        }
    }

    private static void WriteElement(IElement element, StringBuilder text)
    {
        // A paragraph in a cell is part of its row: a table reads as one line for each row.
        var isLine = Lines.Contains(element.LocalName) && !(element.LocalName == "p" && element.Closest("tr") is not null);
        if (isLine)
            text.Append('\n');
        Write(element, text);
        if (isLine)
            text.Append('\n');
        else if (element.LocalName is "td" or "th" or "p")
            text.Append(' ');
    }
}
