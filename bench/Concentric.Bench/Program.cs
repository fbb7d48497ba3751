using Concentric.Bench;

var postgres = Environment.GetEnvironmentVariable("CONCENTRIC_TEST_DATABASE");
var executable = Environment.GetEnvironmentVariable("CONCENTRIC_EXECUTABLE");
var empty = Environment.GetEnvironmentVariable("CONCENTRIC_EMPTY_APP");
var results = new Results();
bool IsWanted(string name) => args.Length == 0 || args.Contains(name, StringComparer.Ordinal);

async Task OnBothAsync(string name, Func<Results, string, string?, Task> measure)
{
    if (!IsWanted(name))
        return;
    await measure(results, "SQLite", null);
    if (postgres is { Length: > 0 })
        await measure(results, "PostgreSQL", postgres);
}

await OnBothAsync("pages", PagesBench.RunAsync);
await OnBothAsync("facts", FactsBench.RunAsync);
await OnBothAsync("years", YearsBench.RunAsync);
if (IsWanted("scores"))
    ScoringBench.Run(results, members: 640_000);
await OnBothAsync("what-if", WhatIfBench.RunAsync);
if (IsWanted("opinion"))
    OpinionBench.Run(results);
await OnBothAsync("matters", MattersBench.RunAsync);
await OnBothAsync("search", SearchBench.RunAsync);
await OnBothAsync("intake", IntakeBench.RunAsync);
if (IsWanted("live"))
    await LiveBench.RunAsync(results);
if (IsWanted("start") && executable is { Length: > 0 } && empty is { Length: > 0 })
    await StartBench.RunAsync(results, executable, empty);
return results.Print();
