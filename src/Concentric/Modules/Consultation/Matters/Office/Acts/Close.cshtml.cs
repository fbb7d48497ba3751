using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>办结, with the outcome and what proves it.</summary>
[RequirePermission(MatterPermissions.Close)]
public sealed class ClosePage(MatterActs acts, MatterFiles files, IStringLocalizer<ConsultationTexts> text) : MatterActPage(acts)
{
    [BindProperty]
    public MatterOutcome? Outcome { get; set; }

    [BindProperty]
    public string? Proof { get; set; }

    public override MatterVerb Verb => MatterVerb.Close;

    public override bool TakesFiles => true;

    /// <summary>The outcomes that are open to this matter.</summary>
    public IEnumerable<SelectListItem> Outcomes =>
        Enum.GetValues<MatterOutcome>()
            .Where(outcome => Matter.WhyNotClose(outcome) is null)
            .Select(outcome => new SelectListItem(text["MatterOutcome." + outcome], outcome.ToString()));

    /// <summary>The others, each with its reason.</summary>
    public IReadOnlyList<(MatterOutcome Outcome, Refusal Refusal)> NotOpen =>
        [
            .. Enum.GetValues<MatterOutcome>()
                .Select(outcome => (outcome, Matter.WhyNotClose(outcome)!))
                .Where(pair => pair.Item2 is not null),
        ];

    protected override MatterDeed Deed() =>
        new(Verb, (matter, act) => matter.Close(Outcome!.Value, Proof, act))
        {
            Beside = matter => files.StoreAsync(Files, MatterFiles.OfProof, matter.Id, HttpContext.RequestAborted),
        };

    protected override Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Refusal>>(Outcome is null ? [new Refusal("MatterOutcomeMissing").At(nameof(Outcome))] : []);
}
