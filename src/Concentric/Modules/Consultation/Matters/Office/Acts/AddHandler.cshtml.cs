using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>增加会办单位, while a matter is handled: the first choice was too narrow, or one of those that were to help gave it back.</summary>
[RequirePermission(MatterPermissions.Assign)]
public sealed class AddHandlerPage(MatterActs acts, MatterWording wording, IStringLocalizer<ConsultationTexts> text)
    : MatterActPage(acts)
{
    private IReadOnlyList<HandlingUnit> units = [];

    [BindProperty]
    public Guid? Unit { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    public override MatterVerb Verb => MatterVerb.AddHandler;

    /// <summary>Those that do not have it already.</summary>
    public IEnumerable<SelectListItem> Units =>
        units
            .Where(unit => unit.IsOpen && !Matter.Current.Any(row => row.HandlingUnitId == unit.Id))
            .Select(unit => new SelectListItem(unit.Name, unit.Id.ToString()));

    public string? DayHint =>
        Matter.Lead is { } lead ? text["Act.AddHandler.Day", DisplayFormat.ShortDate(lead.DueOn)].Value : null;

    protected override MatterDeed Deed() => new(Verb, (matter, act) => matter.AddHandler(Unit ?? Guid.Empty, DueOn, Words, act));

    protected override async Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation) =>
        Unit is not { } chosen || (await wording.UnitsAsync(cancellation)).Any(unit => unit.IsOpen && unit.Id == chosen)
            ? []
            : [new Refusal("MatterUnitUnknown").At(nameof(Unit))];

    /// <summary>The lead unit's day, as long as it has not come.</summary>
    protected override Task PrefillAsync(CancellationToken cancellation)
    {
        var today = Acts.Desk.Today;
        DueOn =
            Matter.Lead is { } lead && lead.DueOn > today
                ? lead.DueOn
                : Acts.Desk.Deadlines.After(today, Acts.Desk.Deadlines.SuggestedHandling);
        return Task.CompletedTask;
    }

    protected override async Task ShowAsync(CancellationToken cancellation) => units = await wording.UnitsAsync(cancellation);
}
