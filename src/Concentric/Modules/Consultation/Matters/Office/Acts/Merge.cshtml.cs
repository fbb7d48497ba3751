using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>并入: puts a matter together with another of the same thing, whose life its submitter follows from then on.</summary>
[RequirePermission(MatterPermissions.Screen)]
public sealed class MergePage(MatterActs acts, SimilarMatters similar, IStringLocalizer<ConsultationTexts> text)
    : MatterActPage(acts)
{
    private Matter? other;

    /// <summary>One that resembles it, or one of the same place that goes on.</summary>
    [BindProperty]
    public Guid? Into { get; set; }

    /// <summary>Another one, by its number.</summary>
    [BindProperty]
    public string? Number { get; set; }

    public override MatterVerb Verb => MatterVerb.Merge;

    public override bool IsDangerous => true;

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    protected override MatterDeed Deed() => new(Verb, (matter, act) => matter.Merge(other, Words, act));

    protected override async Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation)
    {
        other = await Acts.Desk.FindOtherAsync(Number, Into, cancellation);
        return other is null ? [new Refusal("MatterMergeUnknown").At(nameof(Number))] : [];
    }

    protected override async Task ShowAsync(CancellationToken cancellation) =>
        Choices = [
            .. (await similar.ToMergeAsync(Matter, cancellation)).Select(one => new SelectListItem(
                text["Act.Into.Choice", one.Number ?? "", one.Title, one.Place, DisplayFormat.ShortDate(one.Day)]
                    .Value.TrimStart(),
                one.Id.ToString()
            )),
        ];
}
