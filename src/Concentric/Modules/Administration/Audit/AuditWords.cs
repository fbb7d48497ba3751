using System.Text.Json;
using Concentric.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Administration.Audit;

/// <summary>Reads an entry to people: what was done, so many of a kind added, which fields changed from what to what.</summary>
internal sealed class AuditWords(IStringLocalizer<AdministrationTexts> text, AuditVocabulary vocabulary, DisplayFormat format)
{
    private const int MostLines = 6;
    private const int MostNames = 3;

    /// <summary>What is kept out of the trail.</summary>
    private const string Hidden = "…";

    /// <summary>POST office/meetings/{id:guid}/notice as “sent: meetings · notice”; jobs and commands by their words.</summary>
    internal string Act(string act)
    {
        var parts = act.Split(' ', 3);
        if (parts is ["POST" or "GET", { Length: > 0 } route, ..])
            return text[
                parts[0] == "POST" ? "Audit.Act.Sent" : "Audit.Act.Opened",
                vocabulary.Place(route, parts.ElementAtOrDefault(2))
            ];
        if (parts is ["import", { } run])
            return text["Audit.Act.Imported", vocabulary.Kind(run)];
        if (parts is ["export", ..])
            return text["Audit.Act.Exported", string.Join(' ', parts[1..])];
        var known = text["Audit.Act." + act.Replace(' ', '-')];
        return known.ResourceNotFound ? act : known.Value;
    }

    /// <summary>A line for each row that changed, or for so many of a kind; what was done to many alike is said once.</summary>
    internal IReadOnlyList<string> Describe(string changes)
    {
        using var parsed = JsonDocument.Parse(changes);
        var lines = parsed
            .RootElement.EnumerateArray()
            .GroupBy(change => (Type: Text(change, "type"), Did: Text(change, "did")))
            .SelectMany(group => Lines(group.Key.Type, group.Key.Did, [.. group]))
            .GroupBy(line => line)
            .Select(alike => alike.Count() > 1 ? text["Audit.Times", alike.Key, alike.Count()].Value : alike.Key)
            .ToList();
        return lines.Count > MostLines ? [.. lines.Take(MostLines), text["Audit.More", lines.Count - MostLines]] : lines;
    }

    private IEnumerable<string> Lines(string type, string did, List<JsonElement> group)
    {
        if (type.Length == 0)
            return group.Select(change => Text(change, "about")).Where(about => about.Length > 0);
        var kind = vocabulary.Kind(type);
        if (did == "modified")
            return group.Select(change => Changed(type, Called(kind, type, change), change));
        var names = group.Select(change => Name(type, change)).OfType<string>().ToList();
        return names.Count == group.Count && names.Count <= MostNames
            ? names.Select(name => text[did == "added" ? "Audit.Added.Named" : "Audit.Removed.Named", kind, name].Value)
            : [text[did == "added" ? "Audit.Added" : "Audit.Removed", kind, group.Count]];
    }

    private string Changed(string type, string called, JsonElement change)
    {
        if (!change.TryGetProperty("values", out var values) || values.ValueKind != JsonValueKind.Object)
            return text["Audit.Changed.One", called];
        var fields = values.EnumerateObject().Select(value => Field(type, value)).OfType<string>().ToList();
        return fields.Count == 0 ? text["Audit.Changed.One", called] : text["Audit.From", called, format.List(fields)];
    }

    /// <summary>Null for what tells nothing more: who did it stands beside, and a time that differs in seconds reads as the same.</summary>
    private string? Field(string type, JsonProperty value)
    {
        if (vocabulary.IsDoer(type, value.Name))
            return null;
        var (before, after) = (
            vocabulary.Value(type, value.Name, value.Value[0].ToString()),
            vocabulary.Value(type, value.Name, value.Value[1].ToString())
        );
        return before == after && before != Hidden
            ? null
            : text["Audit.Field", vocabulary.Field(type, value.Name), before, after].Value;
    }

    private string Called(string kind, string type, JsonElement change) =>
        Name(type, change) is { } name ? text["Audit.Called", kind, name] : kind;

    private string? Name(string type, JsonElement change) =>
        Text(change, "name") is { Length: > 0 } name ? vocabulary.Name(type, name) : null;

    private static string Text(JsonElement change, string name) =>
        change.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
