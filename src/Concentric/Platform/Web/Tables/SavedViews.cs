using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Web.Tables;

/// <summary>The saved views that this reader may use: own ones, those of own roles, everybody's.</summary>
public sealed class SavedViews(AppDb db, CurrentActor actor)
{
    private const int Most = 40;

    /// <summary>For one list, own ones first.</summary>
    public async Task<IReadOnlyList<SavedView>> ForAsync(string tableKey, CancellationToken cancellation = default)
    {
        if (!actor.IsSignedIn)
            return [];
        var roles = actor.Roles.Select(role => role.Role).ToList();
        return await db.Set<SavedView>()
            .AsNoTracking()
            .Where(view => view.TableKey == tableKey)
            .Where(view =>
                view.OwnerId == actor.AccountId || (view.OwnerId == null && (view.Role == null || roles.Contains(view.Role)))
            )
            .OrderBy(view => view.OwnerId == null)
            .ThenBy(view => view.Name)
            .Take(Most)
            .ToListAsync(cancellation);
    }

    /// <summary>Why this view may not be saved, if it may not.</summary>
    public async Task<Refusal?> WhyNotSaveAsync(
        string tableKey,
        string name,
        string query,
        CancellationToken cancellation = default
    )
    {
        if (name.Length is 0 or > SavedView.LongestName)
            return new Refusal("ViewNeedsName", SavedView.LongestName);
        if (query.Length > SavedView.LongestQuery || query is not ['?', ..])
            return new Refusal("ViewCannotBeKept");
        return
            await db.Set<SavedView>()
                .CountAsync(view => view.TableKey == tableKey && view.OwnerId == actor.AccountId, cancellation) >= Most
            ? new Refusal("TooManyViews", Most)
            : null;
    }

    /// <summary>Keeps a view. To share it takes the permission to change settings; without it the view is the reader's own.</summary>
    public async Task SaveAsync(
        string tableKey,
        string name,
        string query,
        string? share,
        CancellationToken cancellation = default
    )
    {
        var isShared = share is { Length: > 0 } && actor.Can(PlatformPermissions.ChangeSettings);
        db.Add(
            new SavedView
            {
                TableKey = tableKey,
                Name = name,
                Query = query,
                OwnerId = isShared ? null : actor.AccountId,
                Role = isShared && share != "all" ? share : null,
            }
        );
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Takes a view away: one's own, or a shared one with the permission to change settings.</summary>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellation = default)
    {
        var view = await db.Set<SavedView>().SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (
            view is null
            || (view.OwnerId != actor.AccountId && (view.OwnerId is not null || !actor.Can(PlatformPermissions.ChangeSettings)))
        )
            return false;
        db.Remove(view);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
