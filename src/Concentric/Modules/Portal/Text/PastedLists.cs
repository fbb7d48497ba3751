using AngleSharp.Dom;

namespace Concentric.Modules.Portal;

/// <summary>
/// Word writes a list as paragraphs with a mark in front (<c>mso-list</c>). They become a list again, and the mark goes.
/// </summary>
internal static class PastedLists
{
    internal static void Build(IDocument document)
    {
        IElement? list = null;
        foreach (var paragraph in document.QuerySelectorAll("p").ToList())
        {
            if (PastedMarkup.StyleOf(paragraph) is not { } style || !PastedMarkup.Has(style, "mso-list:l"))
                continue;
            var name = IsNumbered(paragraph) ? "ol" : "ul";
            if (list is null || list.LocalName != name || !ReferenceEquals(paragraph.PreviousElementSibling, list))
            {
                list = document.CreateElement(name);
                paragraph.Parent!.InsertBefore(list, paragraph);
            }

            var item = document.CreateElement("li");
            while (paragraph.FirstChild is { } child)
                item.AppendChild(child);
            list.AppendChild(item);
            paragraph.Remove();
        }
    }

    /// <summary>Reads the mark and takes it away: a digit or a letter numbers, a dot does not.</summary>
    private static bool IsNumbered(IElement paragraph)
    {
        var mark = paragraph
            .QuerySelectorAll("span")
            .FirstOrDefault(span => PastedMarkup.StyleOf(span) is { } style && PastedMarkup.Has(style, "mso-list:ignore"));
        if (mark is null)
            return false;
        var isNumbered = mark.TextContent.Any(char.IsAsciiDigit) || mark.TextContent.Trim().TrimEnd('.', ')').Length > 1;
        mark.Remove();
        return isNumbered;
    }
}
