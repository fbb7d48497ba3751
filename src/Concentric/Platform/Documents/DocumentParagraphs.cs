using Concentric.Rules.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concentric.Platform.Documents;

/// <summary>Paragraphs and runs on the grid.</summary>
internal static class DocumentParagraphs
{
    /// <summary>A paragraph of the text: two characters in, its heading in the level's font (7.3.3).</summary>
    internal static Paragraph Block(DocumentBlock block)
    {
        var paragraph = new Paragraph(new ParagraphProperties(TwoIn()));
        if (block.Heading.Length > 0)
            paragraph.Append(Run(block.Heading, FontOf(block.Level)));
        if (block.Text.Length > 0)
            paragraph.Append(Run(block.Text));
        return block.StaysWithNext ? KeptWithNext(paragraph) : paragraph;
    }

    /// <summary>Whole, and on the page of what follows.</summary>
    internal static Paragraph KeptWithNext(Paragraph paragraph)
    {
        paragraph.ParagraphProperties ??= new ParagraphProperties();
        paragraph.ParagraphProperties.KeepNext = new KeepNext();
        paragraph.ParagraphProperties.KeepLines = new KeepLines();
        return paragraph;
    }

    internal static Paragraph Line(
        string text,
        JustificationValues? side = null,
        string font = OfficialFont.Text,
        int size = CharacterSize.Three
    )
    {
        var properties = new ParagraphProperties();
        if (side is { } justification)
            properties.Append(new Justification { Val = justification });
        return new Paragraph(properties, Run(text, font, size));
    }

    /// <summary>标题: centred; one that is longer than a line is broken where a phrase ends (7.3.1).</summary>
    internal static Paragraph Title(string title)
    {
        var run = new Run(Font(OfficialFont.Title, CharacterSize.Two));
        foreach (var (line, place) in TitleLines.Of(title).Select((line, place) => (line, place)))
        {
            if (place > 0)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return new Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Center }), run);
    }

    /// <summary>Right-aligned with some characters empty at its right.</summary>
    internal static Paragraph RightLine(string text, double emptyCharacters) =>
        new(
            new ParagraphProperties(
                new KeepLines(),
                new Indentation { Right = Gb9704.Wide(emptyCharacters).ToString(), RightChars = (int)(emptyCharacters * 100) },
                new Justification { Val = JustificationValues.Right }
            ),
            Run(text)
        );

    internal static Paragraph Empty() => new();

    /// <summary>An empty paragraph of a given height in twips.</summary>
    internal static Paragraph Gap(int height) =>
        new(
            new ParagraphProperties(
                new SnapToGrid { Val = false },
                new SpacingBetweenLines { Line = height.ToString(), LineRule = LineSpacingRuleValues.Exact }
            )
        );

    internal static Indentation TwoIn() => new() { FirstLine = Gb9704.Wide(2).ToString(), FirstLineChars = 200 };

    internal static Run Run(string text, string font = OfficialFont.Text, int size = CharacterSize.Three) =>
        new(Font(font, size), new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    internal static RunProperties Font(string font, int size) =>
        new(
            new RunFonts
            {
                Hint = FontTypeHintValues.EastAsia,
                Ascii = font,
                HighAnsi = font,
                EastAsia = font,
            },
            new FontSize { Val = size.ToString() },
            new FontSizeComplexScript { Val = size.ToString() }
        );

    private static string FontOf(DocumentLevel level) =>
        level switch
        {
            DocumentLevel.First => OfficialFont.FirstLevel,
            DocumentLevel.Second => OfficialFont.SecondLevel,
            _ => OfficialFont.Text,
        };
}
