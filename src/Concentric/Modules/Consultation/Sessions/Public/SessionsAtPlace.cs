using Concentric.Modules.Consultation.Places;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions.Public;

/// <summary>The sessions to come at a place and below it, on its public page.</summary>
internal sealed class SessionsAtPlace(
    PublicSessions sessions,
    PublicSessionWords words,
    PlaceChoices places,
    IStringLocalizer<ConsultationTexts> text,
    TimeProvider time
) : IPlacePageBlock
{
    private const int Most = 5;

    public PlaceSlot Slot => PlaceSlot.ToCome;

    public async Task<PlacePageBlock?> TellAsync(PlaceOnPage place, CancellationToken cancellation)
    {
        var branch = await places.BranchAsync(place.Slug, cancellation);
        var toCome = sessions.ToCome(time.GetUtcNow()).Where(session => branch.Contains(session.PlaceId));
        var rows = await sessions.ReadAsync(toCome.Take(Most), cancellation);
        var entries = new List<PlacePageEntry>();
        foreach (var row in rows)
            entries.Add(
                new PlacePageEntry(row.Title, $"/sessions/{row.Id}", words.When(row), await words.WhereAsync(row, cancellation))
            );
        return new PlacePageBlock(text["Sessions.ToCome"], entries, text["Sessions.NoneToCome"], "/sessions");
    }
}
