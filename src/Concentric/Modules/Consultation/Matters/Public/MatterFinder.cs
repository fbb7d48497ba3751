using Concentric.Platform.Web.Home;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Matters.Public;

/// <summary>Lets the public's search find cleared matters beside articles.</summary>
internal sealed class MatterFinder(PublicMatterLists finder, IStringLocalizer<ConsultationTexts> text) : IPublicFinder
{
    public async Task<HomeList?> FindAsync(string words, int most, CancellationToken cancellation)
    {
        var found = await finder.FindAsync(new BoardChoice { Words = words }, null, cancellation);
        return new HomeList(
            text["Board"],
            $"/matters?q={Uri.EscapeDataString(words)}",
            [
                .. found
                    .Matters.Take(most)
                    .Select(matter => new HomeListEntry(matter.Title, $"/matters/{matter.Id}", matter.CollectedOn)),
            ]
        );
    }
}
