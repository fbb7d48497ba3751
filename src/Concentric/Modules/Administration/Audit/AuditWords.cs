using System.Text.Json;
using Concentric.Platform;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Administration.Audit;

/// <summary>Reads an entry's JSON to people: so many of a kind added, which fields changed from what to what.</summary>
internal static class AuditWords
{
    private const int MostLines = 6;

    internal static IReadOnlyList<string> Describe(string changes, IStringLocalizer<AdministrationTexts> text, Words words)
    {
        using var parsed = JsonDocument.Parse(changes);
        var lines = parsed
            .RootElement.EnumerateArray()
            .GroupBy(change => (Text(change, "type"), Text(change, "did")))
            .SelectMany(group => Lines(group.Key.Item1, group.Key.Item2, [.. group], text, words))
            .ToList();
        return lines.Count > MostLines ? [.. lines.Take(MostLines), text["Audit.More", lines.Count - MostLines]] : lines;
    }

    private static IEnumerable<string> Lines(
        string type,
        string did,
        List<JsonElement> group,
        IStringLocalizer<AdministrationTexts> text,
        Words words
    )
    {
        var kind = words["Record." + type];
        if (type.Length == 0)
            return group.Select(change => Text(change, "about")).Where(about => about.Length > 0);
        if (did != "modified")
            return [text[did == "added" ? "Audit.Added" : "Audit.Removed", kind, group.Count]];
        return group
            .Where(change => change.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Object)
            .SelectMany(change => change.GetProperty("values").EnumerateObject())
            .Select(value => $"{kind} {value.Name}: {Shown(value.Value[0])} → {Shown(value.Value[1])}")
            .DefaultIfEmpty(text["Audit.Changed", kind, group.Count]);
    }

    private static string Text(JsonElement change, string name) =>
        change.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Shown(JsonElement value) => value.ValueKind == JsonValueKind.Null ? "∅" : value.ToString();
}
