using System.Globalization;

namespace Concentric.Rules.Scoring;

/// <summary>分: points, kept as whole thousandths so that sums are exact and the same on every machine.</summary>
public readonly record struct Points(long Thousandths) : IComparable<Points>
{
    private const long One = 1000;

    public static Points Zero => default;

    public static Points Of(decimal value) => new((long)decimal.Round(value * One, 0, MidpointRounding.AwayFromZero));

    /// <summary>Reads <c>2.5</c>; at most three places, no exponent. Null when it is no such number.</summary>
    public static Points? Parse(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        )
        && Math.Abs(value) <= 1_000_000
        && decimal.Round(value, 3) == value
            ? Of(value)
            : null;

    public static Points operator +(Points a, Points b) => new(a.Thousandths + b.Thousandths);

    public static Points operator -(Points a, Points b) => new(a.Thousandths - b.Thousandths);

    public static Points operator -(Points a) => new(-a.Thousandths);

    public static Points operator *(Points a, long times) => new(checked(a.Thousandths * times));

    public static bool operator <(Points a, Points b) => a.Thousandths < b.Thousandths;

    public static bool operator >(Points a, Points b) => a.Thousandths > b.Thousandths;

    public static bool operator <=(Points a, Points b) => a.Thousandths <= b.Thousandths;

    public static bool operator >=(Points a, Points b) => a.Thousandths >= b.Thousandths;

    public static Points Min(Points a, Points b) => a < b ? a : b;

    public static Points Max(Points a, Points b) => a > b ? a : b;

    /// <summary>This times numerator over denominator, rounded half up to so many places.</summary>
    public Points Share(long numerator, long denominator, int decimals)
    {
        var step = decimals switch
        {
            0 => 1000L,
            1 => 100L,
            2 => 10L,
            _ => 1L,
        };
        var divisor = checked(denominator * step);
        var product = checked(Thousandths * numerator);
        return new(FloorDivide(checked((2 * product) + divisor), 2 * divisor) * step);
    }

    public int CompareTo(Points other) => Thousandths.CompareTo(other.Thousandths);

    public decimal ToDecimal() => Thousandths / (decimal)One;

    /// <summary><c>24.5</c>, <c>15</c>: no zeros at the end.</summary>
    public override string ToString() => (Thousandths / (decimal)One).ToString("0.###", CultureInfo.InvariantCulture);

    private static long FloorDivide(long a, long b) => a >= 0 ? a / b : -((-a + b - 1) / b);
}
