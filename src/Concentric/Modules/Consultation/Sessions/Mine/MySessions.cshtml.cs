using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Sessions.Mine;

/// <summary>My sessions: those to come where I am posted, and those at which I was; with what became of each, and nobody else's.</summary>
[RequireSignIn]
public sealed class MySessionsPage(AppDb db, CurrentActor actor) : AppPage
{
    private const int PageSize = 20;

    [FromQuery]
    public bool Past { get; set; }

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }
    public IReadOnlyList<OwnSession> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        SessionState[] toCome = [SessionState.Announced, SessionState.InProgress];
        SessionState[] held = [SessionState.Ended, SessionState.Confirmed];
        var states = Past ? held : toCome;
        var person = actor.PersonId ?? Guid.Empty;
        var rows =
            from own in db.Set<SessionParticipant>()
            join session in db.Set<CouncilSession>() on own.SessionId equals session.Id
            join place in db.Set<Place>() on session.PlaceId equals place.Id
            where own.PersonId == person && states.Contains(session.State)
            where !Past || own.Presence == Presence.Present
            select new OwnSession
            {
                Id = session.Id,
                Title = session.Title,
                Place = place.Name,
                Locality = session.Locality,
                PlannedFor = session.PlannedFor,
                HeldOn = session.HeldOn,
                State = session.State,
                Announcement = session.Announcement,
                ConfirmedBy = session.ConfirmedByName,
            };
        Pages = Math.Max(1, (await rows.CountAsync(cancellation) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        var ordered = Past ? rows.OrderByDescending(row => row.HeldOn) : rows.OrderBy(row => row.PlannedFor);
        Rows = await ordered.ThenBy(row => row.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
    }

    public sealed class OwnSession
    {
        public Guid Id { get; init; }
        public string Title { get; init; } = "";
        public string Place { get; init; } = "";
        public string? Locality { get; init; }
        public DateTimeOffset? PlannedFor { get; init; }
        public DateOnly? HeldOn { get; init; }
        public SessionState State { get; init; }
        public string? Announcement { get; init; }
        public string? ConfirmedBy { get; init; }
    }
}
