using System.Diagnostics;

namespace Concentric.Bench;

/// <summary>From starting the published executable to its first page, and what it holds in memory after some load.</summary>
internal static class StartBench
{
    internal static async Task RunAsync(Results results, string executable)
    {
        var folder = Directory.CreateTempSubdirectory("concentric-start-");
        var database = $"sqlite:{Path.Combine(folder.FullName, "start.db")}";
        await OnceAsync(executable, ["demo", "--database", database]);
        var runs = new List<(double Seconds, double Megabytes)>();
        for (var run = 0; run < 5; run++)
            runs.Add(
                await ServeAsync(
                    executable,
                    ["serve", "--database", database, "--urls", "http://127.0.0.1:5981"],
                    "http://127.0.0.1:5981/suzhou/"
                )
            );
        var seconds = runs.Select(run => run.Seconds).Order().ElementAt(2);
        var megabytes = runs.Max(run => run.Megabytes);
        results.Add(
            "start of the published executable to the first page served (s)",
            "nothing",
            seconds,
            Limit.Most(1.5),
            "median of 5"
        );
        results.Add("resident memory after 2,000 pages (MB)", "nothing", megabytes, Limit.Most(150), "largest of 5");
        folder.Delete(recursive: true);
    }

    private static async Task<(double Seconds, double Megabytes)> ServeAsync(string executable, string[] arguments, string page)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(executable, arguments);
        try
        {
            using var client = new HttpClient();
            while (!await AnswersAsync(client, page))
                await Task.Delay(10);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            await Parallel.ForEachAsync(
                Enumerable.Range(0, 2000),
                new ParallelOptions { MaxDegreeOfParallelism = 8 },
                async (_, cancellation) => (await client.GetAsync(new Uri(page), cancellation)).Dispose()
            );
            process.Refresh();
            return (seconds, process.WorkingSet64 / 1048576.0);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string page)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(page));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task OnceAsync(string executable, string[] arguments)
    {
        using var process = Start(executable, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{executable} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static Process Start(string executable, string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(executable, arguments)
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
}
