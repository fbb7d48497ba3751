using System.Diagnostics;

namespace Concentric.Bench;

/// <summary>From starting the published executable to its first page, and what it holds in memory after some load.</summary>
internal static class StartBench
{
    private const int Runs = 5;

    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    /// <summary>A page that has not come by then never will.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="executable">The published product.</param>
    /// <param name="empty">An ASP.NET Core app with nothing in it, self-contained in one file too.</param>
    internal static async Task RunAsync(Results results, string executable, string empty)
    {
        var folder = Directory.CreateTempSubdirectory("concentric-start-");
        var database = $"sqlite:{Path.Combine(folder.FullName, "start.db")}";
        await OnceAsync(executable, ["demo", "--database", database]);
        var (product, plain) = (new List<Run>(), new List<Run>());
        for (var run = 0; run < Runs; run++)
        {
            product.Add(
                await ServeAsync(executable, ["serve", "--database", database, "--urls", "http://127.0.0.1:5981"], "/suzhou/")
            );
            plain.Add(await ServeAsync(empty, ["--urls", "http://127.0.0.1:5981"], "/"));
        }

        results.Add(
            "start of the published executable to the first page served (s)",
            "an empty ASP.NET Core app",
            Median(product),
            Limit.Most(1.5),
            $"median of {Runs}; the empty app {Median(plain):0.00} s"
        );
        results.Add(
            "resident memory after 2,000 pages (MB)",
            "an empty ASP.NET Core app",
            product.Max(run => run.Megabytes),
            Limit.Most(150),
            $"largest of {Runs}; {Settled.TotalSeconds:0} s later {product.Min(run => run.Later):0} to "
                + $"{product.Max(run => run.Later):0} MB; the empty app {plain.Max(run => run.Megabytes):0} MB"
        );
        folder.Delete(recursive: true);
    }

    private static double Median(List<Run> runs) => runs.Select(run => run.Seconds).Order().ElementAt(Runs / 2);

    private static async Task<Run> ServeAsync(string executable, string[] arguments, string path)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(executable, arguments);
        try
        {
            using var client = new HttpClient();
            var page = new Uri("http://127.0.0.1:5981" + path);
            while (!await AnswersAsync(client, page))
            {
                if (Stopwatch.GetElapsedTime(started) > Patience)
                    throw new TimeoutException($"{executable} did not serve {path} in {Patience.TotalSeconds} s.");
                await Task.Delay(10);
            }

            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            await Parallel.ForEachAsync(
                Enumerable.Range(0, 2000),
                new ParallelOptions { MaxDegreeOfParallelism = 8 },
                async (_, cancellation) => (await client.GetAsync(page, cancellation)).Dispose()
            );
            var atOnce = Megabytes(process);
            await Task.Delay(Settled);
            return new Run(seconds, atOnce, Megabytes(process));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri page)
    {
        try
        {
            using var response = await client.GetAsync(page);
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

    /// <summary>What it writes is read and dropped: a full pipe would stop it.</summary>
    private static Process Start(string executable, string[] arguments)
    {
        var process = Process.Start(
            new ProcessStartInfo(executable, arguments)
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private static double Megabytes(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1048576.0;
    }

    /// <param name="Megabytes">Resident right after the pages.</param>
    /// <param name="Later">The same when the jobs of each minute have run too.</param>
    private sealed record Run(double Seconds, double Megabytes, double Later);
}
