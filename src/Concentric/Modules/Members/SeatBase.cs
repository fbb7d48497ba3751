using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members;

/// <summary>委员席位: the seats (委员资格) that were held at some time in a period, what coverage of the members is a share of.</summary>
internal sealed class SeatBase(AppDb db) : IFigureBase
{
    internal const string BaseId = "seats";

    public string Id => BaseId;

    public Task<long> CountAsync(DateOnly from, DateOnly to, CancellationToken cancellation) =>
        db.Set<Membership>()
            .LongCountAsync(seat => seat.StartsOn <= to && (seat.EndsOn == null || from <= seat.EndsOn), cancellation);
}
