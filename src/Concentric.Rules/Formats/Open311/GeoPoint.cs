namespace Concentric.Rules.Formats.Open311;

/// <summary>A point on the earth in degrees, WGS 84.</summary>
public readonly record struct GeoPoint(decimal Latitude, decimal Longitude)
{
    private const double EarthRadius = 6371.0088;

    /// <summary>The distance along the surface, in kilometres.</summary>
    public double DistanceTo(GeoPoint other)
    {
        var (north, south) = (Radians(Latitude), Radians(other.Latitude));
        var (up, across) = ((south - north) / 2, Radians(other.Longitude - Longitude) / 2);
        var chord = Square(Math.Sin(up)) + Math.Cos(north) * Math.Cos(south) * Square(Math.Sin(across));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    private static double Radians(decimal degrees) => (double)degrees * Math.PI / 180;

    private static double Square(double value) => value * value;
}
