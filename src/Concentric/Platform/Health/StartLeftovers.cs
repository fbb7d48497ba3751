using System.Globalization;
using System.Runtime.InteropServices;

namespace Concentric.Platform.Health;

/// <summary>
/// Gives back what only the start needed: its garbage, and the pages of the executable's code and metadata that it read. What is needed
/// again comes back from the system's file cache at once, so what stays resident is what serving needs. It looks again and again for
/// some minutes, ever more seldom, because the first page that is asked for and the first run of each job belong to the start too.
/// </summary>
internal sealed class StartLeftovers(TimeProvider time) : BackgroundService
{
    private const double Longer = 1.2;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LastWait = TimeSpan.FromMinutes(5);

    /// <summary>Later the heap holds what people work with, and looking through it would make them wait.</summary>
    private static readonly TimeSpan LastWaitForGarbage = TimeSpan.FromSeconds(2);

    private HashSet<Pages> seen = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!OperatingSystem.IsLinux() || Environment.ProcessPath is not { } executable)
            return;
        GiveBack(executable);
        for (var wait = FirstWait; wait <= LastWait; wait *= Longer)
        {
            await Task.Delay(wait, time, stoppingToken);
            if (wait > FirstWait && wait <= LastWaitForGarbage)
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GiveBack(executable);
        }
    }

    /// <summary>Only what was there at the look before too (so the first look gives back nothing): the loader may still be writing into what it has
    /// just mapped.</summary>
    private void GiveBack(string executable)
    {
        var pages = Unwritten(File.ReadLines("/proc/self/smaps"), executable).ToHashSet();
        foreach (var (start, length) in pages.Intersect(seen))
            _ = Linux.Advise(start, length, Linux.DontNeed);
        seen = pages;
    }

    /// <summary>Where the file's own bytes lie in memory, mapped so that nobody can write and with no page that was ever written to.</summary>
    /// <param name="smaps">Lines as in <c>/proc/PID/smaps</c> (proc(5)).</param>
    internal static IEnumerable<Pages> Unwritten(IEnumerable<string> smaps, string file)
    {
        Pages? mapping = null;
        foreach (var line in smaps)
        {
            if (line.EndsWith(" " + file, StringComparison.Ordinal))
                mapping = ReadOnly(line);
            else if (mapping is { } own && line.StartsWith("Anonymous:", StringComparison.Ordinal))
            {
                if (line.EndsWith(" 0 kB", StringComparison.Ordinal))
                    yield return own;
                mapping = null;
            }
        }
    }

    private static Pages? ReadOnly(string line)
    {
        var parts = line.Split(' ', 3);
        var ends = parts[0].Split('-').Select(digits => nint.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        return parts[1][1] == 'w' ? null : new Pages(ends.First(), ends.Last() - ends.First());
    }

    internal sealed record Pages(nint Start, nint Length);

    private static class Linux
    {
        /// <summary>MADV_DONTNEED: drops the pages; unwritten pages of a file are read from it again when they are touched.</summary>
        internal const int DontNeed = 4;

        [DllImport("libc", EntryPoint = "madvise")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Advise(nint start, nint length, int advice);
    }
}
