using Concentric.Platform.Web.Home;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Places.Public;

/// <summary>Lets the public's search find open places by name.</summary>
internal sealed class PlaceFinder(PlaceChoices places, IStringLocalizer<ConsultationTexts> text) : IPublicFinder
{
    public async Task<HomeList?> FindAsync(string words, int most, CancellationToken cancellation) =>
        new(
            text["Places.Public"],
            $"/places?q={Uri.EscapeDataString(words)}",
            [
                .. (await places.NamedAsync(words, cancellation))
                    .Take(most)
                    .Select(place => new HomeListEntry(place.Name, $"/places/{place.Slug}", null)),
            ]
        );
}
