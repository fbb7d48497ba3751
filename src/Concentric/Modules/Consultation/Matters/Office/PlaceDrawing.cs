using System.Globalization;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>A place drawn as a circle: its area tells how many matters are under way there, its class how many of them are late.</summary>
/// <param name="Late">0 none · 1 less than a quarter · 2 less than half · 3 more.</param>
/// <param name="HasLabel">Whether its name has room beside the names of busier places.</param>
public sealed record DrawnPlace(PlaceLoad Place, string X, string Y, string Radius, int Late, bool HasLabel, string LabelY);

/// <summary>Places laid out as on a map, north above, with all numbers ready for SVG.</summary>
public sealed record PlaceDrawing(IReadOnlyList<DrawnPlace> Places)
{
    public const int Width = 640;
    public const int Height = 440;
    private const double Margin = 48;
    private const double SmallestRadius = 5;
    private const double LargestRadius = 30;
    private const double LabelHeight = 15;
    private const double SignWidth = 13;

    /// <summary>None when no place has a point on the map.</summary>
    public static PlaceDrawing? Of(IReadOnlyList<PlaceLoad> rows)
    {
        var placed = rows.Where(row => row.Latitude is not null && row.Longitude is not null).ToList();
        if (placed.Count == 0)
            return null;
        // A degree of longitude is shorter than one of latitude by the cosine of the latitude.
        var squeeze = Math.Cos((double)placed.Average(row => row.Latitude!.Value) * Math.PI / 180);
        var points = placed.ConvertAll(row =>
            (Row: row, X: (double)row.Longitude!.Value * squeeze, Y: (double)row.Latitude!.Value)
        );
        var (left, right) = (points.Min(point => point.X), points.Max(point => point.X));
        var (low, high) = (points.Min(point => point.Y), points.Max(point => point.Y));
        var scale = Math.Min(
            (Width - (2 * Margin)) / Math.Max(right - left, 1e-6),
            (Height - (2 * Margin)) / Math.Max(high - low, 1e-6)
        );
        var most = placed.Max(row => row.Open);
        var labels = new List<(double X, double Y, double Half)>();
        return new PlaceDrawing([
            // The busiest first: it keeps its name, and smaller circles lie above it.
            .. points
                .OrderByDescending(point => point.Row.Open)
                .ThenBy(point => point.Row.Slug, StringComparer.Ordinal)
                .Select(point =>
                    Draw(
                        point.Row,
                        (Width / 2.0) + ((point.X - ((left + right) / 2)) * scale),
                        (Height / 2.0) - ((point.Y - ((low + high) / 2)) * scale),
                        most,
                        labels
                    )
                ),
        ]);
    }

    private static DrawnPlace Draw(PlaceLoad row, double x, double y, int most, List<(double X, double Y, double Half)> labels)
    {
        var radius = SmallestRadius + ((LargestRadius - SmallestRadius) * Math.Sqrt((double)row.Open / Math.Max(most, 12)));
        var below = y + radius + LabelHeight - 3;
        var half = row.Name.Length * SignWidth / 2;
        var hasRoom =
            below < Height
            && x - half > 0
            && x + half < Width
            && !labels.Exists(other => Math.Abs(other.Y - below) < LabelHeight && Math.Abs(other.X - x) < other.Half + half);
        if (hasRoom)
            labels.Add((x, below, half));
        var late =
            row.Late == 0 ? 0
            : row.LateShare < 0.25m ? 1
            : row.LateShare < 0.5m ? 2
            : 3;
        return new DrawnPlace(row, Number(x), Number(y), Number(radius), late, hasRoom, Number(below));
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
