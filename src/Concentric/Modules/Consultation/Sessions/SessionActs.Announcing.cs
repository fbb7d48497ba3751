using Concentric.Modules.Consultation.Matters;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>What is done to a session before it is held: its agenda, its notice, and that it is moved. Its matters carry the notice.</summary>
public sealed partial class SessionActs
{
    /// <summary>Puts matters on the agenda of a session to come; those that were only approved are scheduled by it.</summary>
    public async Task SetAgendaAsync(
        CouncilSession session,
        IReadOnlyList<AgendaEntry> entries,
        DateOnly plannedFor,
        CancellationToken cancellation
    )
    {
        var takenOff = session.Matters.Select(row => row.MatterId).Except(entries.Select(entry => entry.MatterId)).ToList();
        session.SetAgenda(entries);
        if (session.State == SessionState.Announced && takenOff.Count > 0)
            await TakeOffAsync(session, takenOff, cancellation);
        var matters = await desk.MattersAsync([.. entries.Select(entry => entry.MatterId)], cancellation);
        foreach (var matter in matters.Values.Where(matter => matter.State == MatterState.Approved))
            matter.Schedule(session.RoomId, plannedFor < desk.Today ? null : plannedFor, session.Title, desk.Act());
    }

    /// <summary>Matters that a session was announced with and will not talk about: they wait for another, and their people are told.</summary>
    private async Task TakeOffAsync(CouncilSession session, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var words = Language.InChinese(() => text["Session.TakenOff", session.Title].Value);
        var waiting = await WaitingAgainAsync(session, await desk.MattersAsync(ids, cancellation), cancellation);
        await MoveAsync(
            waiting.Where(matter => matter.State == MatterState.Announced),
            MatterVerb.TakeBack,
            matter => matter.TakeBack(words, desk.Act()),
            cancellation
        );
    }

    /// <summary>Announces the matters that an announced session has taken on since.</summary>
    public Task AnnounceAddedAsync(CouncilSession session, CancellationToken cancellation) =>
        session.State == SessionState.Announced
            ? AnnounceMattersAsync(session, matter => matter.State != MatterState.Announced, cancellation)
            : Task.CompletedTask;

    /// <summary>Tells everybody of the session, and with it of its matters; members who are expected are told by message.</summary>
    public async Task<InvitedMembers> AnnounceAsync(CouncilSession session, string? words, CancellationToken cancellation)
    {
        session.Announce(words, desk.Doer);
        await AnnounceMattersAsync(session, _ => true, cancellation);
        return await notices.InviteAsync(session, cancellation);
    }

    /// <summary>Its matters carry the notice as it holds now, and their people are told.</summary>
    private async Task AnnounceMattersAsync(CouncilSession session, Func<Matter, bool> which, CancellationToken cancellation)
    {
        var matters = await desk.MattersOfAsync(session, cancellation);
        var notice =
            session.Notice!.Length > Matter.LongestAnnouncement ? session.Notice[..Matter.LongestAnnouncement] : session.Notice;
        await MoveAsync(
            matters.Values.Where(which),
            MatterVerb.Announce,
            matter => matter.Announce(notice, desk.Act(), notices.DayOf(session)),
            cancellation
        );
    }

    /// <summary>Changes what is known of a session.</summary>
    /// <returns>
    /// Where and when it was announced for, in words, if it is elsewhere or at another time now, so that people must be told; else none.
    /// </returns>
    public async Task<string?> ChangeAsync(CouncilSession session, SessionDetails entered, CancellationToken cancellation)
    {
        var before = (session.PlannedFor, session.PlaceId, session.RoomId, session.Locality);
        var words = session.State == SessionState.Announced ? await notices.WhenAndWhereAsync(session, cancellation) : null;
        session.Change(entered, await desk.CouncilOfAsync(entered, cancellation), desk.Doer);
        return before != (session.PlannedFor, session.PlaceId, session.RoomId, session.Locality) ? words : null;
    }

    /// <summary>Its notice says from now on that it was moved, its matters carry that, and those who are expected are told.</summary>
    /// <param name="session">As it is now.</param>
    /// <param name="before">What <see cref="ChangeAsync"/> gave.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<InvitedMembers> MoveAsync(CouncilSession session, string before, CancellationToken cancellation)
    {
        session.Move(await notices.MovedNoteAsync(session, before, cancellation), desk.Doer);
        await AnnounceMattersAsync(session, _ => true, cancellation);
        return await notices.TellMovedAsync(session, cancellation);
    }

    /// <summary>Matters of a session, but for those that another session has announced: people are still asked to come for them.</summary>
    private async Task<IEnumerable<Matter>> WaitingAgainAsync(
        CouncilSession session,
        IReadOnlyDictionary<Guid, Matter> matters,
        CancellationToken cancellation
    )
    {
        var ids = matters.Keys.ToList();
        var elsewhere = await db.Set<CouncilSession>()
            .Where(other => other.Id != session.Id && other.State == SessionState.Announced)
            .SelectMany(other => other.Matters)
            .Where(row => ids.Contains(row.MatterId))
            .Select(row => row.MatterId)
            .ToListAsync(cancellation);
        return matters.Values.Where(matter => matter.State != MatterState.Announced || !elsewhere.Contains(matter.Id));
    }
}
