using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Tenancy;

/// <summary>Finds committees by the first segment of the address. They change rarely, so they are remembered for half a minute.</summary>
public sealed class CommitteeDirectory(IServiceScopeFactory scopes, TimeProvider time)
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, (Committee? Committee, DateTimeOffset Until)> known = new(
        StringComparer.Ordinal
    );

    public ValueTask<Committee?> FindAsync(string slug, CancellationToken cancellation = default) =>
        known.TryGetValue(slug, out var remembered) && remembered.Until > time.GetUtcNow()
            ? new ValueTask<Committee?>(remembered.Committee)
            : new ValueTask<Committee?>(ReadAsync(slug, cancellation));

    private async Task<Committee?> ReadAsync(string slug, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var committee = await db.Committees.AsNoTracking().SingleOrDefaultAsync(row => row.Slug == slug, cancellation);
        // Unknown names are not remembered, so that guessing cannot fill the memory.
        if (committee is not null)
            known[slug] = (committee, time.GetUtcNow() + Remembered);
        return committee;
    }

    /// <summary>Every committee in the order of slugs, read some at a time: an installation may hold a country's.</summary>
    public async IAsyncEnumerable<Committee> AllAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        IReadOnlyList<Committee> some;
        var last = "";
        do
        {
            some = await AfterAsync(last, AtOnce, cancellation);
            foreach (var committee in some)
                yield return committee;
            last = some is [.., var end] ? end.Slug : last;
        } while (some.Count == AtOnce);
    }

    /// <summary>The committees whose slug comes after another, in the order of slugs.</summary>
    public async Task<IReadOnlyList<Committee>> AfterAsync(string slug, int most, CancellationToken cancellation = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return await db
            .Committees.AsNoTracking()
            .Where(row => string.Compare(row.Slug, slug) > 0)
            .OrderBy(row => row.Slug)
            .Take(most)
            .ToListAsync(cancellation);
    }

    /// <summary>Forgets a committee whose settings were saved.</summary>
    public void Forget(string slug) => known.TryRemove(slug, out _);
}
