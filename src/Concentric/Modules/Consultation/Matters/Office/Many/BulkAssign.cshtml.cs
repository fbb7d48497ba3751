using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Consultation.Matters.Office.Many;

/// <summary>Hands many matters to one unit, with one last day.</summary>
[RequirePermission(MatterPermissions.Assign)]
public sealed class BulkAssignPage(MatterTable table, MatterActs acts, MatterWording wording, Words words)
    : BulkPage(table, acts, words)
{
    [BindProperty]
    public Guid? Lead { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    public override MatterVerb Verb => MatterVerb.Assign;

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    protected override MatterDeed Deed() => new(Verb, (matter, act) => matter.Assign(Lead!.Value, [], DueOn!.Value, Words, act));

    protected override async Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation)
    {
        var faults = Matter.FaultsOfAssignment(Lead ?? Guid.Empty, [], DueOn, Acts.Desk.Today).ToList();
        if (faults.Count == 0 && !(await wording.UnitsAsync(cancellation)).Any(unit => unit.IsOpen && unit.Id == Lead))
            faults.Add(new Refusal("MatterUnitUnknown").At(nameof(Lead)));
        return faults;
    }

    protected override Task PrefillAsync(CancellationToken cancellation)
    {
        DueOn = Acts.Desk.Deadlines.After(Acts.Desk.Today, Acts.Desk.Deadlines.SuggestedHandling);
        return Task.CompletedTask;
    }

    protected override async Task OfferAsync(CancellationToken cancellation) =>
        Units = [
            .. (await wording.UnitsAsync(cancellation))
                .Where(unit => unit.IsOpen)
                .Select(unit => new SelectListItem(unit.Name, unit.Id.ToString())),
        ];
}
