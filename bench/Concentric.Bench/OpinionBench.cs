using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Concentric.Rules.Opinion;

namespace Concentric.Bench;

/// <summary>
/// An opinion map of 10,000 people and 200 statements, three in ten answered, worked out anew on one core, beside scikit-learn on one core
/// over the same matrix: filling with means, two principal components, k-means. Ours also does what scikit-learn is not asked for: the
/// statistics of every statement in every group.
/// </summary>
internal static class OpinionBench
{
    private const int People = 10_000;
    private const int Statements = 200;
    private const int Camps = 3;
    private const int Rounds = 5;

    /// <summary>What a missing answer is written as.</summary>
    private const sbyte NoAnswer = 9;

    internal static void Run(Results results)
    {
        if (!File.Exists(Python.Interpreter))
        {
            Console.Error.WriteLine("opinion: there is no scikit-learn here (python3-sklearn); left out.");
            return;
        }

        var matrix = Answers();
        var table = Table(matrix);
        OpinionMap.Of(table);
        var own = Enumerable.Range(0, Rounds).Select(_ => Seconds(() => OpinionMap.Of(table))).Min();
        var theirs = Python.Seconds(matrix, People, Statements, Rounds);
        results.Add(
            $"opinion map of {People:N0} people and {Statements} statements, one core",
            "scikit-learn on one core: PCA, then k-means of 100 and of 2 to 5",
            theirs.SameWork / own,
            Limit.Least(1),
            $"{own * 1000:0} : {theirs.SameWork * 1000:0} ms; PCA and one k-means of 3 alone {theirs.Plain * 1000:0} ms"
        );
    }

    private static double Seconds(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Camps that answer alike, with a fifth of their answers by chance; the same at every run.</summary>
    private static sbyte[] Answers()
    {
        var random = new Random(20231112);
        var views = new sbyte[Camps, Statements];
        for (var camp = 0; camp < Camps; camp++)
        {
            for (var statement = 0; statement < Statements; statement++)
                views[camp, statement] = (sbyte)random.Next(-1, 2);
        }

        var matrix = new sbyte[People * Statements];
        for (var at = 0; at < matrix.Length; at++)
        {
            var (person, statement) = (at / Statements, at % Statements);
            matrix[at] =
                random.NextDouble() > 0.3 ? NoAnswer
                : random.NextDouble() < 0.2 ? (sbyte)random.Next(-1, 2)
                : views[person % Camps, statement];
        }

        return matrix;
    }

    private static VoteTable Table(sbyte[] matrix) =>
        VoteTable.Of(
            [.. Enumerable.Range(0, Statements).Select(statement => statement.ToString(CultureInfo.InvariantCulture))],
            Enumerable
                .Range(0, People)
                .Select(person =>
                {
                    var answered = Enumerable
                        .Range(0, Statements)
                        .Where(statement => matrix[(person * Statements) + statement] != NoAnswer)
                        .ToArray();
                    return VoteRow.Of(
                        person.ToString(CultureInfo.InvariantCulture),
                        answered,
                        [.. answered.Select(statement => matrix[(person * Statements) + statement])]
                    );
                })
        );

    private static class Python
    {
        /// <summary>Debian's own, which has the package python3-sklearn.</summary>
        internal const string Interpreter = "/usr/bin/python3";

        internal static (double SameWork, double Plain) Seconds(sbyte[] matrix, int people, int statements, int rounds)
        {
            var file = Path.GetTempFileName();
            try
            {
                File.WriteAllBytes(file, (byte[])(Array)matrix);
                var start = new ProcessStartInfo(Interpreter) { RedirectStandardOutput = true, UseShellExecute = false };
                foreach (
                    var argument in new[]
                    {
                        Path.Combine(AppContext.BaseDirectory, "opinion_beside.py"),
                        file,
                        people.ToString(CultureInfo.InvariantCulture),
                        statements.ToString(CultureInfo.InvariantCulture),
                        rounds.ToString(CultureInfo.InvariantCulture),
                    }
                )
                    start.ArgumentList.Add(argument);
                foreach (var library in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS" })
                    start.Environment[library] = "1";
                using var process = Process.Start(start)!;
                var said = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode != 0)
                    throw new InvalidOperationException($"scikit-learn did not run: exit code {process.ExitCode}.");
                var answer = JsonDocument.Parse(said).RootElement;
                return (answer.GetProperty("sameWork").GetDouble(), answer.GetProperty("plain").GetDouble());
            }
            finally
            {
                File.Delete(file);
            }
        }
    }
}
