using System.Globalization;
using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Concentric.Platform.Import;

/// <summary>Reads a table from XLSX, or from CSV in UTF-8 or GB18030. The content decides, not the name.</summary>
internal static class TableReader
{
    /// <summary>Bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;
    public const int MostLines = 20_000;
    private const int MostColumns = 100;

    private const long LargestUnpacked = 200L * 1024 * 1024;

    /// <summary>The library holds every cell of a drawn-over range; a whole sheet as one range would fill the memory.</summary>
    private const long MostMerged = 20L * MostLines;

    public static (ImportedTable? Table, Refusal? Refusal) Read(byte[] content)
    {
        if (content.Length == 0)
            return (null, new Refusal("SheetEmpty"));
        if (content.Length > LargestFile)
            return (null, new Refusal("SheetTooLarge", LargestFile / 1024 / 1024));
        try
        {
            var (lines, refusal) = content switch
            {
                [0x50, 0x4B, 0x03, 0x04, ..] => Workbook(content),
                [0xD0, 0xCF, 0x11, 0xE0, ..] => (null, new Refusal("SheetOldExcel")),
                _ => Text(content),
            };
            return lines is null ? (null, refusal) : Checked(lines);
        }
        // The library meets what it does not expect in many ways.
        catch (Exception broken)
            when (broken
                    is InvalidDataException
                        or System.Xml.XmlException
                        or FormatException
                        or NotSupportedException
                        or ArgumentException
                        or InvalidOperationException
            )
        {
            return (null, new Refusal("SheetNotReadable"));
        }
    }

    private static (ImportedTable?, Refusal?) Checked(List<TableLine> lines)
    {
        lines.RemoveAll(line => line.IsEmpty);
        if (lines.Count == 0)
            return (null, new Refusal("SheetEmpty"));
        if (lines.Count > MostLines)
            return (null, new Refusal("SheetTooManyRows", MostLines));
        var table = new ImportedTable(lines);
        return table.Width > MostColumns ? (null, new Refusal("SheetTooManyColumns", MostColumns)) : (table, null);
    }

    private static (List<TableLine>?, Refusal?) Workbook(byte[] content)
    {
        bool isFilled;
        using (var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read))
        {
            if (archive.GetEntry("xl/workbook.xml") is null)
                return (null, new Refusal("SheetNotReadable"));
            if (archive.Entries.Sum(entry => entry.Length) > LargestUnpacked)
                return (null, new Refusal("SheetTooLarge", LargestFile / 1024 / 1024));
            isFilled = MergedCells.Count(archive) <= MostMerged;
        }

        var lines = new List<TableLine>();
        using var stream = new MemoryStream(content);
        // A cell that is drawn over several rows, as a township over its villages, holds for each of them.
        var reading = new OpenXmlConfiguration { FillMergedCells = isFilled };
        foreach (
            IDictionary<string, object?> row in stream.Query(useHeaderRow: false, configuration: reading).Take(MostLines + 2)
        )
            lines.Add(new TableLine(lines.Count + 1, WithoutEnd([.. row.Values.Select(Written)])));
        return (lines, null);
    }

    /// <summary>Empty cells at the end are no columns: a sheet may be formatted to its very edge.</summary>
    private static List<string> WithoutEnd(List<string> cells) => cells[..(cells.FindLastIndex(cell => cell.Length > 0) + 1)];

    private static string Written(object? cell) =>
        cell switch
        {
            null => "",
            DateTime day => day.ToString(
                day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm",
                CultureInfo.InvariantCulture
            ),
            double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            _ => Tidy(cell.ToString() ?? ""),
        };

    private static (List<TableLine>?, Refusal?) Text(byte[] content)
    {
        if (Decode(content) is not { } text)
            return (null, new Refusal("SheetNotReadable"));
        return (
            [
                .. DelimitedText
                    .Records(text)
                    .Take(MostLines + 2)
                    .Select((cells, place) => new TableLine(place + 1, [.. cells.Select(Tidy)])),
            ],
            null
        );
    }

    /// <summary>The text, by its mark, as UTF-8, or as GB18030, which Chinese Excel writes; nothing if it is no text.</summary>
    internal static string? Decode(byte[] content)
    {
        if (content is [0xEF, 0xBB, 0xBF, ..])
            return Strict(Encoding.UTF8, content.AsSpan(3));
        if (content is [0xFF, 0xFE, ..])
            return Strict(Encoding.Unicode, content.AsSpan(2));
        if (content is [0xFE, 0xFF, ..])
            return Strict(Encoding.BigEndianUnicode, content.AsSpan(2));
        // Text has no control characters but line ends and tabs; pictures and programs have.
        if (content.AsSpan(0, Math.Min(content.Length, 8192)).IndexOfAnyInRange((byte)0, (byte)8) >= 0)
            return null;
        return Strict(Encoding.UTF8, content) ?? Strict(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, content);
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> content)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Invisible characters come with text that was copied from chats and web pages.
    private static string Tidy(string cell) =>
        string.Concat(cell.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Trim();
}
