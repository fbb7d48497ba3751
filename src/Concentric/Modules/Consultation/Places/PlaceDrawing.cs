using System.Globalization;

namespace Concentric.Modules.Consultation.Places;

/// <summary>A place with what is under way there.</summary>
public sealed record PlaceLoad(Guid Id, string Name, string Slug, int Depth, int Open, int Late)
{
    public decimal? Latitude { get; init; }
    public decimal? Longitude { get; init; }

    /// <summary>The part of what is under way that is late.</summary>
    public decimal LateShare => Open == 0 ? 0 : (decimal)Late / Open;
}

/// <summary>A place drawn as a circle: its area tells how many matters are under way there, its class how many of them are late.</summary>
/// <param name="Late">0 none · 1 less than a quarter · 2 less than half · 3 more.</param>
/// <param name="HasLabel">Whether its name has room beside the names of busier places.</param>
public sealed record DrawnPlace(PlaceLoad Place, string X, string Y, string Radius, int Late, bool HasLabel, string LabelY);

/// <summary>Places laid out as on a map, north above, with all numbers ready for SVG.</summary>
public sealed record PlaceDrawing(IReadOnlyList<DrawnPlace> Places, MapFrame Frame)
{
    private const double SmallestRadius = 5;
    private const double LargestRadius = 30;
    private const double LabelHeight = 15;
    private const double SignWidth = 13;

    /// <summary>None when no place has a point on the map.</summary>
    /// <param name="rows">Those without a point are left out.</param>
    /// <param name="leastSpan">Degrees of latitude that the map shows at least.</param>
    /// <param name="also">A point that the map shows as well, for what is not drawn as a place.</param>
    public static PlaceDrawing? Of(
        IReadOnlyList<PlaceLoad> rows,
        double leastSpan = 1e-6,
        (decimal Latitude, decimal Longitude)? also = null
    )
    {
        var placed = rows.Where(row => row.Latitude is not null && row.Longitude is not null).ToList();
        if (placed.Count == 0)
            return null;
        var points = placed.ConvertAll(row => (row.Latitude!.Value, row.Longitude!.Value));
        if (also is { } point)
            points.Add(point);
        var frame = MapFrame.Of(points, leastSpan);
        var most = placed.Max(row => row.Open);
        // The busiest first: it keeps its name, and smaller circles lie above it.
        var spots = placed
            .OrderByDescending(row => row.Open)
            .ThenBy(row => row.Depth)
            .ThenBy(row => row.Slug, StringComparer.Ordinal)
            .Select(row => new Spot(
                row,
                frame.X(row.Longitude!.Value),
                frame.Y(row.Latitude!.Value),
                SmallestRadius + ((LargestRadius - SmallestRadius) * Math.Sqrt((double)row.Open / Math.Max(most, 12)))
            ))
            .ToList();
        var labels = new List<Spot>();
        return new PlaceDrawing(spots.ConvertAll(spot => Draw(spot, spots, labels)), frame);
    }

    private static DrawnPlace Draw(Spot spot, List<Spot> spots, List<Spot> labels)
    {
        var hasRoom =
            spot.LabelY < MapFrame.Height
            && spot.X - spot.HalfLabel > 0
            && spot.X + spot.HalfLabel < MapFrame.Width
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
