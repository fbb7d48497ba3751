using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Appraisal.Duties.Import;

/// <summary>How far an import of duties is; and, once it is done, the one act by which a second person confirms all of it.</summary>
[RequirePermission(DutyPermissions.Read)]
public sealed class DutyRunPage(
    ImportDesk desk,
    ImportWorker<DutyImport> worker,
    DutyColumns columns,
    DutyConfirming confirming,
    ActorField field
) : ImportRunPage<DutyImport>(desk, worker, columns)
{
    private readonly ImportDesk desk = desk;

    public override string At => DutyUploadPage.Address;

    /// <summary>Its records that wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>Those of them that this reader may confirm.</summary>
    public int Mine { get; private set; }

    public bool MayRegister => desk.Actor.Can(DutyPermissions.Register);

    public bool MayConfirm => desk.Actor.Can(DutyPermissions.Confirm);

    protected override bool MayWrite => MayRegister;

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken cancellation)
    {
        if (!MayConfirm || !await LoadAsync(id, cancellation))
            return NotFound();
        var (confirmed, left, refusal) = await confirming.ConfirmAllAsync(OfRun(id), cancellation);
        if (refusal is not null)
        {
            Tell(refusal);
            await LoadAsync(id, cancellation);
            Show();
            return Page();
        }

        Flash(left == 0 ? "Duties.ConfirmedAll" : "Duties.ConfirmedSome", confirmed, left);
        return GoTo($"{At}/{id}");
    }

    protected override async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (!await base.LoadAsync(id, cancellation))
            return false;
        var me = desk.Actor.AccountId;
        Waiting = await OfRun(id).CountAsync(cancellation);
        Mine = await OfRun(id)
            .Within(field, DutyPermissions.Confirm)
            .CountAsync(row => row.RegisteredBy != me && row.ChangedBy != me, cancellation);
        return true;
    }

    private IQueryable<DutyRecord> OfRun(Guid id) =>
        desk.Db.Set<DutyRecord>().Where(row => row.ImportId == id && row.State == DutyState.Registered);
}
