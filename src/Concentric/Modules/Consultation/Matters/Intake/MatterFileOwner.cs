using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>
/// What came with a matter is read by those whose field it lies in. Its submitter sees it on the page of the tracking code, which has an
/// address of its own for it.
/// </summary>
internal sealed class MatterFileOwner(MatterField field) : IFileOwner
{
    public string OwnerType => Matter.SourceType;

    public async Task<bool> MayReadAsync(Guid ownerId, CurrentActor actor)
    {
        foreach (var permission in new[] { MatterPermissions.Read, MatterPermissions.Handle })
        {
            if (actor.Can(permission) && await (await field.MattersAsync(permission)).AnyAsync(matter => matter.Id == ownerId))
                return true;
        }

        return false;
    }
}
