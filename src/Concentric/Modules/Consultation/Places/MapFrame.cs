using System.Globalization;

namespace Concentric.Modules.Consultation.Places;

/// <summary>How points on the earth come to lie on a map drawn without tiles: north above, as large as the frame allows.</summary>
/// <param name="North">Degrees of latitude in the middle.</param>
/// <param name="East">Degrees of longitude in the middle.</param>
/// <param name="Scale">Units of the drawing to a degree of latitude.</param>
/// <param name="Squeeze">How much shorter a degree of longitude is: the cosine of the latitude.</param>
public sealed record MapFrame(double North, double East, double Scale, double Squeeze)
{
    public const int Width = 640;
    public const int Height = 440;
    private const double Margin = 48;

    /// <summary>The frame that holds all these points.</summary>
    /// <param name="points">At least one, in degrees.</param>
    /// <param name="leastSpan">Degrees of latitude that it shows at least, around a single point.</param>
    public static MapFrame Of(IReadOnlyList<(decimal Latitude, decimal Longitude)> points, double leastSpan = 1e-6)
    {
        var squeeze = Math.Cos((double)points.Average(point => point.Latitude) * Math.PI / 180);
        var (low, high) = ((double)points.Min(point => point.Latitude), (double)points.Max(point => point.Latitude));
        var (left, right) = ((double)points.Min(point => point.Longitude), (double)points.Max(point => point.Longitude));
        var scale = Math.Min(
            (Width - 2 * Margin) / Math.Max((right - left) * squeeze, leastSpan),
            (Height - 2 * Margin) / Math.Max(high - low, leastSpan)
        );
        return new MapFrame((low + high) / 2, (left + right) / 2, scale, squeeze);
    }

    public double X(decimal longitude) => Width / 2.0 + ((double)longitude - East) * Squeeze * Scale;

    public double Y(decimal latitude) => Height / 2.0 - ((double)latitude - North) * Scale;

    /// <summary>For the script that reads a point off the map.</summary>
    internal static string Exact(double value) => value.ToString("0.########", CultureInfo.InvariantCulture);
}
