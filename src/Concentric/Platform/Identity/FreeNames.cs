using Concentric.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Identity;

/// <summary>Names to sign in with that nobody has: zhangwei, zhangwei2, zhangwei3.</summary>
internal sealed class FreeNames(HashSet<string> taken)
{
    internal static async Task<FreeNames> AmongAsync(AppDb db, IEnumerable<string> wanted, CancellationToken cancellation)
    {
        // Names that begin alike are few, so they are fetched at once instead of asked for one by one.
        var starts = wanted.Distinct(StringComparer.Ordinal).Select(name => name.ToUpperInvariant()).ToList();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in starts.Chunk(500))
        {
            var names = await db
                .Accounts.Where(account => some.Any(start => account.NormalizedUserName.StartsWith(start)))
                .Select(account => account.UserName)
                .ToListAsync(cancellation);
            taken.UnionWith(names);
        }

        return new FreeNames(taken);
    }

    internal string Take(string wanted)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
            name = FormattableString.Invariant($"{wanted}{number}");
        return name;
    }
}
