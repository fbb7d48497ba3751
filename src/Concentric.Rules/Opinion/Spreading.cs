using System.Numerics;

namespace Concentric.Rules.Opinion;

/// <summary>
/// X'X of the centred answers: how each statement goes with each other. It is summed up once, so that a round of the power iteration costs
/// the square of the statements and not every answer. Rows are added in their order and each number by itself, so that the sum is the same
/// on every processor.
/// </summary>
internal sealed class Spreading
{
    private const int RowsAtOnce = 4;
    private readonly int width;
    private readonly double[] products;

    internal Spreading(VoteTable table, double[] means)
    {
        width = means.Length;
        products = new double[width * width];
        var rows = new double[RowsAtOnce][];
        for (var at = 0; at < RowsAtOnce; at++)
            rows[at] = new double[width];
        for (var first = 0; first < table.Rows.Count; first += RowsAtOnce)
        {
            for (var at = 0; at < RowsAtOnce; at++)
                Centre(first + at < table.Rows.Count ? table.Rows[first + at] : null, means, rows[at]);
            Add(rows);
        }

        Mirror();
    }

    /// <summary>X'X times a direction.</summary>
    internal double[] Times(double[] direction)
    {
        var result = new double[width];
        for (var row = 0; row < width; row++)
        {
            var line = products.AsSpan(row * width, width);
            var sum = 0.0;
            for (var at = 0; at < line.Length; at++)
                sum += line[at] * direction[at];
            result[row] = sum;
        }

        return result;
    }

    /// <summary>One row with its means taken off; what is missing is zero.</summary>
    private static void Centre(VoteRow? row, double[] means, double[] centred)
    {
        Array.Clear(centred);
        if (row is null)
            return;
        for (var at = 0; at < row.Columns.Length; at++)
            centred[row.Columns[at]] = row.Votes[at] - means[row.Columns[at]];
    }

    /// <summary>Adds the products of four rows, in the upper half of the matrix.</summary>
    private void Add(double[][] rows)
    {
        var (first, second, third, fourth) = (rows[0], rows[1], rows[2], rows[3]);
        for (var row = 0; row < width; row++)
        {
            var (a, b, c, d) = (first[row], second[row], third[row], fourth[row]);
            var line = products.AsSpan(row * width, width);
            var (va, vb, vc, vd) = (new Vector<double>(a), new Vector<double>(b), new Vector<double>(c), new Vector<double>(d));
            var at = row;
            for (; at <= width - Vector<double>.Count; at += Vector<double>.Count)
            {
                var sum = new Vector<double>(line[at..]);
                sum += va * new Vector<double>(first, at);
                sum += vb * new Vector<double>(second, at);
                sum += vc * new Vector<double>(third, at);
                sum += vd * new Vector<double>(fourth, at);
                sum.CopyTo(line[at..]);
            }

            for (; at < width; at++)
                line[at] = line[at] + (a * first[at]) + (b * second[at]) + (c * third[at]) + (d * fourth[at]);
        }
    }

    private void Mirror()
    {
        for (var row = 0; row < width; row++)
        {
            for (var column = 0; column < row; column++)
                products[(row * width) + column] = products[(column * width) + row];
        }
    }
}
