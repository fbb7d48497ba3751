using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>A form that hands a matter to a lead unit and to those that help it, with the last day for the reply.</summary>
public abstract class HandingPage(
    MatterActs acts,
    MatterWording wording,
    DisplayFormat format,
    IStringLocalizer<ConsultationTexts> text
) : MatterActPage(acts)
{
    private IReadOnlyList<HandlingUnit> units = [];

    [BindProperty]
    public Guid? Lead { get; set; }

    [BindProperty]
    public List<Guid> Others { get; set; } = [];

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    public IEnumerable<SelectListItem> Units =>
        units.Where(unit => unit.IsOpen).Select(unit => new SelectListItem(unit.Name, unit.Id.ToString()));

    /// <summary>What each open unit answers for, where it is known: helps whoever assigns.</summary>
    public IEnumerable<HandlingUnit> WithTasks => units.Where(unit => unit.IsOpen && unit.Tasks is not null);

    public override IReadOnlyList<TwoVersions> Differences =>
        [
            new(text["Act.Lead"], NamesOf(HandlerRole.Lead), NameOf(Lead ?? Guid.Empty)),
            new(text["Act.Others"], NamesOf(HandlerRole.Other), format.List(Others.Select(NameOf))),
            new(
                text["Act.DueOn"],
                Matter.Lead is { } lead ? DisplayFormat.ShortDate(lead.DueOn) : null,
                DueOn is { } day ? DisplayFormat.ShortDate(day) : null
            ),
        ];

    protected override async Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation)
    {
        var open = (await wording.UnitsAsync(cancellation)).Where(unit => unit.IsOpen).Select(unit => unit.Id).ToHashSet();
        var faults = Matter.FaultsOfAssignment(Lead ?? Guid.Empty, Others, DueOn, Acts.Desk.Today).ToList();
        if (faults.Count == 0 && !Others.Append(Lead!.Value).All(open.Contains))
            faults.Add(new Refusal("MatterUnitUnknown").At(nameof(Lead)));
        return faults;
    }

    protected override Task PrefillAsync(CancellationToken cancellation)
    {
        var last = Matter.LastHandlers;
        Lead = last.FirstOrDefault(row => row.Role == HandlerRole.Lead)?.HandlingUnitId;
        Others = [.. last.Where(row => row.Role == HandlerRole.Other).Select(row => row.HandlingUnitId)];
        DueOn = Acts.Desk.Deadlines.After(Acts.Desk.Today, Acts.Desk.Deadlines.SuggestedHandling);
        return Task.CompletedTask;
    }

    protected override async Task ShowAsync(CancellationToken cancellation) => units = await wording.UnitsAsync(cancellation);

    private string NamesOf(HandlerRole role) =>
        format.List(Matter.Current.Where(row => row.Role == role).Select(row => NameOf(row.HandlingUnitId)));

    private string NameOf(Guid id) => units.FirstOrDefault(unit => unit.Id == id)?.Name ?? "";
}
