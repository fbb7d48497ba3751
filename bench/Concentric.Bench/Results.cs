using System.Globalization;

namespace Concentric.Bench;

/// <summary>What was measured beside what, and the limit it must keep; printed and written to bench/results.md.</summary>
internal sealed class Results
{
    private readonly List<Row> rows = [];

    /// <summary>A ratio that must be at least, or at most, its limit.</summary>
    internal void Add(string measured, string beside, double value, Limit limit, string detail)
    {
        rows.Add(new Row(measured, beside, value, limit, detail));
        Console.Error.WriteLine($"{measured}: {value:0.00} ({limit}; {detail})");
    }

    /// <summary>Exit code 1 if a limit is not kept.</summary>
    internal int Print()
    {
        string[] lines =
        [
            "# Measured",
            "",
            $"{DateTimeOffset.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {Environment.ProcessorCount} cores, {Machine()}. Ratios in one run; `bin/bench` writes this page.",
            "",
            "| measured | beside | value | limit | kept | detail |",
            "|---|---|---:|---|---|---|",
            .. rows.Select(row =>
                $"| {row.Measured} | {row.Beside} | {row.Value.ToString("0.00", CultureInfo.InvariantCulture)} | {row.Limit} | {(row.Kept ? "yes" : "**no**")} | {row.Detail} |"
            ),
            "",
        ];
        foreach (var line in lines)
            Console.WriteLine(line);
        File.WriteAllLines(
            Path.Combine(
                AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf("/artifacts/", StringComparison.Ordinal)],
                "bench",
                "results.md"
            ),
            lines
        );
        return rows.TrueForAll(row => row.Kept) ? 0 : 1;
    }

    private static string Machine() =>
        File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            ?.Split(':')[1]
            .Trim()
        ?? "unknown processor";

    private sealed record Row(string Measured, string Beside, double Value, Limit Limit, string Detail)
    {
        internal bool Kept => Limit.Holds(Value);
    }
}

internal sealed record Limit(double Bound, bool AtLeast)
{
    internal static Limit Least(double bound) => new(bound, true);

    internal static Limit Most(double bound) => new(bound, false);

    /// <summary>Told beside its companion, without a limit.</summary>
    internal static Limit None => new(double.PositiveInfinity, false);

    internal bool Holds(double value) => AtLeast ? value >= Bound : value <= Bound;

    public override string ToString() =>
        double.IsInfinity(Bound) ? "none" : $"{(AtLeast ? "≥" : "≤")} {Bound.ToString(CultureInfo.InvariantCulture)}";
}
