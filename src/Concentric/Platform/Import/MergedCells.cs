using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;

namespace Concentric.Platform.Import;

/// <summary>Cells of a workbook that are drawn as one.</summary>
internal static partial class MergedCells
{
    /// <summary>How many there are in all sheets; very many where a range cannot be understood.</summary>
    internal static long Count(ZipArchive workbook)
    {
        var cells = 0L;
        foreach (
            var entry in workbook.Entries.Where(entry =>
                entry.FullName.Contains("worksheets/", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            using var sheet = entry.Open();
            using var reader = XmlReader.Create(sheet);
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" })
                    cells += SizeOf(reader.GetAttribute("ref") ?? "");
            }
        }

        return cells;
    }

    /// <summary>A1:B3 has six cells.</summary>
    private static long SizeOf(string range)
    {
        if (Range().Match(range) is not { Success: true } ends)
            return int.MaxValue;
        var across = Column(ends.Groups["right"].Value) - Column(ends.Groups["left"].Value) + 1;
        var down = Row(ends.Groups["bottom"].Value) - Row(ends.Groups["top"].Value) + 1;
        return Math.Max(across, 0) * Math.Max(down, 0);
    }

    private static long Column(string letters) => letters.Aggregate(0L, (column, letter) => column * 26 + letter - 'A' + 1);

    private static long Row(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(?<left>[A-Z]{1,3})(?<top>[0-9]{1,7}):(?<right>[A-Z]{1,3})(?<bottom>[0-9]{1,7})$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Range();
}
