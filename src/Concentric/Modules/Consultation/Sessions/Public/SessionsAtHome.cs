using Concentric.Platform.Web.Home;

namespace Concentric.Modules.Consultation.Sessions.Public;

/// <summary>The next announced sessions, on the public home page.</summary>
internal sealed class SessionsAtHome(PublicSessions sessions, PublicSessionWords words, TimeProvider time) : IHomeEvents
{
    public async Task<IReadOnlyList<HomeEvent>> UpcomingAsync(int most, CancellationToken cancellation)
    {
        var rows = await sessions.ReadAsync(sessions.ToCome(time.GetUtcNow()).Take(most), cancellation);
        var events = new List<HomeEvent>();
        foreach (var row in rows)
            events.Add(
                new HomeEvent(row.Title, row.StartsAt!.Value, await words.WhereAsync(row, cancellation), $"/sessions/{row.Id}")
            );
        return events;
    }
}
