using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>What a place settled last, on its public page.</summary>
internal sealed class SettledAtPlace(PublicMatters matters, IStringLocalizer<ConsultationTexts> text, DisplayFormat format)
    : IPlacePageBlock
{
    private const int Most = 5;

    public PlaceSlot Slot => PlaceSlot.Settled;

    public async Task<PlacePageBlock?> TellAsync(PlaceOnPage place, CancellationToken cancellation)
    {
        var settled = (await matters.BelowAsync(place.Slug, cancellation)).At(PublicStage.Solved);
        var rows = await matters.ReadAsync(
            settled.OrderByDescending(matter => matter.ClosedOn).ThenByDescending(matter => matter.Id).Take(Most),
            cancellation
        );
        return new PlacePageBlock(
            text["Board.Settled"],
            [
                .. rows.Select(row => new PlacePageEntry(
                    row.Title,
                    $"/matters/{row.Id}",
                    format.Date(row.ClosedOn!.Value),
                    text["Board.Days", row.DaysToClose!]
                )),
            ],
            text["Board.NothingSettled"],
            $"/matters?place={place.Slug}"
        );
    }
}
