using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Concentric.Modules.Consultation.Matters.Office.Inbox;

/// <summary>答复, with one of the classes of the data. After the last day a unit may still reply; the reply is marked late.</summary>
[RequirePermission(MatterPermissions.Handle)]
public sealed class ReplyPage(MatterActs acts, MatterField field, UnitWords unitWords, MatterFiles files, MatterLists lists)
    : UnitActPage(acts, field, unitWords)
{
    [BindProperty]
    public string? ReplyClass { get; set; }

    public override MatterVerb Verb => MatterVerb.Reply;

    public override bool TakesFiles => true;

    public bool IsLead => Own?.Role == HandlerRole.Lead;

    public bool IsLate => Own?.IsOverdue(Acts.Desk.Today) == true;

    public IEnumerable<SelectListItem> Classes =>
        lists.ReplyClasses.Select(entry => new SelectListItem($"{entry.Name} — {entry.Explanation}", entry.Id));

    protected override void Carry(Matter matter, MatterAssignment own, MatterAct act) =>
        matter.Reply(own, lists.ReplyClasses.Any(entry => entry.Id == ReplyClass) ? ReplyClass : null, Words, act);

    protected override MatterDeed Deed() =>
        base.Deed() with
        {
            Beside = matter => files.StoreAsync(Files, MatterFiles.OfReply, OwnOf(matter).Id, HttpContext.RequestAborted),
        };
}
