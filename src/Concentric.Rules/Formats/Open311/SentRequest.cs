using System.Globalization;

namespace Concentric.Rules.Formats.Open311;

/// <summary>A request as a client sent it, and what is wrong with it.</summary>
public sealed record SentRequest
{
    private const int LongestLink = 2000;

    public string? ServiceCode { get; private init; }

    /// <summary>The standard asks nobody for it: a service and a place may be all that a program sends.</summary>
    public string? Description { get; private init; }
    public decimal? Latitude { get; private init; }
    public decimal? Longitude { get; private init; }
    public string? Address { get; private init; }
    public string? AddressId { get; private init; }
    public string? FirstName { get; private init; }
    public string? LastName { get; private init; }
    public string? Phone { get; private init; }
    public string? Email { get; private init; }
    public string? DeviceId { get; private init; }
    public string? AccountId { get; private init; }

    /// <summary>A picture lies there; nobody fetches it.</summary>
    public string? MediaUrl { get; private init; }

    /// <summary>By code; several values of one code are kept in order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; private init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    public string? Attribute(string code) => Attributes.GetValueOrDefault(code)?.FirstOrDefault();

    public bool HasPoint => Latitude is not null && Longitude is not null;

    /// <summary>Family name first where the name is Han, as it is written.</summary>
    public string? Name =>
        (FirstName, LastName) switch
        {
            (null, null) => null,
            ({ } first, { } last) => last.Any(sign => sign > '\u2E80') ? last + first : $"{first} {last}",
            var (first, last) => first ?? last,
        };

    /// <summary>Reads a form; what is empty counts as not given. All that is wrong is told at once.</summary>
    public static (SentRequest Request, IReadOnlyList<GeoReportFault> Faults) Read(
        IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> form
    )
    {
        var fields = form.ToDictionary(
            field => field.Key,
            field => (IReadOnlyList<string>)[.. field.Value.Where(value => !string.IsNullOrWhiteSpace(value))],
            StringComparer.Ordinal
        );
        var faults = new List<GeoReportFault>();
        var request = new SentRequest
        {
            ServiceCode = One("service_code"),
            Description = One("description"),
            Latitude = Degrees(One("lat"), "lat", 90, faults),
            Longitude = Degrees(One("long"), "long", 180, faults),
            Address = One("address_string"),
            AddressId = One("address_id"),
            FirstName = One("first_name"),
            LastName = One("last_name"),
            Phone = One("phone"),
            Email = One("email"),
            DeviceId = One("device_id"),
            AccountId = One("account_id"),
            MediaUrl = One("media_url"),
            Attributes = AttributesOf(fields),
        };
        faults.AddRange(request.Missing());
        return (request, faults);

        string? One(string name) => fields.GetValueOrDefault(name)?.FirstOrDefault()?.Trim();
    }

    private IEnumerable<GeoReportFault> Missing()
    {
        if (ServiceCode is null)
            yield return new(GeoReportFault.BadRequest, "ServiceCodeMissing");
        if (!HasPoint && Address is null && AddressId is null)
            yield return new(GeoReportFault.BadRequest, "LocationMissing");
        if (Description?.Length > ServiceRequest.LongestDescription)
            yield return new(
                GeoReportFault.BadRequest,
                "DescriptionTooLong",
                ServiceRequest.LongestDescription,
                Description.Length
            );
        if (
            MediaUrl is { } link
            && (
                link.Length > LongestLink
                || !Uri.TryCreate(link, UriKind.Absolute, out var uri)
                || uri.Scheme is not ("http" or "https")
            )
        )
            yield return new(GeoReportFault.BadRequest, "MediaUrlWrong");
    }

    private static decimal? Degrees(string? typed, string name, int most, List<GeoReportFault> faults)
    {
        if (typed is null)
            return null;
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(typed, Plain, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most)
            return Math.Round(degrees, 6);
        faults.Add(new(GeoReportFault.BadRequest, "DegreesWrong", name, -most, most));
        return null;
    }

    /// <summary><c>attribute[code]</c>, and <c>attribute[code][]</c> for several.</summary>
    private static Dictionary<string, IReadOnlyList<string>> AttributesOf(Dictionary<string, IReadOnlyList<string>> fields)
    {
        const string Begin = "attribute[";
        return fields
            .Where(field => field.Key.StartsWith(Begin, StringComparison.Ordinal) && field.Key.Contains(']'))
            .GroupBy(field => field.Key[Begin.Length..field.Key.IndexOf(']', StringComparison.Ordinal)], StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => (IReadOnlyList<string>)[.. group.SelectMany(field => field.Value)],
                StringComparer.Ordinal
            );
    }
}
