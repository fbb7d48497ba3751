using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Office.Many;

/// <summary>Plans many matters for one day. Each keeps the room it has: they are of many places.</summary>
[RequirePermission(MatterPermissions.Schedule)]
public sealed class BulkSchedulePage(MatterTable table, MatterActs acts, Words words) : BulkPage(table, acts, words)
{
    [BindProperty]
    public DateOnly? PlannedFor { get; set; }

    public override MatterVerb Verb => MatterVerb.Schedule;

    protected override MatterDeed Deed() => new(Verb, (matter, act) => matter.Schedule(matter.RoomId, PlannedFor, Words, act));

    protected override Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Refusal>>(
            PlannedFor < Acts.Desk.Today ? [new Refusal("MatterPlanPassed").At(nameof(PlannedFor))] : []
        );
}
