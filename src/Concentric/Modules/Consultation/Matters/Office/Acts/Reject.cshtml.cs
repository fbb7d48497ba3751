using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>不予受理, with one of the reasons of the data and words to the submitter.</summary>
[RequirePermission(MatterPermissions.Screen)]
public sealed class RejectPage(MatterActs acts, MatterLists lists) : MatterActPage(acts)
{
    [BindProperty]
    public string? ReasonId { get; set; }

    public override MatterVerb Verb => MatterVerb.Reject;

    public override bool IsDangerous => true;

    public IEnumerable<SelectListItem> Reasons => ReasonsOf(lists);

    protected override MatterDeed Deed() => new(Verb, (matter, act) => matter.Reject(ReasonId!, Words, act));

    protected override Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation) =>
        Task.FromResult(FaultsOf(ReasonId, lists));

    internal static IEnumerable<SelectListItem> ReasonsOf(MatterLists lists) =>
        lists.Rejections.Select(entry => new SelectListItem(entry.Name, entry.Id));

    internal static IReadOnlyList<Refusal> FaultsOf(string? reason, MatterLists lists) =>
        lists.Rejections.Any(entry => entry.Id == reason) ? [] : [new Refusal("MatterReasonMissing").At(nameof(ReasonId))];
}
