using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>转办: passes a matter on that is not for consultation.</summary>
[RequirePermission(MatterPermissions.Screen)]
public sealed class TransferPage(MatterActs acts, MatterLists lists) : MatterActPage(acts)
{
    [BindProperty]
    public string? Destination { get; set; }

    public override MatterVerb Verb => MatterVerb.Transfer;

    public override bool IsDangerous => true;

    public IEnumerable<SelectListItem> Destinations =>
        lists.Destinations.Select(entry => new SelectListItem($"{entry.Name} — {entry.Explanation}", entry.Id));

    protected override MatterDeed Deed() => new(Verb, (matter, act) => matter.Transfer(Destination!, Words, act));

    protected override Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Refusal>>(
            lists.Destinations.Any(entry => entry.Id == Destination)
                ? []
                : [new Refusal("MatterDestinationMissing").At(nameof(Destination))]
        );
}
