using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>重新办理, as often as the council of the place allows, or the committee.</summary>
[RequirePermission(MatterPermissions.Assign)]
public sealed class ReworkPage(
    MatterActs acts,
    MatterWording wording,
    DisplayFormat format,
    IStringLocalizer<ConsultationTexts> text
) : HandingPage(acts, wording, format, text)
{
    public override MatterVerb Verb => MatterVerb.Rework;

    public int MostReworks { get; private set; }

    protected override MatterDeed Deed() =>
        new(Verb, (matter, act) => matter.Rework(Lead!.Value, Others, DueOn!.Value, Words, MostReworks, act));

    protected override async Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation)
    {
        // The limit is the place's, so it is asked with the matter before the verb is called.
        if (await Acts.Desk.FindAsync(Id, Permission, cancellation) is { } matter)
            MostReworks = await Acts.Reasons.MostReworksAsync(matter, cancellation);
        return await base.FaultsAsync(cancellation);
    }

    protected override async Task ShowAsync(CancellationToken cancellation)
    {
        MostReworks = await Acts.Reasons.MostReworksAsync(Matter, cancellation);
        await base.ShowAsync(cancellation);
    }
}
