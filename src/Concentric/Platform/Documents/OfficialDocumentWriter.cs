using System.IO.Compression;
using Concentric.Rules.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concentric.Platform.Documents;

/// <summary>
/// Writes an official document as .docx in the GB/T 9704-2012 form. The same document gives the same bytes. Fonts are named
/// as offices have them; a machine without them shows its own in their place, on the same grid.
/// </summary>
public static class OfficialDocumentWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static readonly DateTimeOffset ArchiveEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes of the .docx.</summary>
    public static byte[] Write(OfficialDocument document)
    {
        using var made = new MemoryStream();
        using (var package = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(ContentType + ".main+xml", "document");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = DocumentStyles.Make();
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = MakeSettings();
            main.AddNewPart<FooterPart>("oddFooter").Footer = PageNumber(JustificationValues.Right);
            main.AddNewPart<FooterPart>("evenFooter").Footer = PageNumber(JustificationValues.Left);
            main.Document = new Document(new Body([.. Paragraphs(document), MakeSection()]));
        }

        return WithFixedTimes(made);
    }

    private static IEnumerable<OpenXmlElement> Paragraphs(OfficialDocument document) =>
        [
            .. DocumentHead.Make(document),
            .. document.Body.Select(
                (block, place) => DocumentParagraphs.Block(block with { StaysWithNext = StaysWithNext(document, place) })
            ),
            .. DocumentTail.Make(document),
        ];

    /// <summary>A signature never stands on a page without text (7.3.5): the last paragraph goes with it.</summary>
    private static bool StaysWithNext(OfficialDocument document, int place) =>
        document.Body[place].StaysWithNext || document.SignedOn is not null && place == document.Body.Count - 1;

    private static SectionProperties MakeSection() =>
        new(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "oddFooter" },
            new FooterReference { Type = HeaderFooterValues.Even, Id = "evenFooter" },
            new PageSize { Width = Gb9704.PageWidth, Height = Gb9704.PageHeight },
            new PageMargin
            {
                Top = Gb9704.Top,
                Bottom = Gb9704.Bottom,
                Left = Gb9704.Left,
                Right = Gb9704.Right,
                Header = 851,
                Footer = Gb9704.FooterDistance,
                Gutter = 0,
            },
            new DocGrid
            {
                Type = DocGridValues.LinesAndChars,
                LinePitch = Gb9704.LinePitch,
                CharacterSpace = Gb9704.CharacterSpace,
            }
        );

    private static Settings MakeSettings() =>
        new(
            new EvenAndOddHeaders(),
            new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            )
        );

    /// <summary>— 1 —, odd pages right, even pages left, one character in from the edge (7.5).</summary>
    private static Footer PageNumber(JustificationValues side)
    {
        var edge = Gb9704.Wide(1).ToString();
        return new Footer(
            new Paragraph(
                new ParagraphProperties(new Indentation { Left = edge, Right = edge }, new Justification { Val = side }),
                DocumentParagraphs.Run("— ", OfficialFont.PageNumber, CharacterSize.Four),
                new Run(
                    DocumentParagraphs.Font(OfficialFont.PageNumber, CharacterSize.Four),
                    new FieldChar { FieldCharType = FieldCharValues.Begin }
                ),
                new Run(
                    DocumentParagraphs.Font(OfficialFont.PageNumber, CharacterSize.Four),
                    new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }
                ),
                new Run(
                    DocumentParagraphs.Font(OfficialFont.PageNumber, CharacterSize.Four),
                    new FieldChar { FieldCharType = FieldCharValues.Separate }
                ),
                DocumentParagraphs.Run("1", OfficialFont.PageNumber, CharacterSize.Four),
                new Run(
                    DocumentParagraphs.Font(OfficialFont.PageNumber, CharacterSize.Four),
                    new FieldChar { FieldCharType = FieldCharValues.End }
                ),
                DocumentParagraphs.Run(" —", OfficialFont.PageNumber, CharacterSize.Four)
            )
        );
    }

    /// <summary>Packs the parts anew in one order and with one date, so that equal documents are equal files.</summary>
    private static byte[] WithFixedTimes(MemoryStream made)
    {
        using var source = new ZipArchive(made, ZipArchiveMode.Read);
        using var packed = new MemoryStream();
        using (var target = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            var contentTypesFirst = source
                .Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml")
                .ThenBy(entry => entry.FullName, StringComparer.Ordinal);
            foreach (var entry in contentTypesFirst)
            {
                var copy = target.CreateEntry(entry.FullName);
                copy.LastWriteTime = ArchiveEpoch;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return packed.ToArray();
    }
}
