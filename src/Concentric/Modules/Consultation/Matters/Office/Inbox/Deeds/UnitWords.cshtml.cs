using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Office.Inbox;

/// <summary>退回 and 办理进展: what a unit says in words alone.</summary>
[RequirePermission(MatterPermissions.Handle)]
public sealed class UnitWordsPage(MatterActs acts, MatterField field, UnitWords unitWords, MatterFiles files)
    : UnitActPage(acts, field, unitWords)
{
    [FromRoute(Name = "verb")]
    public string Slug { get; set; } = "";

    public override MatterVerb Verb => Slug == "return" ? MatterVerb.Return : MatterVerb.ReportProgress;

    public override bool IsDangerous => Verb == MatterVerb.Return;

    public override bool TakesFiles => Verb == MatterVerb.ReportProgress;

    protected override void Carry(Matter matter, MatterAssignment own, MatterAct act)
    {
        if (Verb == MatterVerb.Return)
            matter.Return(own, Words, act);
        else
            matter.ReportProgress(own, Words, act);
    }

    protected override MatterDeed Deed() =>
        TakesFiles
            ? base.Deed() with
            {
                Beside = matter => files.StoreAsync(Files, MatterFiles.OfNote, matter.Notes[^1].Id, HttpContext.RequestAborted),
            }
            : base.Deed();
}
