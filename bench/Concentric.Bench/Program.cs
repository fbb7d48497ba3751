using Concentric.Bench;

var postgres = Environment.GetEnvironmentVariable("CONCENTRIC_TEST_DATABASE");
var executable = Environment.GetEnvironmentVariable("CONCENTRIC_EXECUTABLE");
var empty = Environment.GetEnvironmentVariable("CONCENTRIC_EMPTY_APP");
var wanted =
    args.Length == 0 ? ["pages", "facts", "years", "scores", "what-if", "opinion", "matters", "intake", "live", "start"] : args;
var results = new Results();
if (wanted.Contains("pages", StringComparer.Ordinal))
{
    await PagesBench.RunAsync(results, "SQLite", null);
    if (postgres is { Length: > 0 })
        await PagesBench.RunAsync(results, "PostgreSQL", postgres);
}

if (wanted.Contains("facts", StringComparer.Ordinal))
{
    await FactsBench.RunAsync(results, "SQLite", null);
    if (postgres is { Length: > 0 })
        await FactsBench.RunAsync(results, "PostgreSQL", postgres);
}

if (wanted.Contains("years", StringComparer.Ordinal))
{
    await YearsBench.RunAsync(results, "SQLite", null);
    if (postgres is { Length: > 0 })
        await YearsBench.RunAsync(results, "PostgreSQL", postgres);
}

if (wanted.Contains("scores", StringComparer.Ordinal))
    ScoringBench.Run(results, members: 640_000);

if (wanted.Contains("what-if", StringComparer.Ordinal))
{
    await WhatIfBench.RunAsync(results, "SQLite", null);
    if (postgres is { Length: > 0 })
        await WhatIfBench.RunAsync(results, "PostgreSQL", postgres);
}

if (wanted.Contains("opinion", StringComparer.Ordinal))
    OpinionBench.Run(results);

if (wanted.Contains("matters", StringComparer.Ordinal))
{
    await MattersBench.RunAsync(results, "SQLite", null);
    if (postgres is { Length: > 0 })
        await MattersBench.RunAsync(results, "PostgreSQL", postgres);
}

if (wanted.Contains("intake", StringComparer.Ordinal))
{
    await IntakeBench.RunAsync(results, "SQLite", null);
    if (postgres is { Length: > 0 })
        await IntakeBench.RunAsync(results, "PostgreSQL", postgres);
}

if (wanted.Contains("live", StringComparer.Ordinal))
    await LiveBench.RunAsync(results);

if (wanted.Contains("start", StringComparer.Ordinal) && executable is { Length: > 0 } && empty is { Length: > 0 })
    await StartBench.RunAsync(results, executable, empty);
return results.Print();
