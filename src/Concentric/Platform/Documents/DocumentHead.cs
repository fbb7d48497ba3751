using Concentric.Rules.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concentric.Platform.Documents;

/// <summary>版头: the red mark, the number and the red line; then title and recipient (7.2, 7.3.1, 7.3.2).</summary>
internal static class DocumentHead
{
    private const string Red = "FF0000";

    /// <summary>The mark is not set smaller than this; a longer name is set narrower instead, in half points.</summary>
    private const int SmallestMark = 72;
    private const int LargestMark = 116;

    internal static IEnumerable<OpenXmlElement> Make(OfficialDocument document)
    {
        if (document.IssuerMark is { Length: > 0 } mark)
        {
            foreach (var element in RedHead(mark, document.DocumentNumber))
                yield return element;
            yield return DocumentParagraphs.Empty();
            yield return DocumentParagraphs.Empty();
        }

        yield return DocumentParagraphs.Title(document.Title);
        yield return DocumentParagraphs.Empty();
        if (document.MainRecipient is { Length: > 0 } recipient)
            yield return DocumentParagraphs.Line(recipient + PrescribedWord.Colon);
    }

    private static IEnumerable<Paragraph> RedHead(string mark, string? number)
    {
        var (size, scale) = MarkSize(mark);
        // The glyphs begin a little below the top of their line; the line of the mark is as high as its characters.
        yield return DocumentParagraphs.Gap(Gb9704.MarkBelowTop);
        yield return new Paragraph(
            new ParagraphProperties(
                new SnapToGrid { Val = false },
                new SpacingBetweenLines { Line = (size * 10).ToString(), LineRule = LineSpacingRuleValues.Exact },
                new Justification { Val = JustificationValues.Center }
            ),
            new Run(MarkFont(size, scale), new Text(mark))
        );
        yield return DocumentParagraphs.Empty();
        yield return DocumentParagraphs.Empty();
        yield return new Paragraph(
            new ParagraphProperties(
                new ParagraphBorders(
                    new BottomBorder
                    {
                        Val = BorderValues.Single,
                        Color = Red,
                        Size = 12,
                        Space = Gb9704.RedLineSpace,
                    }
                ),
                new Justification { Val = JustificationValues.Center }
            ),
            DocumentParagraphs.Run(number ?? "")
        );
    }

    /// <summary>As large as the type area allows, in half points, and how much narrower in percent.</summary>
    private static (int Size, int Scale) MarkSize(string mark)
    {
        var fits = Gb9704.TypeAreaWidth / 10.0 / DocumentText.Width(mark);
        return fits >= SmallestMark ? ((int)Math.Min(fits, LargestMark), 100) : (SmallestMark, (int)(fits / SmallestMark * 100));
    }

    private static RunProperties MarkFont(int size, int scale) =>
        new(
            new RunFonts
            {
                Hint = FontTypeHintValues.EastAsia,
                Ascii = OfficialFont.Title,
                HighAnsi = OfficialFont.Title,
                EastAsia = OfficialFont.Title,
            },
            new Color { Val = Red },
            new CharacterScale { Val = scale },
            new FontSize { Val = size.ToString() },
            new FontSizeComplexScript { Val = size.ToString() }
        );
}
