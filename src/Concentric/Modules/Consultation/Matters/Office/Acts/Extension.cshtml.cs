using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>同意延期 or 不同意延期: answers a unit that asks for more time.</summary>
[RequirePermission(MatterPermissions.Assign)]
public sealed class ExtensionPage(MatterActs acts, MatterWording wording, IStringLocalizer<ConsultationTexts> text)
    : MatterActPage(acts)
{
    [BindProperty]
    public Guid? Assignment { get; set; }

    [BindProperty]
    public bool? IsGranted { get; set; }

    public override MatterVerb Verb => IsGranted == false ? MatterVerb.RefuseExtension : MatterVerb.GrantExtension;

    public override string HeadingKey => MatterWording.DeedKey(MatterVerb.GrantExtension);

    public IReadOnlyList<MatterAssignment> Asking { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>What the unit said when it asked.</summary>
    public string? Why =>
        Matter.Steps.FindLast(step => step.Verb == MatterVerb.AskExtension) is { } step ? ExtensionDays.WordsOf(step) : null;

    protected override MatterDeed Deed() =>
        new(
            Verb,
            (matter, act) =>
            {
                var asking = matter.Current.FirstOrDefault(row => row.Id == Assignment);
                RefusedException.ThrowIf(asking is null ? new Refusal("ExtensionNotAsked") : null);
                matter.AnswerExtension(asking!, IsGranted!.Value, Words, act);
            }
        );

    protected override Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Refusal>>(IsGranted is null ? [new Refusal("ExtensionAnswerMissing")] : []);

    protected override async Task ShowAsync(CancellationToken cancellation)
    {
        Asking = [.. Matter.Current.Where(row => row.AsksUntil is not null)];
        var choices = new List<SelectListItem>();
        foreach (var row in Asking)
            choices.Add(
                new SelectListItem(
                    text[
                        "Act.Extension.Of",
                        await wording.UnitAsync(row.HandlingUnitId, cancellation),
                        DisplayFormat.ShortDate(row.DueOn),
                        DisplayFormat.ShortDate(row.AsksUntil!.Value)
                    ],
                    row.Id.ToString()
                )
            );
        Choices = choices;
        Assignment ??= Asking.Count == 1 ? Asking[0].Id : null;
    }
}
