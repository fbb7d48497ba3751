using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>Takes down what the submitter, or one who took part, says on the phone or at the desk.</summary>
[RequirePermission(MatterPermissions.Close)]
public sealed class FeedbackPage(MatterActs acts, IStringLocalizer<ConsultationTexts> text) : MatterActPage(acts)
{
    [BindProperty]
    public FeedbackGiver? Giver { get; set; }

    [BindProperty]
    public SatisfactionMark? Mark { get; set; }

    public override MatterVerb Verb => MatterVerb.GiveFeedback;

    public IEnumerable<SelectListItem> Givers =>
        Enum.GetValues<FeedbackGiver>().Select(giver => new SelectListItem(text["FeedbackGiver." + giver], giver.ToString()));

    public IEnumerable<SelectListItem> Marks =>
        Enum.GetValues<SatisfactionMark>().Select(mark => new SelectListItem(text["SatisfactionMark." + mark], mark.ToString()));

    protected override MatterDeed Deed() =>
        new(Verb, (matter, act) => matter.GiveFeedback(Giver!.Value, Mark!.Value, Words, act));

    protected override Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation)
    {
        var faults = new List<Refusal>();
        if (Giver is null)
            faults.Add(new Refusal("FeedbackGiverMissing").At(nameof(Giver)));
        if (Mark is null)
            faults.Add(new Refusal("FeedbackMarkMissing").At(nameof(Mark)));
        return Task.FromResult<IReadOnlyList<Refusal>>(faults);
    }
}
