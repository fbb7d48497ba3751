using Concentric.Platform;

namespace Concentric.Modules.Consultation.Places;

/// <summary>A place as it is entered.</summary>
public sealed record PlaceDetails
{
    public PlaceKind? Kind { get; init; }
    public string? Name { get; init; }
    public string? Address { get; init; }
    public decimal? Latitude { get; init; }
    public decimal? Longitude { get; init; }

    /// <summary>What is wrong with it, each beside its field.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (Kind is null)
            yield return new Refusal("PlaceKindMissing").At(nameof(Kind));
        if (string.IsNullOrWhiteSpace(Name))
            yield return new Refusal("PlaceNameMissing").At(nameof(Name));
        foreach (
            var fault in Blank.TooLong((nameof(Name), Name, Place.LongestName), (nameof(Address), Address, Place.LongestAddress))
        )
            yield return fault;
        if (Latitude is < -90 or > 90)
            yield return new Refusal("LatitudeOutside").At(nameof(Latitude));
        if (Longitude is < -180 or > 180)
            yield return new Refusal("LongitudeOutside").At(nameof(Longitude));
        if (Latitude is null != Longitude is null)
            yield return new Refusal("CoordinateAlone").At(Latitude is null ? nameof(Latitude) : nameof(Longitude));
    }
}

/// <summary>The part of an address that names a place or a unit.</summary>
public static class PlaceSlug
{
    /// <summary>Small letters, digits and hyphens between them.</summary>
    public static Refusal? WhyNot(string? slug) =>
        slug is null or "" ? new Refusal("SlugMissing")
        : slug.Length > Place.LongestSlug ? new Refusal("TooLong", Place.LongestSlug, slug.Length)
        : slug.StartsWith('-')
        || slug.EndsWith('-')
        || slug.Any(sign => !(char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-'))
            ? new Refusal("SlugSigns")
        : null;
}

/// <summary>The day and the reason with which something ends; both are typed.</summary>
public sealed record Ending(DateOnly? Day, string? Reason)
{
    /// <summary>What is wrong with it, beside its field.</summary>
    /// <param name="begin">The first day of what ends, if it is known.</param>
    /// <param name="today">In the committee's zone.</param>
    public Refusal? Fault(DateOnly? begin, DateOnly today) =>
        Day is null ? new Refusal("EndDayMissing").At(nameof(Day))
        : Day > today ? new Refusal("EndDayToCome").At(nameof(Day))
        : begin > Day ? new Refusal("EndBeforeBegin").At(nameof(Day))
        : string.IsNullOrWhiteSpace(Reason) ? new Refusal("EndReasonMissing").At(nameof(Reason))
        : Reason.Trim().Length > Place.LongestReason
            ? new Refusal("TooLong", Place.LongestReason, Reason.Trim().Length).At(nameof(Reason))
        : null;
}

/// <summary>What typed texts have in common.</summary>
internal static class Blank
{
    internal static string? ToNull(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().Replace("\r", "", StringComparison.Ordinal);

    internal static IEnumerable<Refusal> TooLong(params (string Field, string? Typed, int Most)[] typed) =>
        typed
            .Where(one => one.Typed?.Trim().Length > one.Most)
            .Select(one => new Refusal("TooLong", one.Most, one.Typed!.Trim().Length).At(one.Field));
}
