using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>回访: whether the outcome still holds.</summary>
[RequirePermission(MatterPermissions.Close)]
public sealed class RevisitPage(MatterActs acts, IStringLocalizer<ConsultationTexts> text) : MatterActPage(acts)
{
    [BindProperty]
    public bool? Held { get; set; }

    public override MatterVerb Verb => MatterVerb.Revisit;

    public IEnumerable<SelectListItem> Answers =>
        [new(text["Matter.Held"], bool.TrueString), new(text["Matter.Lapsed"], bool.FalseString)];

    protected override MatterDeed Deed() => new(Verb, (matter, act) => matter.Revisit(Held!.Value, Words, act));

    /// <summary>What came again is taken up again at once.</summary>
    protected override string Onward(Matter matter) =>
        matter.Held == false && matter.WhyNotReopen() is null ? Back + "/reopen" : Back;

    protected override Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Refusal>>(Held is null ? [new Refusal("MatterHeldMissing").At(nameof(Held))] : []);
}
