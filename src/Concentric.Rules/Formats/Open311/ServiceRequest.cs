using System.Globalization;

namespace Concentric.Rules.Formats.Open311;

/// <summary>A request as everybody may read it: never who sent it.</summary>
public sealed record ServiceRequest
{
    /// <summary>The longest description that the published schema allows, in characters.</summary>
    public const int LongestDescription = 4000;

    public required string Id { get; init; }
    public required bool IsClosed { get; init; }
    public string? StatusNotes { get; init; }
    public required string ServiceName { get; init; }
    public required string ServiceCode { get; init; }
    public string? Description { get; init; }
    public string? AgencyResponsible { get; init; }
    public string? Notice { get; init; }

    /// <summary>In the zone whose offset is to be written.</summary>
    public required DateTimeOffset RequestedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? ExpectedAt { get; init; }
    public string? Address { get; init; }
    public string? AddressId { get; init; }

    /// <summary>Degrees, WGS 84.</summary>
    public decimal? Latitude { get; init; }
    public decimal? Longitude { get; init; }

    public static SparkPart ListOf(IEnumerable<ServiceRequest> requests) =>
        new SparkList("service_requests", requests.Select(request => request.ToSpark()));

    /// <summary>2023-05-10T09:00:00+08:00, as the strictest readers want it.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Every element is there, also the empty ones: strict clients miss them otherwise.</summary>
    private SparkRecord ToSpark() =>
        new(
            "request",
            new SparkValue("service_request_id", Id),
            new SparkValue("status", IsClosed ? "closed" : "open"),
            new SparkValue("status_notes", StatusNotes),
            new SparkValue("service_name", ServiceName),
            new SparkValue("service_code", ServiceCode),
            new SparkValue("description", Cut(Description)),
            new SparkValue("agency_responsible", AgencyResponsible),
            new SparkValue("service_notice", Notice),
            new SparkValue("requested_datetime", Moment(RequestedAt)),
            new SparkValue("updated_datetime", Moment(UpdatedAt)),
            new SparkValue("expected_datetime", ExpectedAt is { } at ? Moment(at) : null),
            new SparkValue("address", Address),
            new SparkValue("address_id", AddressId),
            new SparkValue("zipcode", null),
            new SparkValue("lat", Latitude),
            new SparkValue("long", Longitude),
            new SparkValue("media_url", null)
        );

    private static string? Cut(string? text) =>
        text is null || text.Length <= LongestDescription ? text : text[..(LongestDescription - 1)] + '\u2026';
}

/// <summary>The answer to a request that was sent: its id at once, so never a token.</summary>
public sealed record RequestReceipt(string Id, string Notice, string? AccountId)
{
    public SparkPart ToSpark() =>
        new SparkList(
            "service_requests",
            [
                new SparkRecord(
                    "request",
                    new SparkValue("service_request_id", Id),
                    new SparkValue("service_notice", Notice),
                    new SparkValue("account_id", AccountId)
                ),
            ]
        );
}

/// <summary>Which request a token stands for.</summary>
public sealed record RequestToken(string Id, string Token)
{
    public SparkPart ToSpark() =>
        new SparkList(
            "service_requests",
            [new SparkRecord("request", new SparkValue("service_request_id", Id), new SparkValue("token", Token))]
        );
}
