using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office.Many;

/// <summary>Puts many matters together with one: one of themselves, which stays, or another by its number.</summary>
[RequirePermission(MatterPermissions.Screen)]
public sealed class BulkMergePage(MatterTable table, MatterActs acts, Words words, IStringLocalizer<ConsultationTexts> text)
    : BulkPage(table, acts, words)
{
    private Matter? other;

    /// <summary>One of the chosen ones.</summary>
    [BindProperty]
    public Guid? Into { get; set; }

    /// <summary>Another one, by its number; it goes before <see cref="Into"/>.</summary>
    [BindProperty]
    public string? Number { get; set; }

    public override MatterVerb Verb => MatterVerb.Merge;

    public override bool IsDangerous => true;

    /// <summary>Those of the chosen ones that the others can be put together with.</summary>
    public IEnumerable<SelectListItem> Choices =>
        Rows.Where(row => !Matter.HasGone(row.State))
            .Select(row => new SelectListItem(
                text["Act.Into.Choice", row.FullNumber ?? "", row.Title, row.Place, DisplayFormat.ShortDate(row.CollectedOn)]
                    .Value.TrimStart(),
                row.Id.ToString()
            ));

    protected override MatterDeed Deed() => new(Verb, (matter, act) => matter.Merge(other, Words, act));

    protected override IEnumerable<Guid> Among(IReadOnlyList<Guid> chosen) => chosen.Where(id => id != other?.Id);

    protected override async Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation)
    {
        other = await Acts.Desk.FindOtherAsync(Number, Into, cancellation);
        var refusal = Matter.WhyNotMergeInto(other) ?? (Among(Ids(Chosen)).Any() ? null : new Refusal("MatterMergeItself"));
        return refusal is null ? [] : [refusal.At(string.IsNullOrWhiteSpace(Number) ? nameof(Into) : nameof(Number))];
    }
}
