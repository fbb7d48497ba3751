using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Places;

/// <summary>The places that had a consultation room (协商议事室) at some time in a period, what coverage by sessions is a share of.</summary>
internal sealed class RoomBase(AppDb db) : IFigureBase
{
    internal const string BaseId = "places-with-a-room";

    public string Id => BaseId;

    public Task<long> CountAsync(DateOnly from, DateOnly to, CancellationToken cancellation) =>
        db.Set<ConsultationRoom>()
            .Where(room => room.OpenedOn <= to && (room.ClosedOn == null || from <= room.ClosedOn))
            .Select(room => room.PlaceId)
            .Distinct()
            .LongCountAsync(cancellation);
}
