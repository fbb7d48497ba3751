namespace Concentric.Platform.Work;

/// <summary>待办: what waits in one module for whoever is signed in. A module registers one; the desk shows all.</summary>
public interface IWaitingWork
{
    /// <summary>Only what this reader may do something about; what waits for nobody is left out.</summary>
    Task<IReadOnlyList<WaitingWork>> ForReaderAsync(CancellationToken cancellation);
}

/// <summary>So many things of one sort that wait.</summary>
/// <param name="Title">In the reader's language: leave requests to decide.</param>
/// <param name="Count">At least one.</param>
/// <param name="Path">The list of them, below the committee.</param>
public sealed record WaitingWork(string Title, int Count, string Path)
{
    /// <summary>Nothing where nothing waits, so that a module can simply count.</summary>
    public static IReadOnlyList<WaitingWork> Of(params (string Title, int Count, string Path)[] counted) =>
        [.. counted.Where(row => row.Count > 0).Select(row => new WaitingWork(row.Title, row.Count, row.Path))];
}
