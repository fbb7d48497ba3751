using System.Linq.Expressions;
using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform.Data;
using Concentric.Rules.Text;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Sessions.Public;

/// <summary>What everybody may know of a session: never who was there.</summary>
public sealed record PublicSession
{
    /// <summary>How long one is taken to last in a calendar, until it has ended.</summary>
    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(2);

    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required Guid PlaceId { get; init; }
    public string? Room { get; init; }
    public string? Locality { get; init; }
    public required SessionOrganiser Organiser { get; init; }
    public string? OrganiserName { get; init; }
    public required string MembersPart { get; init; }
    public required SessionState State { get; init; }
    public DateTimeOffset? PlannedFor { get; init; }
    public DateOnly? HeldOn { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? Announcement { get; init; }

    /// <summary>From when and where it was moved, and to when and where.</summary>
    public string? MovedNote { get; init; }
    public string? WithdrawnBecause { get; init; }
    public required int Sequence { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required int Matters { get; init; }

    /// <summary>How many of each sort were present, once it is confirmed.</summary>
    public required int Members { get; init; }
    public required int Others { get; init; }

    /// <summary>The notice as it holds now.</summary>
    public string? Notice => MovedNote is null ? Announcement : $"{MovedNote}\n{Announcement}";

    public bool IsOff => State == SessionState.Withdrawn;
    public bool IsToCome => State == SessionState.Announced;
    public bool IsConfirmed => State == SessionState.Confirmed;
    public DateTimeOffset? StartsAt => StartedAt ?? PlannedFor;
    public DateTimeOffset? EndsAt => EndedAt > StartsAt ? EndedAt : StartsAt + UsualLength;

    internal static Expression<Func<CouncilSession, PublicSession>> From(AppDb db) =>
        session => new PublicSession
        {
            Id = session.Id,
            Title = session.Title,
            PlaceId = session.PlaceId,
            Room = db.Set<ConsultationRoom>().Where(room => room.Id == session.RoomId).Select(room => room.Name).FirstOrDefault(),
            Locality = session.Locality,
            Organiser = session.Organiser,
            OrganiserName = session.OrganiserName,
            MembersPart = session.MembersPart,
            State = session.State,
            PlannedFor = session.PlannedFor,
            HeldOn = session.HeldOn,
            StartedAt = session.StartedAt,
            EndedAt = session.EndedAt,
            Announcement = session.Announcement,
            MovedNote = session.MovedNote,
            WithdrawnBecause = session.WithdrawnBecause,
            Sequence = session.Sequence,
            ChangedAt = session.Steps.Max(step => step.At),
            Matters = session.Matters.Count,
            Members = session
                .People.Where(person => person.Presence == Presence.Present && person.As == PresentAs.Member)
                .Sum(person => person.Number),
            Others = session
                .People.Where(person => person.Presence == Presence.Present && person.As != PresentAs.Member)
                .Sum(person => person.Number),
        };

    /// <summary>Numbers by which a person could be reached are taken out of all words once more.</summary>
    internal PublicSession Safe() =>
        this with
        {
            Title = PersonalTraces.Hide(Title),
            Locality = Hidden(Locality),
            Announcement = Hidden(Announcement),
            MovedNote = Hidden(MovedNote),
            WithdrawnBecause = Hidden(WithdrawnBecause),
        };

    private static string? Hidden(string? text) => text is null ? null : PersonalTraces.Hide(text);
}

/// <summary>A matter on the agenda of a public session.</summary>
/// <param name="Title">Its public words; none before it is cleared: what it is called until then may name somebody.</param>
/// <param name="Topic">What it is about, by its id in the data.</param>
public sealed record PublicAgendaEntry(
    Guid MatterId,
    string? Title,
    string Topic,
    MatterConclusion? Conclusion,
    AgendaState State
);

/// <summary>Finds the sessions that everybody may know of: those that were announced, and those that are confirmed.</summary>
public sealed class PublicSessions(AppDb db)
{
    internal IQueryable<CouncilSession> All =>
        db.Set<CouncilSession>()
            .AsNoTracking()
            .Where(session => session.AnnouncedAt != null || session.State == SessionState.Confirmed);

    /// <summary>Announced and not over, the next first. One that has begun stays until the day after.</summary>
    internal IQueryable<CouncilSession> ToCome(DateTimeOffset now)
    {
        var yesterday = now.AddDays(-1);
        return All.Where(session =>
                session.PlannedFor > yesterday
                && (session.State == SessionState.Announced || session.State == SessionState.InProgress)
            )
            .OrderBy(session => session.PlannedFor)
            .ThenBy(session => session.Id);
    }

    internal async Task<IReadOnlyList<PublicSession>> ReadAsync(
        IQueryable<CouncilSession> sessions,
        CancellationToken cancellation
    )
    {
        var rows = await sessions.Select(PublicSession.From(db)).ToListAsync(cancellation);
        return rows.ConvertAll(row => row.Safe());
    }

    /// <summary>One after the other: memory does not grow with their number.</summary>
    internal async IAsyncEnumerable<PublicSession> StreamAsync(
        IQueryable<CouncilSession> sessions,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await foreach (var row in sessions.Select(PublicSession.From(db)).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return row.Safe();
    }

    /// <summary>What a session talks about, in its order. A conclusion is told once the session is confirmed.</summary>
    internal async Task<IReadOnlyList<PublicAgendaEntry>> AgendaAsync(PublicSession session, CancellationToken cancellation)
    {
        var rows = await (
            from entry in db.Set<SessionMatter>()
            join matter in db.Set<Matter>() on entry.MatterId equals matter.Id
            where entry.SessionId == session.Id
            orderby entry.Order
            select new
            {
                entry.MatterId,
                Title = matter.IsPublic ? matter.PublicTitle : null,
                matter.Topic,
                entry.Conclusion,
                entry.State,
            }
        ).ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new PublicAgendaEntry(
                row.MatterId,
                row.Title is null ? null : PersonalTraces.Hide(row.Title),
                row.Topic,
                session.IsConfirmed ? row.Conclusion : null,
                row.State
            )),
        ];
    }

    /// <summary>The sessions at which a matter was, or is to be, talked about; the newest first.</summary>
    internal Task<IReadOnlyList<PublicSession>> OfMatterAsync(Guid matter, CancellationToken cancellation)
    {
        var ids = db.Set<SessionMatter>().Where(entry => entry.MatterId == matter).Select(entry => entry.SessionId);
        return ReadAsync(
            All.Where(session => ids.Contains(session.Id))
                .OrderByDescending(session => session.HeldOn)
                .ThenByDescending(session => session.PlannedFor)
                .ThenByDescending(session => session.Id)
                .Take(20),
            cancellation
        );
    }
}
