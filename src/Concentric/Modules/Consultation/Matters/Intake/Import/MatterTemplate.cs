using Concentric.Platform.Import;

namespace Concentric.Modules.Consultation.Matters.Intake.Import;

/// <summary>An empty ledger to fill in, with the topics on a second sheet.</summary>
internal static class MatterTemplate
{
    internal static string FileName(MatterColumns columns) => $"{columns.NameOf("title")}.xlsx";

    internal static byte[] Make(MatterColumns columns)
    {
        var topic = columns.NameOf("topic");
        var topics = columns.Topics.Select(name => new Dictionary<string, object?>(StringComparer.Ordinal) { [topic] = name });
        return ListTemplate.Make(columns, columns.NameOf("title"), (topic, [.. topics]));
    }
}
