using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>
/// Clears a matter for the public, in words without names. What may tell who somebody is, is pointed out, and shown only after a second
/// look at it.
/// </summary>
[RequirePermission(MatterPermissions.Clear)]
public sealed class ClearPage(MatterActs acts, PersonalWords personal, DisplayFormat format) : MatterActPage(acts)
{
    [BindProperty]
    public string? PublicTitle { get; set; }

    [BindProperty]
    public string? PublicText { get; set; }

    /// <summary>What was pointed out is no personal data.</summary>
    [BindProperty]
    public bool IsSure { get; set; }

    public override MatterVerb Verb => MatterVerb.Clear;

    /// <summary>What in the words may be personal data; none when nothing is.</summary>
    public string? Found =>
        personal.Find($"{PublicTitle}\n{PublicText}") is { Count: > 0 } marks
            ? format.List(marks.Select(mark => mark.Text).Distinct(StringComparer.Ordinal))
            : null;

    protected override MatterDeed Deed() => new(Verb, (matter, act) => matter.Clear(PublicTitle, PublicText, act));

    protected override Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation)
    {
        var faults = Matter.FaultsOfPublicWords(PublicTitle, PublicText).ToList();
        if (Found is { } found && !IsSure)
            faults.Add(new Refusal("MatterPersonalData", found).At(nameof(PublicText)));
        return Task.FromResult<IReadOnlyList<Refusal>>(faults);
    }

    protected override Task PrefillAsync(CancellationToken cancellation)
    {
        (PublicTitle, PublicText) = (Matter.PublicTitle ?? Matter.Title, Matter.PublicText ?? Matter.Text);
        return Task.CompletedTask;
    }
}
