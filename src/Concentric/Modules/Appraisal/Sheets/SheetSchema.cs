using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Concentric.Modules.Appraisal.Sheets;

/// <summary>The published JSON Schema (2020-12) of rule sheets, written from the format that the reader checks by.</summary>
public static class SheetSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string ToJson()
    {
        var definitions = new JsonObject();
        var root = Describe(SheetFormat.Sheet, definitions);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Concentric rule sheet, format version 1",
            ["$ref"] = root["$ref"]!.DeepClone(),
            ["$defs"] = definitions,
        };
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Describe(Form form, JsonObject definitions) =>
        form switch
        {
            TextForm text => new()
            {
                ["type"] = new JsonArray("string", "number", "boolean"),
                ["pattern"] = "\\S",
                ["minLength"] = 1,
                ["maxLength"] = text.Longest,
            },
            IdForm => new() { ["type"] = "string", ["pattern"] = "^[a-z][a-z0-9-]{0,59}$" },
            KindForm => new() { ["type"] = "string", ["pattern"] = "^[a-z][a-z0-9-]{0,39}\\.[a-z][a-z0-9-]{0,59}$" },
            NumberForm number => new()
            {
                ["type"] = "number",
                ["minimum"] = number.Least,
                ["maximum"] = number.Most,
                ["multipleOf"] = 0.001m,
            },
            WholeForm whole => new()
            {
                ["type"] = "integer",
                ["minimum"] = whole.Least,
                ["maximum"] = whole.Most,
            },
            FlagForm => new() { ["type"] = "boolean" },
            DateForm => new()
            {
                ["type"] = "string",
                ["format"] = "date",
                ["pattern"] = "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$",
            },
            ChoiceForm choice => new() { ["enum"] = new JsonArray([.. choice.Options.Select(option => (JsonNode)option)]) },
            ListForm list => List(list, definitions),
            DictionaryForm dictionary => new()
            {
                ["type"] = "object",
                ["propertyNames"] = new JsonObject { ["pattern"] = "^[a-z][a-z0-9-]{0,59}$" },
                ["additionalProperties"] = Describe(dictionary.Value, definitions),
            },
            EitherForm either => AnyOf(Describe(either.Single, definitions), Describe(either.Larger, definitions)),
            MapForm map => Map(map, definitions),
            _ => throw new NotSupportedException(form.GetType().Name),
        };

    private static JsonObject List(ListForm list, JsonObject definitions)
    {
        var many = new JsonObject { ["type"] = "array", ["items"] = Describe(list.Of, definitions) };
        if (list.Least > 0)
            many["minItems"] = list.Least;
        return list.OrOne ? AnyOf(Describe(list.Of, definitions), many) : many;
    }

    private static JsonObject AnyOf(JsonObject one, JsonObject other) => new() { ["anyOf"] = new JsonArray(one, other) };

    private static JsonObject Map(MapForm map, JsonObject definitions)
    {
        if (!definitions.ContainsKey(map.Name))
        {
            var described = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
            definitions[map.Name] = described;
            var properties = new JsonObject();
            foreach (var field in map.Fields)
            {
                var property = Describe(field.Form, definitions);
                property["description"] = field.About;
                properties[field.Name] = property;
            }

            described["properties"] = properties;
            described["required"] = new JsonArray([
                .. map.Fields.Where(field => field.Required).Select(field => (JsonNode)field.Name),
            ]);
            if (map.ExactlyOne.Length > 0)
                described["allOf"] = new JsonArray([.. map.ExactlyOne.Select(OneOf)]);
            if (map.NotBoth.Length > 0)
                described["not"] = new JsonObject { ["required"] = new JsonArray([.. map.NotBoth.Select(key => (JsonNode)key)]) };
        }

        return new() { ["$ref"] = $"#/$defs/{map.Name}" };
    }

    private static JsonNode OneOf(string[] group) =>
        new JsonObject
        {
            ["oneOf"] = new JsonArray([.. group.Select(key => (JsonNode)new JsonObject { ["required"] = new JsonArray(key) })]),
        };
}
