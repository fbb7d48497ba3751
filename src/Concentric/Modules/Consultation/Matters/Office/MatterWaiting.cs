using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office;

/// <summary>On the desk: matters that wait for the reader, those of them that are late, and what the own unit was handed.</summary>
internal sealed class MatterWaiting(
    AppDb db,
    MatterTasks tasks,
    MatterField field,
    MatterDesk desk,
    CurrentActor actor,
    IStringLocalizer<ConsultationTexts> text
) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingWork>> ForReaderAsync(CancellationToken cancellation)
    {
        var today = desk.Today;
        var (mine, late) = (0, 0);
        if (actor.Can(MatterPermissions.Read))
        {
            var own = await tasks.MineAsync(cancellation);
            mine = await own.CountAsync(cancellation);
            late = mine == 0 ? 0 : await own.CountAsync(matter => matter.DueOn < today, cancellation);
        }

        return WaitingWork.Of(
            (text["Waiting.Matters"], mine, "/office/consultation/tasks"),
            (text["Waiting.MattersLate"], late, "/office/consultation/tasks?f.late=yes"),
            (
                text["Waiting.Inbox"],
                await UnitAsync(AssignmentState.Assigned, cancellation),
                "/office/consultation/inbox?f.state=Assigned"
            ),
            (
                text["Waiting.InboxOpen"],
                await UnitAsync(AssignmentState.Received, cancellation),
                "/office/consultation/inbox?f.state=Received"
            )
        );
    }

    private async Task<int> UnitAsync(AssignmentState state, CancellationToken cancellation)
    {
        if (!actor.Can(MatterPermissions.Handle))
            return 0;
        var scope = await field.OfAsync(MatterPermissions.Handle, cancellation);
        return await db.Set<MatterAssignment>()
            .CountAsync(row => row.State == state && (scope.IsWhole || scope.Units.Contains(row.HandlingUnitId)), cancellation);
    }
}
