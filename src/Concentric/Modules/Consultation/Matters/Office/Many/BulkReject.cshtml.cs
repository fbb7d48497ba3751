using Concentric.Modules.Consultation.Matters.Office.Acts;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Consultation.Matters.Office.Many;

/// <summary>Rejects many matters for one reason, in the same words to each submitter.</summary>
[RequirePermission(MatterPermissions.Screen)]
public sealed class BulkRejectPage(MatterTable table, MatterActs acts, MatterLists lists, Words words)
    : BulkPage(table, acts, words)
{
    [BindProperty]
    public string? ReasonId { get; set; }

    public override MatterVerb Verb => MatterVerb.Reject;

    public override bool IsDangerous => true;

    public IEnumerable<SelectListItem> Reasons => RejectPage.ReasonsOf(lists);

    protected override MatterDeed Deed() => new(Verb, (matter, act) => matter.Reject(ReasonId!, Words, act));

    protected override Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Refusal>>([
            .. RejectPage.FaultsOf(ReasonId, lists),
            .. new[] { Matter.WhyNotWords(Words) }.OfType<Refusal>(),
        ]);
}
