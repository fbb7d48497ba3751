using MiniExcelLibs;

namespace Concentric.Modules.Consultation.Matters.Intake.Import;

/// <summary>An empty ledger to fill in: the headings, one example, and the topics on a second sheet.</summary>
internal static class MatterTemplate
{
    internal const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static string FileName(MatterColumns columns) => $"{columns.NameOf("title")}.xlsx";

    internal static byte[] Make(MatterColumns columns)
    {
        var example = columns.All.ToDictionary(column => column.Name, object? (column) => column.Example, StringComparer.Ordinal);
        var topics = columns
            .Topics.Select(topic => new Dictionary<string, object?>(StringComparer.Ordinal) { [columns.NameOf("topic")] = topic })
            .ToList();
        using var stream = new MemoryStream();
        stream.SaveAs(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [columns.NameOf("title")] = new[] { example },
                [columns.NameOf("topic")] = topics,
            }
        );
        return stream.ToArray();
    }
}
