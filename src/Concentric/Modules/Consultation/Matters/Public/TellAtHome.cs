using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Home;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>Invites residents on the home page to say what should be talked over.</summary>
internal sealed class TellAtHome(CurrentCommittee committee, PlaceChoices places, IStringLocalizer<ConsultationTexts> text)
    : IHomeInvitation
{
    public async Task<HomeInvitation?> TellAsync(CancellationToken cancellation) =>
        (await places.OpenAsync(cancellation)).Count == 0 ? null : Tell();

    private HomeInvitation Tell() =>
        new(
            committee.Value.Brand.Consultation is { Length: > 0 } brand && !Language.IsEnglish
                ? brand
                : text["Menu.PublicConsultation"],
            text["Home.Tell"],
            [
                new HomeAct(text["Menu.NewMatter"], "/matters/new", "speakerphone"),
                new HomeAct(text["Menu.FollowMatter"], "/matters/follow", "search"),
            ]
        );
}
