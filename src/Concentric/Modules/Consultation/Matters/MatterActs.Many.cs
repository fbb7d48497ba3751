using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters;

public sealed partial class MatterActs
{
    private const int ReadAtOnce = 100;

    /// <summary>Does a deed to many, each by itself, so that one that cannot be done keeps no other from it. People are told once.</summary>
    public Task<MatterBulkAnswer> DoManyAsync(
        IReadOnlyCollection<Guid> ids,
        MatterDeed deed,
        CancellationToken cancellation = default
    ) => ManyAsync(ids, id => DoAsync(id, deed, cancellation), cancellation);

    /// <summary>Accepts many, in the order in which they came in.</summary>
    public Task<MatterBulkAnswer> AcceptManyAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default) =>
        ManyAsync(ids, id => AcceptAsync(id, cancellation: cancellation), cancellation);

    private async Task<MatterBulkAnswer> ManyAsync(
        IReadOnlyCollection<Guid> ids,
        Func<Guid, Task<MatterAnswer>> act,
        CancellationToken cancellation
    )
    {
        var (done, notFound) = (0, 0);
        var refused = new List<RefusedMatter>();
        messages.Together();
        foreach (var id in await InOrderAsync(ids, cancellation))
        {
            var told = messages.Waiting;
            var answer = await act(id);
            if (answer.IsDone)
                done++;
            else
            {
                messages.Forget(told);
                if (answer.Matter is { } matter)
                    refused.Add(new RefusedMatter(id, matter.FullNumber ?? matter.Title, answer.Refusal!));
                else
                    notFound++;
            }

            db.ChangeTracker.Clear();
        }

        messages.SendTogether();
        await db.SaveChangesAsync(cancellation);
        return new MatterBulkAnswer(done, refused, notFound);
    }

    private async Task<List<Guid>> InOrderAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var days = new List<(Guid Id, DateTimeOffset At)>(ids.Count);
        foreach (var chunk in ids.Distinct().Chunk(ReadAtOnce))
            days.AddRange(
                (
                    await db.Set<Matter>()
                        .Where(matter => chunk.Contains(matter.Id))
                        .Select(matter => new { matter.Id, matter.CollectedAt })
                        .ToListAsync(cancellation)
                ).Select(row => (row.Id, row.CollectedAt))
            );
        return [.. days.OrderBy(row => row.At).ThenBy(row => row.Id).Select(row => row.Id)];
    }
}
