using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>调研记录: what was found out by going and asking.</summary>
[RequirePermission(MatterPermissions.Schedule)]
public sealed class ResearchPage(MatterActs acts, MatterFiles files) : MatterActPage(acts)
{
    public override MatterVerb Verb => MatterVerb.Research;

    public override bool TakesFiles => true;

    protected override MatterDeed Deed() =>
        new(Verb, (matter, act) => matter.Research(Words, act))
        {
            Beside = matter => files.StoreAsync(Files, MatterFiles.OfNote, matter.Notes[^1].Id, HttpContext.RequestAborted),
        };
}
