using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions.Office;

/// <summary>What the forms of a session offer, for the place that is chosen.</summary>
public sealed class SessionChoices(
    AppDb db,
    SessionDesk desk,
    MembersParts parts,
    MatterLists lists,
    IStringLocalizer<ConsultationTexts> text
)
{
    private const int MostMatters = 60;
    private const string Indent = "\u3000";

    public async Task<IReadOnlyList<SelectListItem>> PlacesAsync(CancellationToken cancellation)
    {
        var places = await desk.PlacesAsync(cancellation);
        var least = places.Count == 0 ? 0 : places.Min(place => place.Depth);
        return
        [
            .. places.Select(place => new SelectListItem(
                string.Concat(Enumerable.Repeat(Indent, place.Depth - least)) + place.Name,
                place.Id.ToString()
            )),
        ];
    }

    public async Task<IReadOnlyList<SelectListItem>> RoomsAsync(Guid? place, CancellationToken cancellation) =>
        // An id written by the database is not written as here, and would not be found again as the one that is chosen.
        (
            await db.Set<ConsultationRoom>()
                .Where(room => room.PlaceId == place && room.ClosedOn == null)
                .OrderBy(room => room.Name)
                .Take(50)
                .Select(room => new { room.Id, room.Name })
                .ToListAsync(cancellation)
        ).ConvertAll(room => new SelectListItem(room.Name, room.Id.ToString()));

    public IReadOnlyList<SelectListItem> Organisers() =>
        [
            .. Enum.GetValues<SessionOrganiser>()
                .Select(one => new SelectListItem(text["SessionOrganiser." + one], one.ToString())),
        ];

    public IReadOnlyList<SelectListItem> Parts() => [.. parts.All.Select(part => new SelectListItem(part.Name, part.Id))];

    public IReadOnlyList<SelectListItem> Topics() => [.. lists.Topics.Select(topic => new SelectListItem(topic.Name, topic.Id))];

    /// <summary>The matters of a place, and of those below it, that can come to a session now; the oldest first.</summary>
    public async Task<IReadOnlyList<SelectListItem>> MattersAsync(
        Guid? place,
        IReadOnlyCollection<MatterState> states,
        CancellationToken cancellation
    )
    {
        if (place is null)
            return [];
        var lineage = await db.Set<Place>()
            .Where(row => row.Id == place)
            .Select(row => row.Lineage)
            .FirstOrDefaultAsync(cancellation);
        if (lineage is null)
            return [];
        var rows = await db.Set<Matter>()
            .Where(matter => states.Contains(matter.State))
            .Where(matter => db.Set<Place>().Any(below => below.Id == matter.PlaceId && below.Lineage.StartsWith(lineage)))
            .OrderBy(matter => matter.CollectedAt)
            .Take(MostMatters)
            .Select(matter => new
            {
                matter.Id,
                matter.Title,
                matter.NumberYear,
                matter.Number,
                matter.State,
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new SelectListItem(
                text[
                    "Session.MatterChoice",
                    MatterNumber.Of(row.NumberYear, row.Number) ?? text["Session.NoNumber"].Value,
                    row.Title,
                    text["MatterState." + row.State].Value
                ],
                row.Id.ToString()
            )),
        ];
    }

    public async Task<IReadOnlyList<SelectListItem>> MembersAsync(Guid? place, DateOnly day, CancellationToken cancellation) =>
        place is { } chosen
            ?
            [
                .. (await desk.PostedAsync(chosen, day, cancellation)).Select(member => new SelectListItem(
                    member.Name,
                    member.MembershipId.ToString()
                )),
            ]
            : [];
}
