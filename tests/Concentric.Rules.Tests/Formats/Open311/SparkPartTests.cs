using System.Text;
using Concentric.Rules.Formats.Open311;

namespace Concentric.Rules.Tests.Formats.Open311;

/// <summary>One answer in two forms: XML without namespaces, and JSON by the Spark convention.</summary>
public sealed class SparkPartTests
{
    private static readonly DateTimeOffset Moment = new(2023, 5, 10, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_container_is_a_bare_array_also_with_one_child_and_what_is_empty_is_null()
    {
        var list = ServiceRequest.ListOf([Request()]);
        var json = Encoding.UTF8.GetString(list.ToJson());
        json.ShouldStartWith("""[{"service_request_id":"7","status":"open","status_notes":null,"service_name":"农田水利",""");
        json.ShouldContain("\"zipcode\":null,\"lat\":39.7,\"long\":98.5,\"media_url\":null}]");
        Encoding.UTF8.GetString(ServiceRequest.ListOf([]).ToJson()).ShouldBe("[]");
    }

    [Fact]
    public void Xml_has_its_declaration_and_every_element_also_the_empty_ones()
    {
        var xml = Encoding.UTF8.GetString(ServiceRequest.ListOf([Request() with { Description = "a < b \u0001" }]).ToXml());
        xml.ShouldStartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        xml.ShouldContain("<description>a &lt; b </description>");
        foreach (var element in new[] { "address", "address_id", "zipcode", "media_url", "expected_datetime" })
            xml.ShouldContain($"<{element} />");
        xml.ShouldContain("<updated_datetime>2023-05-10T09:00:00+08:00</updated_datetime>");
        xml.ShouldNotContain("xmlns");
    }

    [Fact]
    public void A_definition_is_one_object_with_true_booleans_and_its_values()
    {
        var definition = new ServiceDefinition(
            "water",
            [
                new ServiceAttribute
                {
                    Code = "place",
                    Datatype = AttributeDatatype.SingleValueList,
                    Hint = "choose",
                    Description = "where",
                    Values = [("xiaogou", "小沟村")],
                },
            ]
        );
        Encoding
            .UTF8.GetString(definition.ToSpark().ToJson())
            .ShouldBe(
                """{"service_code":"water","attributes":[{"variable":true,"code":"place","datatype":"singlevaluelist","required":false,"datatype_description":"choose","order":1,"description":"where","values":[{"key":"xiaogou","name":"小沟村"}]}]}"""
            );
    }

    [Fact]
    public void A_description_is_as_long_as_the_published_schema_allows() =>
        Encoding
            .UTF8.GetString(ServiceRequest.ListOf([Request() with { Description = new string('x', 4001) }]).ToJson())
            .ShouldContain(new string('x', 3999) + "\u2026\"");

    private static ServiceRequest Request() =>
        new()
        {
            Id = "7",
            IsClosed = false,
            ServiceName = "农田水利",
            ServiceCode = "water",
            RequestedAt = Moment,
            UpdatedAt = Moment,
            Latitude = 39.7m,
            Longitude = 98.5m,
        };
}
