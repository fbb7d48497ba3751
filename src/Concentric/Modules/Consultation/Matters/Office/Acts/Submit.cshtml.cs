using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>报送: submits the signed result to the Party committee, the government or the village committee.</summary>
[RequirePermission(MatterPermissions.Assign)]
public sealed class SubmitPage(MatterActs acts) : MatterActPage(acts)
{
    [BindProperty]
    public string? SubmittedTo { get; set; }

    public override MatterVerb Verb => MatterVerb.Submit;

    protected override MatterDeed Deed() => new(Verb, (matter, act) => matter.Submit(SubmittedTo, Words, act));
}
