using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Objections;

/// <summary>The evidence of an objection is for the member who raised it and for those who may read statements.</summary>
internal sealed class ObjectionFileOwner(AppDb db, ActorField field) : IFileOwner
{
    public string OwnerType => Objection.OwnerType;

    public async Task<bool> MayReadAsync(Guid ownerId, CurrentActor actor) =>
        (
            actor.Can(AppraisalPermissions.Read)
            && await db.Set<Objection>().Within(field, AppraisalPermissions.Read).AnyAsync(objection => objection.Id == ownerId)
        )
        || (
            actor.PersonId is { } person
            && await db.Set<Objection>().AnyAsync(objection => objection.Id == ownerId && objection.PersonId == person)
        );
}
