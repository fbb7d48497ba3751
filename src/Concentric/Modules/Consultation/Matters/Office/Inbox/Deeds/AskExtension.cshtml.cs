using Concentric.Platform;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Office.Inbox;

/// <summary>延期申请</summary>
[RequirePermission(MatterPermissions.Handle)]
public sealed class AskExtensionPage(MatterActs acts, MatterField field, UnitWords unitWords)
    : UnitActPage(acts, field, unitWords)
{
    [BindProperty]
    public DateOnly? Until { get; set; }

    public override MatterVerb Verb => MatterVerb.AskExtension;

    /// <summary>The last day that can be asked for.</summary>
    public DateOnly Latest => Acts.Desk.Deadlines.After(Own!.DueOn, Acts.Desk.Deadlines.LongestExtension);

    protected override void Carry(Matter matter, MatterAssignment own, MatterAct act) =>
        matter.AskExtension(own, Until!.Value, Words, act);

    protected override Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Refusal>>(Until is null ? [new Refusal("ExtensionDayMissing").At(nameof(Until))] : []);
}
