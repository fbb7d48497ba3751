using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Portal;

/// <summary>Pictures and attachments of an article: for everybody once it is published, before and after for the editorial office.</summary>
internal sealed class PortalFileOwner(AppDb db) : IFileOwner
{
    public const string Type = "portal.article";

    public string OwnerType => Type;

    public async Task<bool> MayReadAsync(Guid ownerId, CurrentActor actor) =>
        actor.Can(PortalPermissions.Read)
        || await db.Set<Article>().AnyAsync(article => article.Id == ownerId && article.State == ArticleState.Published);
}
