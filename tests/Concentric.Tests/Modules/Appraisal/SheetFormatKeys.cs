using System.Text.Json.Nodes;
using Concentric.Modules.Appraisal.Sheets;

namespace Concentric.Tests.Modules.Appraisal;

/// <summary>Every key that the published schema knows.</summary>
internal static class SheetFormatKeys
{
    internal static IReadOnlyList<string> All() =>
        [
            .. JsonNode.Parse(SheetSchema.ToJson())!["$defs"]!
                .AsObject()
                .SelectMany(definition => definition.Value!["properties"]!.AsObject().Select(property => property.Key))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}
