using System.Diagnostics;
using System.Globalization;
using Concentric.Rules.Scoring;
using DuckDB.NET.Data;

namespace Concentric.Bench;

/// <summary>
/// Totals of 640,000 members with 100 facts each (base points with caps of items and categories), one core, beside DuckDB on one
/// core over the same facts in its own table, asked in the fastest of three ways. Ours also makes the facts, as a stream; DuckDB finds
/// them stored in the order of members. All checksums must agree. Then whole statements, every line with its reason, beside the totals alone.
/// </summary>
internal static class ScoringBench
{
    private const int FactsEach = 100;
    private const int Signals = 32;
    private const int Worthless = 8;

    internal static void Run(Results results, int members)
    {
        var sheet = Sheet();
        var table = TotalsTable.Of(sheet)!;
        var signals = Enumerable.Range(0, Signals).Select(signal => table.SignalOf(Kind(signal), null, null)).ToArray();
        Totals(table, signals, members / 10);
        var before = Environment.WorkingSet;
        var (own, ownSum) = Time(() => Totals(table, signals, members));
        var grown = Math.Max(0, Environment.WorkingSet - before) / 1024 / 1024;
        var (duck, way) = DuckTotals(sheet, members, ownSum);
        var facts = (double)members * FactsEach;
        results.Add(
            $"totals of {members:N0} members, {facts / 1e6:0} million facts, per core",
            $"DuckDB, one thread, its own table, {way}",
            duck / own,
            Limit.Least(1),
            $"{facts / own / 1e6:0} : {facts / duck / 1e6:0} million facts/s, working set grew {grown} MB"
        );
        Statements(results, sheet, own / members);
    }

    /// <summary>Six categories of four items, every item capped, some categories full long before their items are.</summary>
    private static RuleSheet Sheet() =>
        new()
        {
            Id = "bench",
            Version = "1",
            Title = "bench",
            AdoptedBy = "-",
            AdoptedOn = new(2026, 1, 1),
            From = new(2026, 1, 1),
            To = new(2026, 12, 31),
            Shape = SheetShape.CappedCategories,
            Scale = new() { Base = Points.Of(100) },
            Categories =
            [
                .. Enumerable
                    .Range(0, 6)
                    .Select(category => new RuleCategory
                    {
                        Id = $"c{category}",
                        Title = "-",
                        Cap = Points.Of(12 + (2 * category)),
                        Items = [.. Enumerable.Range(category * 4, 4).Select(Item)],
                    }),
            ],
        };

    private static RuleItem Item(int number) =>
        new()
        {
            Id = $"i{number}",
            Title = "-",
            Unit = "times",
            Counts = [new() { Fact = Kind(number) }],
            PerUnit = Points.Of(0.5m + (number % 5)),
            Cap = Points.Of(4 + (number % 7)),
        };

    private static string Kind(int signal) => $"bench.k{signal}";

    /// <summary>The fact with a number: the same arithmetic as in the SQL below.</summary>
    private static (int Signal, ushort Units) FactAt(long number)
    {
        var mixed = number * 2654435761L % 4294967296L;
        return ((int)(mixed >> 9) & (Signals - 1), (ushort)(1 + ((mixed >> 20) & 1)));
    }

    private static long Totals(TotalsTable table, ushort[] signals, int members)
    {
        var scratch = new long[table.ScratchSize];
        var facts = new CountedFact[FactsEach];
        long sum = 0;
        for (long member = 0; member < members; member++)
        {
            for (var at = 0; at < FactsEach; at++)
            {
                var (signal, units) = FactAt((member * FactsEach) + at);
                facts[at] = new(signals[signal], units);
            }

            sum += table.Total(facts, scratch).Thousandths * (1 + (member % 1000));
        }

        return sum;
    }

    private static (double Seconds, string Way) DuckTotals(RuleSheet sheet, int members, long expected)
    {
        var path = Path.Combine(Path.GetTempPath(), $"concentric-bench-{Environment.ProcessId}.duckdb");
        try
        {
            using var connection = new DuckDBConnection($"DataSource={path}");
            connection.Open();
            Execute(connection, "SET threads = 1; SET memory_limit = '800MB'");
            Execute(
                connection,
                $"""
                CREATE TABLE facts AS
                SELECT (n // {FactsEach})::INTEGER AS member, ((m >> 9) & {Signals
                    - 1})::SMALLINT AS signal, (1 + ((m >> 20) & 1))::SMALLINT AS units
                FROM (SELECT n, n * 2654435761 % 4294967296 AS m FROM range({(long)members * FactsEach}) AS numbers(n))
                """
            );
            Execute(connection, "CHECKPOINT");
            return ScoringSql
                .Questions(sheet)
                .Select(question => (Asked(connection, question.Sql, expected), question.Name))
                .MinBy(one => one.Item1);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static double Asked(DuckDBConnection connection, string sql, long expected)
    {
        Execute(connection, sql);
        var (seconds, sum) = Time(() => Convert.ToInt64(Execute(connection, sql), CultureInfo.InvariantCulture));
        return sum == expected
            ? seconds
            : throw new InvalidOperationException($"The totals differ: {expected} and {sum} by {sql}");
    }

    private static object? Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Statements(Results results, RuleSheet sheet, double totalSeconds)
    {
        const int people = 3_320;
        var compiled = new CompiledSheet(sheet);
        var member = new ScoredMember { Key = "m", Roles = [new("member", sheet.From, sheet.To)] };
        var facts = Enumerable.Range(0, FactsEach).Select(number => Fact(sheet, number)).ToArray();
        for (var number = 0; number < people / 10; number++)
            Scoring.Derive(compiled, member, facts);
        var (seconds, _) = Time(() =>
            Enumerable.Range(0, people).Sum(_ => Scoring.Derive(compiled, member, facts).Total.Thousandths)
        );
        results.Add(
            "a whole statement of 100 facts, every line with its reason",
            "its total alone",
            seconds / people / totalSeconds,
            Limit.Most(400),
            $"{seconds / people * 1e6:0} µs a statement; a county's 332 in {seconds / 10 * 1e3:0} ms"
        );
    }

    private static DutyFact Fact(RuleSheet sheet, int number)
    {
        var (signal, units) = FactAt(number);
        return new()
        {
            Id = SheetExamples.IdOf($"{number}"),
            Kind = Kind(signal % (Signals - Worthless)),
            Day = sheet.From.AddDays(number * 3),
            Quantity = units,
        };
    }

    private static (double Seconds, long Value) Time(Func<long> work)
    {
        var started = Stopwatch.GetTimestamp();
        var value = work();
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, value);
    }
}
