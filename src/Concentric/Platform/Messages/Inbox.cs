using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Messages;

/// <summary>The messages of whoever is signed in, and of nobody else.</summary>
public sealed class Inbox(AppDb db, CurrentActor actor, TimeProvider time)
{
    private IQueryable<Message> Own => db.Set<Message>().Where(message => message.AccountId == actor.AccountId);

    public Task<int> CountAsync(CancellationToken cancellation = default) => Own.CountAsync(cancellation);

    public Task<int> CountUnreadAsync(CancellationToken cancellation = default) =>
        Own.CountAsync(message => message.ReadAt == null, cancellation);

    /// <summary>Newest first.</summary>
    public Task<List<Message>> ListAsync(int skip, int take, CancellationToken cancellation = default) =>
        Own.AsNoTracking()
            .OrderByDescending(message => message.SentAt)
            .ThenByDescending(message => message.Id)
            .Skip(skip)
            .Take(take)
            .ToListAsync(cancellation);

    /// <summary>Marks a message as read and says where it leads; null when there is no such message.</summary>
    public async Task<string?> OpenAsync(Guid id, CancellationToken cancellation = default)
    {
        if (await Own.SingleOrDefaultAsync(message => message.Id == id, cancellation) is not { } opened)
            return null;
        opened.Read(time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return opened.Path;
    }

    /// <summary>Marks all as read.</summary>
    public async Task ReadAllAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await foreach (
            var message in Own.Where(message => message.ReadAt == null).AsAsyncEnumerable().WithCancellation(cancellation)
        )
            message.Read(now);
        await db.SaveChangesAsync(cancellation);
    }
}
