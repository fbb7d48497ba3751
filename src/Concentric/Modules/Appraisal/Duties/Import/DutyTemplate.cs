using Concentric.Platform.Import;

namespace Concentric.Modules.Appraisal.Duties.Import;

/// <summary>An empty list of duties to fill in, with the kinds and their steps on a second sheet.</summary>
internal static class DutyTemplate
{
    internal static byte[] Make(DutyColumns columns, DutyWords words)
    {
        var closed = DutyKinds.Kinds.Select(kind => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [columns.NameOf("kind")] = words.Kind(kind.Id),
            [columns.NameOf("step")] = string.Join(' ', kind.Steps.Select(step => words.Step(kind.Id, step))),
        });
        return ListTemplate.Make(columns, columns.NameOf("title"), (columns.NameOf("kind"), [.. closed]));
    }
}
