using Concentric.Modules.Consultation.Matters.Office;
using Concentric.Modules.Portal;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Public.Cases;

/// <summary>Offers editors to make an article of a matter that is closed and cleared, on the office's page about it.</summary>
internal sealed class CaseBlock(AppDb db, CurrentActor actor) : IMatterPageBlock
{
    public int Order => 90;

    public async Task<MatterPageBlock?> ForAsync(Guid matterId, CancellationToken cancellation)
    {
        if (!actor.Can(PortalApi.WritePermission))
            return null;
        var matter = await db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == matterId, cancellation);
        return matter is null || CaseDraft.WhyNot(matter) is not null
            ? null
            : new MatterPageBlock("/Modules/Consultation/Matters/Public/Cases/_CaseOffer.cshtml", matterId);
    }
}
