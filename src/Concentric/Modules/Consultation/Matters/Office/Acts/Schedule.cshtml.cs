using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Office.Acts;

/// <summary>列入安排: in which room and by when it is to be talked about.</summary>
[RequirePermission(MatterPermissions.Schedule)]
public sealed class SchedulePage(MatterActs acts, AppDb db, PlaceChoices places) : MatterActPage(acts)
{
    [BindProperty]
    public Guid? RoomId { get; set; }

    [BindProperty]
    public DateOnly? PlannedFor { get; set; }

    public override MatterVerb Verb => MatterVerb.Schedule;

    /// <summary>The rooms of the matter's place, of those above and below it, then the others.</summary>
    public IReadOnlyList<SelectListItem> Rooms { get; private set; } = [];

    protected override MatterDeed Deed() => new(Verb, (matter, act) => matter.Schedule(RoomId, PlannedFor, Words, act));

    protected override async Task<IReadOnlyList<Refusal>> FaultsAsync(CancellationToken cancellation) =>
        RoomId is { } room
        && !await db.Set<ConsultationRoom>().AnyAsync(row => row.Id == room && row.ClosedOn == null, cancellation)
            ? [new Refusal("MatterRoomUnknown").At(nameof(RoomId))]
            : [];

    protected override Task PrefillAsync(CancellationToken cancellation)
    {
        (RoomId, PlannedFor) = (Matter.RoomId, Matter.PlannedFor);
        return Task.CompletedTask;
    }

    protected override async Task ShowAsync(CancellationToken cancellation)
    {
        var all = (await places.AllAsync(cancellation)).ToDictionary(place => place.Id);
        var own = all[Matter.PlaceId].Lineage;
        var rooms = await db.Set<ConsultationRoom>()
            .Where(room => room.ClosedOn == null)
            .Select(room => new
            {
                room.Id,
                room.Name,
                room.PlaceId,
            })
            .ToListAsync(cancellation);
        Rooms =
        [
            .. rooms
                .OrderByDescending(room => Shared(all[room.PlaceId].Lineage, own))
                .ThenBy(room => all[room.PlaceId].Lineage, StringComparer.Ordinal)
                .Select(room => new SelectListItem($"{all[room.PlaceId].Name} · {room.Name}", room.Id.ToString())),
        ];
    }

    /// <summary>How many steps of the tree two places have in common.</summary>
    private static int Shared(string one, string other) =>
        one.Split('/').Zip(other.Split('/')).TakeWhile(pair => pair.First == pair.Second).Count();
}
