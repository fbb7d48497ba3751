using System.Collections.Concurrent;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Platform.Work;

/// <summary>One thing that a new committee does before a module is of use. A module registers it; the desk names those that are open.</summary>
/// <param name="TextKey">In the module's texts: register the members.</param>
/// <param name="Path">Where it is done, below the committee.</param>
/// <param name="Permission">Who may do it; nobody else is told.</param>
/// <param name="IsDone">Asked until it says so once; it stays done.</param>
public sealed record FirstStep(string TextKey, string Path, string Permission, Func<AppDb, CancellationToken, Task<bool>> IsDone);

/// <summary>开始使用: what a new committee still has to prepare.</summary>
public sealed class FirstSteps(IEnumerable<FirstStep> steps)
{
    private readonly ConcurrentDictionary<(Guid Committee, string Step), bool> done = new();

    /// <summary>The open steps that the reader may do, in the order of modules.</summary>
    public async Task<IReadOnlyList<FirstStep>> OpenAsync(AppDb db, CurrentActor actor, CancellationToken cancellation)
    {
        List<FirstStep> open = [];
        foreach (var step in steps.Where(step => actor.Can(step.Permission)))
        {
            var key = (db.CommitteeId, step.TextKey);
            if (done.ContainsKey(key))
                continue;
            if (await step.IsDone(db, cancellation))
                done[key] = true;
            else
                open.Add(step);
        }

        return open;
    }
}
