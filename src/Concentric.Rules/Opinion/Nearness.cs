using System.Numerics;

namespace Concentric.Rules.Opinion;

/// <summary>Finds for every place the nearest centre, several centres at a time; of equally near ones the first.</summary>
internal sealed class Nearness
{
    private readonly double[] placesX;
    private readonly double[] placesY;
    private readonly double[] order;
    private double[] centresX = [];
    private double[] centresY = [];

    internal Nearness(IReadOnlyList<MapPoint> places, int mostCentres)
    {
        placesX = [.. places.Select(place => place.X)];
        placesY = [.. places.Select(place => place.Y)];
        order = [.. Enumerable.Range(0, Padded(mostCentres)).Select(at => (double)at)];
    }

    internal void Assign(List<MapPoint> centres, int[] of)
    {
        Take(centres);
        Span<double> lanes = stackalloc double[Vector<double>.Count];
        Span<double> orders = stackalloc double[Vector<double>.Count];
        for (var place = 0; place < of.Length; place++)
        {
            var (x, y) = (new Vector<double>(placesX[place]), new Vector<double>(placesY[place]));
            var (least, nearest) = (new Vector<double>(double.PositiveInfinity), Vector<double>.Zero);
            for (var at = 0; at < centresX.Length; at += Vector<double>.Count)
            {
                var (acrossX, acrossY) = (x - new Vector<double>(centresX, at), y - new Vector<double>(centresY, at));
                var square = (acrossX * acrossX) + (acrossY * acrossY);
                var isNearer = Vector.LessThan(square, least);
                least = Vector.ConditionalSelect(isNearer, square, least);
                nearest = Vector.ConditionalSelect(isNearer, new Vector<double>(order, at), nearest);
            }

            least.CopyTo(lanes);
            nearest.CopyTo(orders);
            of[place] = First(lanes, orders);
        }
    }

    /// <summary>The least; of equal ones that which stands first.</summary>
    private static int First(Span<double> squares, Span<double> orders)
    {
        var best = 0;
        for (var lane = 1; lane < squares.Length; lane++)
        {
            var isBetter = squares[lane] < squares[best] || (squares[lane] <= squares[best] && orders[lane] < orders[best]);
            best = isBetter ? lane : best;
        }

        return (int)orders[best];
    }

    /// <summary>The centres in columns, filled up with some that are nobody's nearest.</summary>
    private void Take(List<MapPoint> centres)
    {
        var length = Padded(centres.Count);
        if (centresX.Length != length)
            (centresX, centresY) = (new double[length], new double[length]);
        Array.Fill(centresX, double.PositiveInfinity);
        Array.Fill(centresY, 0);
        for (var at = 0; at < centres.Count; at++)
            (centresX[at], centresY[at]) = (centres[at].X, centres[at].Y);
    }

    private static int Padded(int count) => (count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
}
