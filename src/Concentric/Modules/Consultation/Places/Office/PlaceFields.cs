using System.Globalization;
using Concentric.Platform;
using Concentric.Platform.Web.Forms;

namespace Concentric.Modules.Consultation.Places.Office;

/// <summary>A place as the form has it; coordinates are text, so that what cannot be read comes back as typed.</summary>
public sealed class PlaceFields
{
    public PlaceKind? Kind { get; set; }
    public string? Name { get; set; }
    public string? Address { get; set; }
    public string? Latitude { get; set; }
    public string? Longitude { get; set; }

    public static PlaceFields Of(Place place) =>
        new()
        {
            Kind = place.Kind,
            Name = place.Name,
            Address = place.Address,
            Latitude = place.Latitude?.ToString("0.######", CultureInfo.InvariantCulture),
            Longitude = place.Longitude?.ToString("0.######", CultureInfo.InvariantCulture),
        };

    /// <summary>What was typed, and what in it cannot be read or kept, beside its field.</summary>
    public (PlaceDetails Details, IReadOnlyList<Refusal> Faults) Read()
    {
        var (latitude, longitude) = (Degrees(Latitude), Degrees(Longitude));
        var details = new PlaceDetails
        {
            Kind = Kind,
            Name = Name,
            Address = Address,
            Latitude = latitude.Value,
            Longitude = longitude.Value,
        };
        List<Refusal> faults = [];
        if (!latitude.Read)
            faults.Add(new Refusal("LatitudeOutside").At(nameof(Latitude)));
        if (!longitude.Read)
            faults.Add(new Refusal("LongitudeOutside").At(nameof(Longitude)));
        if (faults.Count == 0)
            faults.AddRange(details.Faults());
        return (details, [.. faults.Select(fault => fault.At("Input." + fault.Field))]);
    }

    /// <summary>Degrees with six places behind the point: a tenth of a metre.</summary>
    internal static (decimal? Value, bool Read) Degrees(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? (null, true)
        : decimal.TryParse(
            TypedText.HalfWidth(typed).Trim().TrimEnd('°'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var degrees
        )
            ? (Math.Round(degrees, 6), true)
        : (null, false);
}
