using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>交办</summary>
[RequirePermission(MatterPermissions.Assign)]
public sealed class AssignPage(
    MatterActs acts,
    MatterWording wording,
    DisplayFormat format,
    IStringLocalizer<ConsultationTexts> text
) : HandingPage(acts, wording, format, text)
{
    public override MatterVerb Verb => MatterVerb.Assign;

    protected override MatterDeed Deed() =>
        new(Verb, (matter, act) => matter.Assign(Lead!.Value, Others, DueOn!.Value, Words, act));
}
