using Concentric.Modules.Consultation.Matters.Office.Acts;
using Concentric.Platform;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Concentric.Modules.Consultation.Matters.Office.Inbox;

/// <summary>The page of a verb of a handling unit: about its own assignment of the matter, and no other.</summary>
public abstract class UnitActPage(MatterActs acts, MatterField field, UnitWords unitWords) : MatterActPage(acts)
{
    private FieldScope scope = FieldScope.Whole;

    public override string Back => $"/office/consultation/inbox/{Id}";

    public override (string TextKey, string Path) List => ("Menu.MatterInbox", "/office/consultation/inbox");

    public override string Title => unitWords.TitleOf(Matter);

    public override string Told => unitWords.ToldOf(Matter);

    public override string? Spot => unitWords.SpotOf(Matter);

    /// <summary>The last day and the role of the own assignment stand beside the form.</summary>
    public MatterAssignment? Own => UnitView.Own(Matter, scope);

    /// <summary>The verb, with the assignment that it is about.</summary>
    protected abstract void Carry(Matter matter, MatterAssignment own, MatterAct act);

    protected override MatterDeed Deed() => new(Verb, (matter, act) => Carry(matter, OwnOf(matter), act));

    /// <summary>The own assignment; the page was found through it, so there is one.</summary>
    protected MatterAssignment OwnOf(Matter matter) =>
        UnitView.Own(matter, scope) ?? throw new RefusedException(new Refusal("AssignmentNotOpen"));

    protected override Refusal? WhyNotHere() =>
        Own is { } own ? UnitView.WhyNot(Matter, own, Verb, Acts.Desk.Act()) : new Refusal("AssignmentNotOpen");

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        scope = await field.OfAsync(MatterPermissions.Handle, HttpContext.RequestAborted);
        await next();
    }
}
