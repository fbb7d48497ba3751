using System.Globalization;
using System.Runtime.InteropServices;

namespace Concentric.Platform.Health;

/// <summary>
/// Gives back what only the start needed: its garbage, and the pages of the executable's code and metadata that it read. What is needed
/// again comes back from the system's file cache at once, so what stays resident is what serving needs. It begins when the first page has
/// been served, and looks again and again for some minutes, ever more seldom, because the first run of each job belongs to the start too.
/// </summary>
internal sealed class StartLeftovers(FirstPage firstPage, TimeProvider time) : BackgroundService
{
    private const double Longer = 1.2;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LastWait = TimeSpan.FromMinutes(5);

    /// <summary>Later the heap holds what people work with, and looking through it would make them wait.</summary>
    private static readonly TimeSpan LastWaitForGarbage = TimeSpan.FromSeconds(2);

    /// <summary>Whoever starts it and asks for no page wants memory back too.</summary>
    private static readonly TimeSpan LongestWaitForPage = TimeSpan.FromSeconds(5);

    private HashSet<Pages> seen = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!OperatingSystem.IsLinux() || Environment.ProcessPath is not { } executable)
            return;
        await Task.WhenAny(firstPage.Served, Task.Delay(LongestWaitForPage, time, stoppingToken));
        for (var wait = FirstWait; wait <= LastWait; wait *= Longer)
        {
            GiveBack(executable);
            await Task.Delay(wait, time, stoppingToken);
            if (wait <= LastWaitForGarbage)
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    /// <summary>
    /// Read-only pages only where they were there at the look before too (so the first look gives back none of them): the loader may still be
    /// writing into what it has just mapped. Of what can be written, the system drops what is still as in the file and keeps the rest.
    /// </summary>
    private void GiveBack(string executable)
    {
        var mapped = Mapped(File.ReadLines("/proc/self/smaps"), executable).ToList();
        var unwritten = mapped.Where(pages => pages.IsReadOnly && !pages.IsWritten).ToHashSet();
        foreach (var pages in unwritten.Intersect(seen))
            _ = Linux.Advise(pages.Start, pages.Length, Linux.DontNeed);
        foreach (var pages in mapped.Where(pages => !pages.IsReadOnly))
            _ = Linux.Advise(pages.Start, pages.Length, Linux.PageOut);
        seen = unwritten;
    }

    /// <summary>Where the file lies in memory.</summary>
    /// <param name="smaps">Lines as in <c>/proc/PID/smaps</c> (proc(5)).</param>
    /// <param name="file">Its whole path.</param>
    internal static IEnumerable<Pages> Mapped(IEnumerable<string> smaps, string file)
    {
        string? mapping = null;
        foreach (var line in smaps)
        {
            if (line.EndsWith(" " + file, StringComparison.Ordinal))
                mapping = line;
            else if (mapping is not null && line.StartsWith("Anonymous:", StringComparison.Ordinal))
            {
                yield return PagesOf(mapping, isWritten: !line.EndsWith(" 0 kB", StringComparison.Ordinal));
                mapping = null;
            }
        }
    }

    private static Pages PagesOf(string mapping, bool isWritten)
    {
        var parts = mapping.Split(' ', 3);
        var ends = parts[0].Split('-').Select(digits => nint.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        return new Pages(ends.First(), ends.Last() - ends.First(), IsReadOnly: parts[1][1] != 'w', isWritten);
    }

    /// <param name="IsWritten">Whether any of it was changed in memory, and so is no longer the file's own bytes.</param>
    internal sealed record Pages(nint Start, nint Length, bool IsReadOnly, bool IsWritten);

    private static class Linux
    {
        /// <summary>MADV_DONTNEED: drops the pages; unwritten pages of a file are read from it again when they are touched.</summary>
        internal const int DontNeed = 4;

        /// <summary>MADV_PAGEOUT (Linux 5.4): drops what the file still has, for the owner of the file; loses nothing that was written.</summary>
        internal const int PageOut = 21;

        [DllImport("libc", EntryPoint = "madvise")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Advise(nint start, nint length, int advice);
    }
}
