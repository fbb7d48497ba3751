namespace Concentric.Rules.Formats.Open311;

/// <summary>A service: a sort of matter that can be sent.</summary>
public sealed record Service
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }

    /// <summary>Whether it has a definition with attributes.</summary>
    public bool HasDefinition { get; init; }
    public IReadOnlyList<string> Keywords { get; init; } = [];
    public string? Group { get; init; }

    public static SparkPart ListOf(IEnumerable<Service> services) =>
        new SparkList("services", services.Select(service => service.ToSpark()));

    /// <summary>What is sent gets its id at once: every service is of the type <c>realtime</c>.</summary>
    private SparkRecord ToSpark() =>
        new(
            "service",
            new SparkValue("service_code", Code),
            new SparkValue("service_name", Name),
            new SparkValue("description", Description),
            new SparkValue("metadata", HasDefinition),
            new SparkValue("type", "realtime"),
            new SparkValue("keywords", string.Join(',', Keywords)),
            new SparkValue("group", Group)
        );
}

/// <summary>What more can be said with a request of a service.</summary>
public sealed record ServiceDefinition(string ServiceCode, IReadOnlyList<ServiceAttribute> Attributes)
{
    public SparkPart ToSpark() =>
        new SparkRecord(
            "service_definition",
            new SparkValue("service_code", ServiceCode),
            new SparkList("attributes", Attributes.Select((attribute, at) => attribute.ToSpark(at + 1)))
        );
}

/// <summary>The kinds of answers that an attribute takes, of those in the standard.</summary>
public enum AttributeDatatype
{
    /// <summary>One line.</summary>
    String,

    /// <summary>One of the values.</summary>
    SingleValueList,
}

/// <summary>One thing that a client may ask of the person who sends a request.</summary>
public sealed record ServiceAttribute
{
    public required string Code { get; init; }
    public required AttributeDatatype Datatype { get; init; }
    public bool Required { get; init; }

    /// <summary>How to answer.</summary>
    public required string Hint { get; init; }

    /// <summary>The question.</summary>
    public required string Description { get; init; }

    /// <summary>Key and name of each value of a list.</summary>
    public IReadOnlyList<(string Key, string Name)> Values { get; init; } = [];

    /// <summary>The list of values is there even when it is empty: a client that draws a form looks for it.</summary>
    internal SparkRecord ToSpark(int order) =>
        new(
            "attribute",
            new SparkValue("variable", true),
            new SparkValue("code", Code),
            new SparkValue("datatype", Datatype == AttributeDatatype.String ? "string" : "singlevaluelist"),
            new SparkValue("required", Required),
            new SparkValue("datatype_description", Hint),
            new SparkValue("order", order),
            new SparkValue("description", Description),
            new SparkList(
                "values",
                Values.Select(value => new SparkRecord(
                    "value",
                    new SparkValue("key", value.Key),
                    new SparkValue("name", value.Name)
                ))
            )
        );
}
