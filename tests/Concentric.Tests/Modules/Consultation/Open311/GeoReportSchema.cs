using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Concentric.Tests.Modules.Consultation.Open311;

/// <summary>
/// The rules of the published JSON Schemas of GeoReport v2, and those of the strictest reader that is written down: which elements there
/// must be, and of which type.
/// </summary>
internal static partial class GeoReportSchema
{
    internal static void CheckServices(JsonElement services)
    {
        foreach (var service in services.EnumerateArray())
        {
            Text(service, "service_code").ShouldMatch("^[\\w-]+$");
            Text(service, "service_name").ShouldNotBeEmpty();
            Text(service, "description").ShouldNotBeEmpty();
            service.GetProperty("metadata").ValueKind.ShouldBeOneOf(JsonValueKind.True, JsonValueKind.False);
            Text(service, "type").ShouldBeOneOf("realtime", "batch", "blackbox");
            TextOrNull(service, "keywords");
            TextOrNull(service, "group");
        }
    }

    internal static void CheckDefinition(JsonElement definition)
    {
        definition.ValueKind.ShouldBe(JsonValueKind.Object);
        Text(definition, "service_code");
        foreach (var attribute in definition.GetProperty("attributes").EnumerateArray())
        {
            foreach (var name in new[] { "variable", "required" })
                attribute.GetProperty(name).ValueKind.ShouldBeOneOf(JsonValueKind.True, JsonValueKind.False);
            Text(attribute, "code");
            Text(attribute, "datatype")
                .ShouldBeOneOf("string", "number", "datetime", "text", "singlevaluelist", "multivaluelist");
            Text(attribute, "datatype_description");
            Text(attribute, "description");
            attribute.GetProperty("order").TryGetInt32(out _).ShouldBeTrue();
            foreach (var value in attribute.GetProperty("values").EnumerateArray())
                (Text(value, "key") + Text(value, "name")).ShouldNotBeEmpty();
        }
    }

    internal static void CheckRequests(JsonElement requests)
    {
        requests.ValueKind.ShouldBe(JsonValueKind.Array);
        foreach (var request in requests.EnumerateArray())
        {
            Text(request, "service_request_id").ShouldMatch("^[\\w-]+$");
            Text(request, "status").ShouldBeOneOf("open", "closed");
            Text(request, "service_code").ShouldNotBeEmpty();
            Text(request, "service_name").ShouldNotBeEmpty();
            (TextOrNull(request, "description") ?? "").Length.ShouldBeLessThanOrEqualTo(4000);
            foreach (var name in new[] { "requested_datetime", "updated_datetime" })
                Text(request, name).ShouldMatch(Moment().ToString());
            (TextOrNull(request, "expected_datetime") ?? "2023-01-01T00:00:00Z").ShouldMatch(Moment().ToString());
            foreach (
                var name in new[]
                {
                    "status_notes",
                    "agency_responsible",
                    "service_notice",
                    "address",
                    "address_id",
                    "zipcode",
                    "media_url",
                }
            )
                TextOrNull(request, name);
            foreach (var name in new[] { "lat", "long" })
                request.GetProperty(name).ValueKind.ShouldBeOneOf(JsonValueKind.Number, JsonValueKind.Null);
        }
    }

    internal static void CheckErrors(JsonElement errors, int code)
    {
        errors.GetArrayLength().ShouldBeGreaterThan(0);
        foreach (var error in errors.EnumerateArray())
        {
            error.GetProperty("code").GetInt32().ShouldBe(code);
            Text(error, "description").ShouldNotBeEmpty();
        }
    }

    /// <summary>The XML says the same as the JSON, element for element.</summary>
    internal static void CheckSame(XElement xml, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                var items = json.EnumerateArray().ToList();
                xml.Elements().Count().ShouldBe(items.Count);
                foreach (var (element, item) in xml.Elements().Zip(items))
                    CheckSame(element, item);
                break;
            case JsonValueKind.Object:
                xml.Elements()
                    .Select(element => element.Name.LocalName)
                    .ShouldBe(json.EnumerateObject().Select(part => part.Name));
                foreach (var part in json.EnumerateObject())
                    CheckSame(xml.Element(part.Name)!, part.Value);
                break;
            default:
                xml.Name.NamespaceName.ShouldBeEmpty();
                xml.Value.ShouldBe(
                    json.ValueKind switch
                    {
                        JsonValueKind.Null => "",
                        JsonValueKind.True => "true",
                        JsonValueKind.False => "false",
                        JsonValueKind.Number => json.GetDecimal().ToString(CultureInfo.InvariantCulture),
                        _ => json.GetString(),
                    }
                );
                break;
        }
    }

    private static string Text(JsonElement part, string name)
    {
        part.GetProperty(name).ValueKind.ShouldBe(JsonValueKind.String, name);
        return part.GetProperty(name).GetString()!;
    }

    private static string? TextOrNull(JsonElement part, string name)
    {
        part.GetProperty(name).ValueKind.ShouldBeOneOf(JsonValueKind.String, JsonValueKind.Null);
        return part.GetProperty(name).GetString();
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$", RegexOptions.NonBacktracking)]
    private static partial Regex Moment();
}
