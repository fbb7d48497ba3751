using MiniExcelLibs;

namespace Concentric.Modules.Appraisal.Duties.Import;

/// <summary>An empty list to fill in: the headings, one example, and the kinds with their steps on a second sheet.</summary>
internal static class DutyTemplate
{
    internal const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static byte[] Make(DutyColumns columns, DutyWords words)
    {
        var example = columns.All.ToDictionary(column => column.Name, object? (column) => column.Example, StringComparer.Ordinal);
        var closed = DutyKinds
            .Kinds.Select(kind => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [columns.NameOf("kind")] = words.Kind(kind.Id),
                [columns.NameOf("step")] = string.Join(' ', kind.Steps.Select(step => words.Step(kind.Id, step))),
            })
            .ToList();
        using var stream = new MemoryStream();
        stream.SaveAs(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [columns.NameOf("title")] = new[] { example },
                [columns.NameOf("kind")] = closed,
            }
        );
        return stream.ToArray();
    }
}
