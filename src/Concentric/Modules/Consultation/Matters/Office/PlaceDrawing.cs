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
        // The busiest first: it keeps its name, and smaller circles lie above it.
        var spots = points
            .OrderByDescending(point => point.Row.Open)
            .ThenBy(point => point.Row.Slug, StringComparer.Ordinal)
            .Select(point => new Spot(
                point.Row,
                (Width / 2.0) + ((point.X - ((left + right) / 2)) * scale),
                (Height / 2.0) - ((point.Y - ((low + high) / 2)) * scale),
                SmallestRadius + ((LargestRadius - SmallestRadius) * Math.Sqrt((double)point.Row.Open / Math.Max(most, 12)))
            ))
            .ToList();
        var labels = new List<Spot>();
        return new PlaceDrawing(spots.ConvertAll(spot => Draw(spot, spots, labels)));
    }

    private static DrawnPlace Draw(Spot spot, List<Spot> spots, List<Spot> labels)
    {
        var hasRoom =
            spot.LabelY < Height
            && spot.X - spot.HalfLabel > 0
            && spot.X + spot.HalfLabel < Width
            && !labels.Exists(other =>
                Math.Abs(other.LabelY - spot.LabelY) < LabelHeight
                && Math.Abs(other.X - spot.X) < other.HalfLabel + spot.HalfLabel
            )
            && !spots.Exists(other => other != spot && other.Covers(spot));
        if (hasRoom)
            labels.Add(spot);
        var row = spot.Row;
        var late =
            row.Late == 0 ? 0
            : row.LateShare < 0.25m ? 1
            : row.LateShare < 0.5m ? 2
            : 3;
        return new DrawnPlace(row, Number(spot.X), Number(spot.Y), Number(spot.Radius), late, hasRoom, Number(spot.LabelY));
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A circle with the place where its name would stand: below it, in its middle.</summary>
    private sealed record Spot(PlaceLoad Row, double X, double Y, double Radius)
    {
        internal double LabelY => Y + Radius + LabelHeight - 3;

        internal double HalfLabel => Row.Name.Length * SignWidth / 2;

        /// <summary>Whether this circle lies over the name of another.</summary>
        internal bool Covers(Spot other) =>
            Math.Abs(X - other.X) < Radius + other.HalfLabel
            && Y + Radius > other.LabelY - LabelHeight + 3
            && Y - Radius < other.LabelY + 2;
    }
}
