using System.Globalization;
using System.Text;
using Concentric.Rules.Opinion;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>A group drawn: the line around it and where its letter stands.</summary>
public sealed record DrawnGroup(int Label, string Letter, string Path, string X, string Y);

/// <summary>People drawn as one spot.</summary>
/// <param name="Label">Of their group; none for whoever is in none.</param>
public sealed record DrawnSpot(string X, string Y, string Radius, int? Label);

/// <summary>The map as a picture of fixed size, with all numbers ready for SVG.</summary>
public sealed record MapDrawing
{
    public const int Width = 480;
    public const int Height = 340;
    private const double Margin = 44;
    private const double LargestRadius = 13;

    public required IReadOnlyList<DrawnGroup> Groups { get; init; }
    public required IReadOnlyList<DrawnSpot> Spots { get; init; }

    /// <summary>Where the reader stands.</summary>
    public (string X, string Y)? Own { get; init; }

    /// <param name="picture">What was worked out.</param>
    /// <param name="withheld">Groups that are too small to be told: their people are drawn as belonging to none.</param>
    /// <param name="own">Where the reader stands.</param>
    public static MapDrawing Of(OpinionPicture picture, IReadOnlyList<bool> withheld, MapPoint? own)
    {
        var frame = Frame.Around([
            .. picture.Spots.Select(spot => spot.Place),
            .. own is { } place ? [place] : Array.Empty<MapPoint>(),
        ]);
        var most = picture.Spots.Max(spot => spot.People);
        return new MapDrawing
        {
            Groups = [.. picture.Groups.Index().Where(pair => !withheld[pair.Index]).Select(pair => Draw(pair.Item, frame))],
            Spots =
            [
                .. picture.Spots.Select(spot => new DrawnSpot(
                    Number(frame.X(spot.Place)),
                    Number(frame.Y(spot.Place)),
                    Number(most == 1 ? 4 : 3 + ((LargestRadius - 3) * Math.Sqrt((spot.People - 1.0) / Math.Max(24, most)))),
                    spot.Group is { } group && !withheld[group] ? picture.Groups[group].Label : null
                )),
            ],
            Own = own is { } at ? (Number(frame.X(at)), Number(frame.Y(at))) : null,
        };
    }

    private static DrawnGroup Draw(PicturedGroup group, Frame frame)
    {
        var path = new StringBuilder();
        foreach (var (at, corner) in group.Outline.Index())
            path.Append(at == 0 ? 'M' : 'L').Append(Number(frame.X(corner))).Append(' ').Append(Number(frame.Y(corner)));
        // One corner alone is a line to itself, drawn as a round spot.
        if (group.Outline.Count == 1)
            path.Append("h0.1");
        path.Append('Z');
        return new DrawnGroup(
            group.Label,
            OpinionResults.Letter(group.Label),
            path.ToString(),
            Number(frame.X(group.Centre)),
            Number(frame.Y(group.Centre))
        );
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>How places of the map lie in the picture: the same measure across and up, everything inside the margin.</summary>
    private sealed record Frame(double Scale, double MiddleX, double MiddleY)
    {
        internal double X(MapPoint place) => (Width / 2.0) + ((place.X - MiddleX) * Scale);

        internal double Y(MapPoint place) => (Height / 2.0) - ((place.Y - MiddleY) * Scale);

        internal static Frame Around(IReadOnlyList<MapPoint> places)
        {
            var (left, right) = (places.Min(place => place.X), places.Max(place => place.X));
            var (low, high) = (places.Min(place => place.Y), places.Max(place => place.Y));
            var scale = Math.Min(
                (Width - (2 * Margin)) / Math.Max(right - left, 1e-9),
                (Height - (2 * Margin)) / Math.Max(high - low, 1e-9)
            );
            return new Frame(scale, (left + right) / 2, (low + high) / 2);
        }
    }
}
