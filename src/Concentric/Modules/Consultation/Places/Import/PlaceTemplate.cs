using MiniExcelLibs;

namespace Concentric.Modules.Consultation.Places.Import;

/// <summary>An empty list of places to fill in: the headings and one example.</summary>
internal static class PlaceTemplate
{
    internal const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static byte[] Make(PlaceColumns columns)
    {
        var example = columns.All.ToDictionary(column => column.Name, object? (column) => column.Example, StringComparer.Ordinal);
        using var stream = new MemoryStream();
        stream.SaveAs(new[] { example });
        return stream.ToArray();
    }
}
