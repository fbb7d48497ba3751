using System.Runtime.InteropServices;

namespace Concentric.Rules.Opinion;

/// <summary>A place on the map.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MapPoint(double X, double Y)
{
    public double DistanceTo(MapPoint other) => Math.Sqrt(SquareTo(other));

    public double SquareTo(MapPoint other)
    {
        var (x, y) = (X - other.X, Y - other.Y);
        return (x * x) + (y * y);
    }
}

/// <summary>
/// The plane that shows most of how people differ: two principal components of the answers, a missing answer filled with the mean of its
/// statement, columns centred, nothing divided by a deviation. By power iteration on X'X, the second component after the first was
/// taken out. The start is fixed, and the sign is chosen so that the largest weight is positive: the same answers give the same map.
/// </summary>
public sealed class PrincipalPlane
{
    private const int MostRounds = 1000;
    private const double Still = 1e-12;
    private const int MostProducts = 2000;
    private readonly double[] means;
    private readonly double[] first;
    private readonly double[] second;

    private PrincipalPlane(double[] means, double[] first, double[] second) =>
        (this.means, this.first, this.second) = (means, first, second);

    /// <summary>The weights of the statements in the first direction.</summary>
    public IReadOnlyList<double> First => first;

    /// <summary>The weights of the statements in the second direction.</summary>
    public IReadOnlyList<double> Second => second;

    /// <summary>The mean answer to each statement.</summary>
    public IReadOnlyList<double> Means => means;

    public static PrincipalPlane Of(VoteTable table)
    {
        var mean = MeansOf(table);
        var centred = new Centred(table, mean);
        var largest = centred.Direction(null);
        return new PrincipalPlane(mean, largest, centred.Direction(largest));
    }

    /// <summary>
    /// Where somebody stands: over the statements answered only, stretched by the square root of how many there are for each answered, so
    /// that whoever answered few is not drawn to the middle for it.
    /// </summary>
    public MapPoint Place(VoteRow row)
    {
        var (x, y) = (0.0, 0.0);
        for (var at = 0; at < row.Columns.Length; at++)
        {
            var column = row.Columns[at];
            var value = row.Votes[at] - means[column];
            x += value * first[column];
            y += value * second[column];
        }

        var stretch = Math.Sqrt((double)means.Length / Math.Max(1, row.Columns.Length));
        return new MapPoint(x * stretch, y * stretch);
    }

    /// <summary>How far a statement alone would carry whoever agrees with it: length of its place on the map.</summary>
    public double ExtremityOf(int statement)
    {
        var stretch = Math.Sqrt(means.Length) * (1 - means[statement]);
        return new MapPoint(stretch * first[statement], stretch * second[statement]).DistanceTo(default);
    }

    private static double[] MeansOf(VoteTable table)
    {
        var (sums, counts) = (new double[table.Statements.Count], new int[table.Statements.Count]);
        foreach (var row in table.Rows)
        {
            for (var at = 0; at < row.Columns.Length; at++)
            {
                sums[row.Columns[at]] += row.Votes[at];
                counts[row.Columns[at]]++;
            }
        }

        return [.. sums.Select((sum, column) => sum / Math.Max(1, counts[column]))];
    }

    /// <summary>The centred answers; an empty cell is zero and takes no room.</summary>
    private sealed class Centred(VoteTable table, double[] means)
    {
        /// <summary>X'X, up to a size that fits: 32 MB.</summary>
        private readonly Spreading? products = means.Length <= MostProducts ? new Spreading(table, means) : null;

        /// <summary>The direction of the largest spread, at right angles to another one.</summary>
        internal double[] Direction(double[]? other)
        {
            var direction = Start(means.Length);
            Separate(direction, other);
            if (!Normalise(direction))
                return new double[means.Length];
            for (var round = 0; round < MostRounds; round++)
            {
                var next = products?.Times(direction) ?? Spread(direction);
                Separate(next, other);
                if (!Normalise(next))
                    return new double[means.Length];
                var still = Math.Abs(Dot(next, direction)) > 1 - Still;
                direction = next;
                if (still)
                    break;
            }

            var largest = direction.MaxBy(Math.Abs);
            return largest < 0 ? [.. direction.Select(value => -value)] : direction;
        }

        /// <summary>X'X times a direction, from every answer.</summary>
        private double[] Spread(double[] direction)
        {
            var sum = new double[means.Length];
            foreach (var row in table.Rows)
            {
                var (columns, votes) = (row.Columns, row.Votes);
                var along = 0.0;
                for (var at = 0; at < columns.Length; at++)
                    along += (votes[at] - means[columns[at]]) * direction[columns[at]];
                for (var at = 0; at < columns.Length; at++)
                    sum[columns[at]] += (votes[at] - means[columns[at]]) * along;
            }

            return sum;
        }

        /// <summary>No two weights alike, so that no direction that matters is at right angles to the start.</summary>
        private static double[] Start(int length) =>
            [.. Enumerable.Range(0, length).Select(index => 1 + Math.Sin(12.9898 * (index + 1)))];

        private static void Separate(double[] direction, double[]? other)
        {
            if (other is null)
                return;
            var along = Dot(direction, other);
            for (var index = 0; index < direction.Length; index++)
                direction[index] -= along * other[index];
        }

        private static bool Normalise(double[] direction)
        {
            var length = Math.Sqrt(Dot(direction, direction));
            if (length < 1e-9)
                return false;
            for (var index = 0; index < direction.Length; index++)
                direction[index] /= length;
            return true;
        }

        private static double Dot(double[] one, double[] other)
        {
            var sum = 0.0;
            for (var index = 0; index < one.Length; index++)
                sum += one[index] * other[index];
            return sum;
        }
    }
}
