using Concentric.Rules.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concentric.Platform.Documents;

/// <summary>What follows the text: people present, note of appendices, signature and date, appendices, imprint (7.3.4–7.4).</summary>
internal static class DocumentTail
{
    /// <summary>Thick lines 0.35 mm, thin lines 0.25 mm, in eighths of a point.</summary>
    private const uint Thick = 8;
    private const uint Thin = 6;

    internal static IEnumerable<OpenXmlElement> Make(OfficialDocument document) =>
        [
            .. PeoplePresent(document),
            .. AttachmentNotes(document),
            .. Signature(document),
            .. document.Attachments.SelectMany((attachment, place) => Attachment(attachment, place, document.Attachments.Count)),
            .. document.Imprint is { } imprint ? Imprint(imprint) : [],
        ];

    private static IEnumerable<Paragraph> PeoplePresent(OfficialDocument document)
    {
        if (document.Present.Count > 0)
            yield return DocumentParagraphs.Empty();
        foreach (var (label, names) in document.Present)
        {
            yield return new Paragraph(
                new ParagraphProperties(Hanging(label.Length + 1)),
                DocumentParagraphs.Run(label + PrescribedWord.Colon, OfficialFont.FirstLevel),
                DocumentParagraphs.Run(names)
            );
        }
    }

    private static IEnumerable<Paragraph> AttachmentNotes(OfficialDocument document)
    {
        if (document.AttachmentNotes.Count == 0)
            yield break;
        yield return DocumentParagraphs.Empty();
        for (var place = 0; place < document.AttachmentNotes.Count; place++)
        {
            var number = document.AttachmentNotes.Count > 1 ? $"{place + 1}. " : "";
            var lead =
                place == 0
                    ? PrescribedWord.Attachment + PrescribedWord.Colon
                    : PrescribedWord.Blank + PrescribedWord.Blank + PrescribedWord.Blank;
            yield return new Paragraph(
                new ParagraphProperties(Hanging(DocumentText.Width(lead + number))),
                DocumentParagraphs.Run(lead + number + document.AttachmentNotes[place])
            );
        }
    }

    private static IEnumerable<Paragraph> Signature(OfficialDocument document)
    {
        if (document.SignedOn is { } day)
        {
            var date = DocumentText.Date(day);
            var (issuerEmpty, dateEmpty) = DocumentText.SignatureIndents(document.Issuer ?? "", date);
            yield return DocumentParagraphs.KeptWithNext(DocumentParagraphs.Empty());
            if (document.Issuer is { Length: > 0 } issuer)
                yield return DocumentParagraphs.KeptWithNext(DocumentParagraphs.RightLine(issuer, issuerEmpty));
            yield return DocumentParagraphs.RightLine(date, dateEmpty);
        }

        if (document.Note is { Length: > 0 } note)
            yield return new Paragraph(
                new ParagraphProperties(DocumentParagraphs.TwoIn()),
                DocumentParagraphs.Run(PrescribedWord.OpenBracket + note + PrescribedWord.CloseBracket)
            );
    }

    private static IEnumerable<Paragraph> Attachment(DocumentAttachment attachment, int place, int count)
    {
        var label = DocumentParagraphs.Line(
            PrescribedWord.Attachment + (count > 1 ? (place + 1).ToString() : ""),
            font: OfficialFont.FirstLevel
        );
        label.ParagraphProperties!.InsertAt(new PageBreakBefore(), 0);
        yield return label;
        yield return DocumentParagraphs.Empty();
        yield return DocumentParagraphs.Title(attachment.Title);
        yield return DocumentParagraphs.Empty();
        foreach (var block in attachment.Body)
            yield return DocumentParagraphs.Block(block);
    }

    /// <summary>At the foot of the last page: thick line, copies, thin line, printer and date, thick line (7.4).</summary>
    private static IEnumerable<OpenXmlElement> Imprint(ImprintBlock imprint)
    {
        var printed = Row($"{imprint.PrintedBy}\t{DocumentText.Date(imprint.PrintedOn)}{PrescribedWord.Printed}");
        var rows = imprint.CopyRecipients is { Length: > 0 } copies
            ? new[] { Row(PrescribedWord.CopyTo + PrescribedWord.Colon + copies + PrescribedWord.FullStop), printed }
            : [printed];
        var table = new Table(
            new TableProperties(
                new TablePositionProperties
                {
                    HorizontalAnchor = HorizontalAnchorValues.Margin,
                    VerticalAnchor = VerticalAnchorValues.Margin,
                    TablePositionX = 0,
                    TablePositionYAlignment = VerticalAlignmentValues.Bottom,
                },
                new TableWidth { Width = Gb9704.TypeAreaWidth.ToString(), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = Thick },
                    new BottomBorder { Val = BorderValues.Single, Size = Thick },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = Thin }
                ),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }
                )
            ),
            new TableGrid(new GridColumn { Width = Gb9704.TypeAreaWidth.ToString() })
        );
        table.Append(rows);
        yield return table;
        // A table does not end a document.
        yield return DocumentParagraphs.Gap(20);
    }

    private static TableRow Row(string text)
    {
        var edge = Gb9704.Wide(1);
        var paragraph = new Paragraph(
            new ParagraphProperties(
                new Tabs(new TabStop { Val = TabStopValues.Right, Position = Gb9704.TypeAreaWidth - edge }),
                new Indentation { Left = edge.ToString(), Right = edge.ToString() },
                new Justification { Val = JustificationValues.Left }
            )
        );
        var parts = text.Split('\t');
        for (var place = 0; place < parts.Length; place++)
        {
            if (place > 0)
                paragraph.Append(new Run(new TabChar()));
            paragraph.Append(DocumentParagraphs.Run(parts[place], OfficialFont.Text, CharacterSize.Four));
        }

        return new TableRow(
            new TableCell(
                new TableCellProperties(
                    new TableCellWidth { Width = Gb9704.TypeAreaWidth.ToString(), Type = TableWidthUnitValues.Dxa }
                ),
                paragraph
            )
        );
    }

    /// <summary>Two characters in; wrapped lines align behind the label.</summary>
    private static Indentation Hanging(double labelWidth) =>
        new() { Left = Gb9704.Wide(2 + labelWidth).ToString(), Hanging = Gb9704.Wide(labelWidth).ToString() };
}
