using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Concentric.Platform;
using Concentric.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Administration.Audit;

/// <summary>Reads an entry's JSON to people: so many of a kind added, which fields changed from what to what.</summary>
internal sealed partial class AuditWords(IStringLocalizer<AdministrationTexts> text, Words words, DisplayFormat format)
{
    private const int MostLines = 6;

    /// <summary>
    /// POST office/articles/{id:guid}/publish as “sent office/articles/…/publish”: what stands for one of many is left out, and what was
    /// done with it is said in words.
    /// </summary>
    internal string Act(string act)
    {
        var about = Placeholder().Replace(act[(act.IndexOf(' ', StringComparison.Ordinal) + 1)..], "…");
        return act.Split(' ', 2)[0] switch
        {
            "POST" => text["Audit.Act.Sent", about],
            "GET" => text["Audit.Act.Opened", about],
            "export" => text["Audit.Act.Exported", about],
            "members.look" => text["Audit.Act.Looked"],
            _ => Placeholder().Replace(act, "…"),
        };
    }

    internal IReadOnlyList<string> Describe(string changes)
    {
        using var parsed = JsonDocument.Parse(changes);
        var lines = parsed
            .RootElement.EnumerateArray()
            .GroupBy(change => (Text(change, "type"), Text(change, "did")))
            .SelectMany(group => Lines(group.Key.Item1, group.Key.Item2, [.. group]))
            .ToList();
        return lines.Count > MostLines ? [.. lines.Take(MostLines), text["Audit.More", lines.Count - MostLines]] : lines;
    }

    private IEnumerable<string> Lines(string type, string did, List<JsonElement> group)
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

    private string Shown(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? "∅"
        : DateTimeOffset.TryParseExact(
            value.ToString(),
            "O",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        )
            ? moment == default ? "∅"
                : format.ShortDateTime(moment)
        : value.ToString();

    // A route's part of many: {id:guid}, {year:int?}, {*path}.
    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
