using Concentric.Platform.Ledger;

namespace Concentric.Modules.Members;

/// <summary>委员席位: the seats (委员资格) that were held at some time in a period, what coverage of the members is a share of.</summary>
internal sealed class SeatBase(MembersApi members) : IFigureBase
{
    internal const string BaseId = "seats";

    public string Id => BaseId;

    public async Task<long> CountAsync(DateOnly from, DateOnly to, CancellationToken cancellation) =>
        await members.CountHeldAsync(from, to, cancellation);
}
