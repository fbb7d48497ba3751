using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Concentric.Modules.Portal;

/// <summary>
/// Makes plain what Word, WPS, WeChat and other editors write: sections, spans, styles, empty paragraphs, runs of
/// no-break spaces. Keeps what it means: bold, lists, headings, tables. Safety is not its job; it counts what it meets.
/// </summary>
internal sealed partial class PastedMarkup(IDocument document)
{
    /// <summary>Goes with everything in it: nothing of it is text that a reader should see.</summary>
    private static readonly HashSet<string> Gone = Set(
        "script style iframe frame frameset object embed applet form input button select option textarea meta link base title "
            + "template noscript noembed noframes svg math audio video source track canvas map area dialog xml portal slot xmp plaintext"
    );

    /// <summary>Of these, the ones that could have done something.</summary>
    private static readonly HashSet<string> Dangers = Set(
        "script iframe frame frameset object embed applet form svg math base portal meta link"
    );
    private static readonly HashSet<string> Boxes = Set(
        "div section article main header footer aside nav center address dl dt dd fieldset details summary body font-face pre h1 h5 h6"
    );
    private static readonly HashSet<string> Blocks = Set(
        "p h2 h3 h4 ul ol li table blockquote figure hr caption thead tbody tfoot tr th td figcaption"
    );
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["b"] = "strong",
        ["i"] = "em",
        ["strike"] = "s",
        ["del"] = "s",
        ["ins"] = "u",
        ["h1"] = "h2",
        ["h5"] = "h4",
        ["h6"] = "h4",
    };
    private int picturesDropped;
    private int dangersRemoved;

    internal CleaningReport Report => new() { PicturesDropped = picturesDropped, DangersRemoved = dangersRemoved };

    internal void MakePlain()
    {
        var body = document.Body!;
        foreach (var comment in document.Descendants<IComment>().ToList())
            comment.Remove();
        DropWholly();
        PastedLists.Build(document);
        foreach (var element in body.QuerySelectorAll("*").Reverse().ToList())
            MakePlain(element);
        body.Normalize();
        foreach (var text in body.Descendants<IText>().ToList())
            text.Data = Tidy(text.Data);
        WrapLooseText(body);
        foreach (var quote in body.QuerySelectorAll("blockquote").ToList())
            WrapLooseText(quote);
        foreach (var block in body.QuerySelectorAll("p,h2,h3,h4,li,td,th,figcaption,caption").ToList())
            TrimEnds(block);
        foreach (
            var block in body.QuerySelectorAll("p,h2,h3,h4,li,ul,ol,blockquote,figure,figcaption,caption").Reverse().ToList()
        )
            DropIfEmpty(block);
        body.Normalize();
        DropBlanksBetweenBlocks(body);
    }

    private void DropWholly()
    {
        foreach (var element in document.All.Where(IsGone).ToList())
        {
            if (Dangers.Contains(element.LocalName))
                dangersRemoved++;
            element.Remove();
        }

        foreach (var picture in document.Images.Where(image => !BodyCleaner.IsOwnPicture(image.GetAttribute("src"))).ToList())
        {
            picturesDropped++;
            picture.Remove();
        }
    }

    private static bool IsGone(IElement element) =>
        Gone.Contains(element.LocalName)
        // Word's own (o:p, v:shape) and WeChat's (mp-common-profile, mpvoice).
        || (element.LocalName.Contains(':', StringComparison.Ordinal) && element.LocalName != "st1:place")
        || element.LocalName.StartsWith("mp", StringComparison.Ordinal)
        || (StyleOf(element) is { } style && (Has(style, "display:none") || Has(style, "mso-hide:all")));

    private void MakePlain(IElement element)
    {
        dangersRemoved += element.Attributes.Count(IsDanger);
        var style = StyleOf(element);
        var isBold = style is not null && Bold().IsMatch(style);
        var isPlainAgain = style is not null && NotBold().IsMatch(style);
        var isSlanted = style is not null && Has(style, "font-style:italic");
        var name = element.LocalName;
        if (Boxes.Contains(name) && !Renamed.ContainsKey(name))
            Unbox(element);
        else if ((name == "b" || name == "strong") && isPlainAgain)
            Unwrap(element);
        else if (name == "a" && !BodyCleaner.IsGoodLink(element.GetAttribute("href")))
            Unwrap(element);
        else if (name is "span" or "font")
            ReplaceSpan(element, isBold, isSlanted);
        else if (Renamed.TryGetValue(name, out var better))
            Rename(element, better);
        else if (name == "a")
            element.SetAttribute("rel", "noopener");
        else if (name is "td" or "th")
            KeepSpans(element);
        else if (name == "p" && element.Closest("td,th,li") is { } cell && cell.Children.Length == 1)
            Unwrap(element);
        else if (!Blocks.Contains(name) && name is not ("strong" or "em" or "u" or "s" or "sub" or "sup" or "br" or "img"))
            Unwrap(element);
    }

    private static bool IsDanger(IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        || attribute.Name == "srcdoc"
        || (
            attribute.Name is "href" or "src" or "action" or "formaction" or "xlink:href"
            && ScriptAddress().IsMatch(attribute.Value)
        );

    /// <summary>A box that holds blocks was only a frame; one that holds words was a paragraph.</summary>
    private void Unbox(IElement box)
    {
        if (box.Children.Any(child => Blocks.Contains(child.LocalName)))
        {
            WrapLooseText(box);
            Unwrap(box);
        }
        else if (box.Closest("p,h2,h3,h4,li,td,th,figcaption,caption,h1,h5,h6") is not null)
        {
            // Words in words: a line of its own within the paragraph.
            Unwrap(box);
        }
        else
        {
            Rename(box, "p");
        }
    }

    private void ReplaceSpan(IElement span, bool isBold, bool isSlanted)
    {
        var inside = span.TextContent.Trim().Length > 0 && span.QuerySelector("p,h2,h3,h4,li,table") is null;
        if (isBold && inside && span.Closest("strong,b,h1,h2,h3,h4,h5,h6,th") is null)
            Rename(span, "strong");
        else if (isSlanted && inside && span.Closest("em,i") is null)
            Rename(span, "em");
        else
            Unwrap(span);
    }

    /// <summary>Cells keep how many columns and rows they span, if that is a sensible number.</summary>
    private static void KeepSpans(IElement cell)
    {
        foreach (var name in new[] { "colspan", "rowspan" })
        {
            if (!int.TryParse(cell.GetAttribute(name), out var span) || span is < 2 or > 100)
                cell.RemoveAttribute(name);
        }
    }

    private void Rename(IElement element, string name)
    {
        var renamed = document.CreateElement(name);
        while (element.FirstChild is { } child)
            renamed.AppendChild(child);
        element.Replace(renamed);
    }

    private static void Unwrap(IElement element)
    {
        if (element.Parent is not null)
            element.Replace([.. element.ChildNodes]);
    }

    /// <summary>Words that stand beside blocks become paragraphs.</summary>
    private void WrapLooseText(IElement box)
    {
        IElement? paragraph = null;
        foreach (var child in box.ChildNodes.ToList())
        {
            var isBlock = child is IElement element && (Blocks.Contains(element.LocalName) || Boxes.Contains(element.LocalName));
            if (isBlock || (paragraph is null && string.IsNullOrWhiteSpace(child.TextContent) && !HoldsPicture(child)))
            {
                paragraph = null;
                continue;
            }

            if (paragraph is null)
            {
                paragraph = document.CreateElement("p");
                box.InsertBefore(paragraph, child);
            }

            paragraph.AppendChild(child);
        }
    }

    /// <summary>Each block of the body on a line of its own: whoever edits without the editor can read it.</summary>
    private void DropBlanksBetweenBlocks(IElement body)
    {
        var blanks = body.Descendants<IText>()
            .Where(text => string.IsNullOrWhiteSpace(text.Data) && (IsBlock(text.PreviousSibling) || IsBlock(text.NextSibling)));
        foreach (var blank in blanks.ToList())
            blank.Remove();
        foreach (var block in body.Children.Skip(1).ToList())
            body.InsertBefore(document.CreateTextNode("\n"), block);
    }

    private static bool IsBlock(INode? node) => node is IElement element && Blocks.Contains(element.LocalName);

    private static bool HoldsPicture(INode node) =>
        node is IElement element && (element.LocalName == "img" || element.QuerySelector("img") is not null);

    private static void TrimEnds(IElement block)
    {
        while (block.FirstChild is { } first && TrimEnd(first, fromStart: true)) { }
        while (block.LastChild is { } last && TrimEnd(last, fromStart: false)) { }
    }

    /// <summary>Cuts blank text and line breaks at an end; true while there may be more to cut.</summary>
    private static bool TrimEnd(INode node, bool fromStart)
    {
        if (node is IText text)
        {
            text.Data = fromStart ? text.Data.TrimStart() : text.Data.TrimEnd();
            if (text.Data.Length > 0)
                return false;
            text.Remove();
            return true;
        }

        if (node is not IElement element || element.LocalName != "br")
            return false;
        element.Remove();
        return true;
    }

    private static void DropIfEmpty(IElement block)
    {
        if (string.IsNullOrWhiteSpace(block.TextContent) && block.QuerySelector("img,table,hr") is null)
            block.Remove();
    }

    /// <summary>Runs of spaces of any kind become one; characters without width go.</summary>
    private static string Tidy(string text) => Spaces().Replace(Invisible().Replace(text, ""), " ");

    internal static string? StyleOf(IElement element) =>
        element.GetAttribute("style") is { Length: > 0 } style ? Blank().Replace(style, "").ToLowerInvariant() : null;

    internal static bool Has(string style, string part) => style.Contains(part, StringComparison.Ordinal);

    private static HashSet<string> Set(string names) => new(names.Split(' '), StringComparer.Ordinal);

    // Not mso-bidi-font-weight, which speaks of other scripts.
    [GeneratedRegex("(^|;)font-weight:(normal|[1-4]00)", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex NotBold();

    [GeneratedRegex("(^|;)font-weight:(bold|[6-9]00)", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\s+", RegexOptions.None, 200)]
    private static partial Regex Blank();

    [GeneratedRegex(@"[\s\u00A0\u3000\u2000-\u200A]+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]", RegexOptions.None, 1000)]
    private static partial Regex Invisible();

    [GeneratedRegex(
        @"^[\s\x00-\x1F]*(javascript|vbscript|data|livescript)\s*:",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        200
    )]
    private static partial Regex ScriptAddress();
}
