using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Sessions.Live;

/// <summary>A screen that can be looked at, and how far its session is.</summary>
public sealed record FoundScreen(Guid Id, int Sequence);

/// <summary>Lets people to a session's screen by its code: until the day after it was held.</summary>
public sealed class ScreenDoor(AppDb db, SessionDesk desk, NeutralTitles titles, CurrentCommittee committee, TimeProvider time)
{
    public async Task<FoundScreen?> FindAsync(string code, CancellationToken cancellation)
    {
        var yesterday = committee.Today(time).AddDays(-1);
        return await db.Set<CouncilSession>()
            .Where(row => row.ScreenCode == code && row.State != SessionState.Withdrawn && !row.IsAfterwards)
            .Where(row => row.HeldOn == null || row.HeldOn >= yesterday)
            .Select(row => new FoundScreen(row.Id, row.Sequence))
            .SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The whole state as it is now.</summary>
    public async Task<SessionScreen> ReadAsync(Guid id, CancellationToken cancellation)
    {
        var session = (await desk.ReadAsync(id, cancellation))!;
        return SessionScreen.Of(session, await titles.OfAsync(session, cancellation), time.GetUtcNow());
    }
}
