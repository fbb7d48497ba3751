namespace Concentric.Rules.Formats.Open311;

/// <summary>Where the service is, which edition of the standard it speaks, and where a key is had.</summary>
/// <param name="Changeset">When the service last changed, as text.</param>
/// <param name="Contact">Whom to ask, in words.</param>
/// <param name="KeyService">How an API key is had, in words.</param>
/// <param name="Endpoint">The base address; it ends in a slash, because clients glue file names to it.</param>
public sealed record ServiceDiscovery(string Changeset, string Contact, string KeyService, string Endpoint)
{
    private const string Specification = "http://wiki.open311.org/GeoReport_v2";

    public SparkPart ToSpark() =>
        new SparkRecord(
            "discovery",
            new SparkValue("changeset", Changeset),
            new SparkValue("contact", Contact),
            new SparkValue("key_service", KeyService),
            new SparkList(
                "endpoints",
                [
                    new SparkRecord(
                        "endpoint",
                        new SparkValue("specification", Specification),
                        new SparkValue("url", Endpoint),
                        new SparkValue("changeset", Changeset),
                        new SparkValue("type", "production"),
                        new SparkList(
                            "formats",
                            [new SparkValue("format", "text/xml"), new SparkValue("format", "application/json")]
                        )
                    ),
                ]
            )
        );
}
