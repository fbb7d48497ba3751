using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Sessions.Live;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Concentric.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>
/// The verbs of a session that move its matters or tell facts, each in one save: the web, the form for what was held before, and the
/// demo world do the same.
/// </summary>
public sealed partial class SessionActs(
    AppDb db,
    SessionDesk desk,
    SessionNotices notices,
    MatterMessages messages,
    SessionBroadcast broadcast,
    NeutralTitles titles,
    Ledger ledger,
    IStringLocalizer<ConsultationTexts> text
)
{
    /// <summary>The states in which a matter can be put on an agenda.</summary>
    public static IReadOnlyList<MatterState> OnAgenda { get; } =
    [
        MatterState.Approved,
        MatterState.Scheduled,
        MatterState.Researching,
        MatterState.Announced,
        MatterState.InSession,
        MatterState.Concluded,
    ];

    /// <summary>Commits what was done, and shows it to all who look.</summary>
    public async Task SaveAsync(CouncilSession session, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        if (broadcast.CountOf(session.Id) == 0)
            return;
        var shown = SessionScreen.Of(session, await titles.OfAsync(session, cancellation), desk.Doer.Now);
        broadcast.Send(session.Id, shown.ToFrame());
    }

    public async Task<Refusal?> WhyNotBeginAsync(CouncilSession session, CancellationToken cancellation) =>
        session.WhyNotBegin()
        ?? WhyNotMatters(session, await desk.MattersOfAsync(session, cancellation), MatterVerb.BeginSession);

    public async Task BeginAsync(CouncilSession session, CancellationToken cancellation)
    {
        RefusedException.ThrowIf(await WhyNotBeginAsync(session, cancellation));
        session.Begin(desk.Today, desk.Doer);
        foreach (var matter in (await desk.MattersOfAsync(session, cancellation)).Values)
            matter.BeginSession(desk.Act());
    }

    /// <summary>Takes a further matter up while the session goes on.</summary>
    public async Task<Refusal?> AddMatterAsync(CouncilSession session, Guid matterId, CancellationToken cancellation)
    {
        if (
            !(await desk.MattersAsync([matterId], cancellation)).TryGetValue(matterId, out var matter)
            || !OnAgenda.Contains(matter.State)
        )
            return new Refusal("SessionMatterUnknown").At("MatterId");
        if (session.WhyNotAddMatter(matterId) is { } refusal)
            return refusal.At("MatterId");
        if (matter.State == MatterState.Approved)
            matter.Schedule(session.RoomId, plannedFor: null, session.Title, desk.Act());
        matter.BeginSession(desk.Act());
        session.AddMatter(new AgendaEntry(matterId, matter.PublicTitle ?? matter.Title));
        return null;
    }

    /// <summary>Beside the session's own reasons: a matter whose result changed must still be where it can change.</summary>
    public async Task<Refusal?> WhyNotConfirmAsync(CouncilSession session, CancellationToken cancellation)
    {
        if (session.WhyNotConfirm() is { } refusal)
            return refusal;
        var matters = await desk.MattersOfAsync(session, cancellation);
        return session
            .Matters.Where(IsChanged)
            .Select(row => WhyNotMatter(matters[row.MatterId], row, MatterVerb.BeginSession))
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>谁组织谁确认: here, and only here, a session becomes facts, and its matters are concluded.</summary>
    public async Task ConfirmAsync(CouncilSession session, CancellationToken cancellation)
    {
        RefusedException.ThrowIf(await WhyNotConfirmAsync(session, cancellation));
        await ConfirmAsync(session, await desk.MattersOfAsync(session, cancellation), cancellation);
    }

    /// <summary>The same for a session that is still being entered, whose matters are at hand.</summary>
    internal async Task ConfirmAsync(
        CouncilSession session,
        IReadOnlyDictionary<Guid, Matter> matters,
        CancellationToken cancellation
    )
    {
        var reason = session.CorrectedBecause;
        session.Confirm(desk.Doer);
        messages.Together();
        foreach (var row in session.Agenda.Where(IsChanged))
            await ConcludeAsync(session, row, matters[row.MatterId], reason, cancellation);
        messages.SendTogether();
        var holding = SessionFacts.Of(session, await desk.SlugOfAsync(session.PlaceId, cancellation));
        if (session.Revision == 1)
        {
            foreach (var fact in holding)
                ledger.Record(fact);
        }
        else
            ledger.Correct(await StandingAsync(session, cancellation), holding, reason!, desk.Today);
    }

    public async Task<Refusal?> WhyNotWithdrawAsync(CouncilSession session, CancellationToken cancellation)
    {
        if (session.WhyNotWithdraw() is { } refusal)
            return refusal;
        var matters = await desk.MattersOfAsync(session, cancellation);
        return session
            .Matters.Where(row => row.ConfirmedConclusion is not null)
            .Select(row => WhyNotMatter(matters[row.MatterId], row, MatterVerb.TakeBack))
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>It is kept with its reason; what it told is retracted, and its matters wait for another session.</summary>
    public async Task WithdrawAsync(CouncilSession session, string? reason, CancellationToken cancellation)
    {
        RefusedException.ThrowIf(await WhyNotWithdrawAsync(session, cancellation));
        var before = session.State;
        session.Withdraw(reason, desk.Doer);
        if (before == SessionState.Planned)
            return;
        if (before == SessionState.Announced)
            await notices.TellWithdrawnAsync(session, cancellation);
        foreach (var row in session.Agenda)
            await RetractConclusionAsync(row, reason!, cancellation);
        var waiting = await WaitingAgainAsync(session, await desk.MattersOfAsync(session, cancellation), cancellation);
        await MoveAsync(waiting, MatterVerb.TakeBack, matter => matter.TakeBack(reason, desk.Act()), cancellation);

        foreach (var fact in await StandingAsync(session, cancellation))
            ledger.Retract(fact, reason!, desk.Today);
    }

    /// <summary>Drafts the minutes in words that the session's records give; the matters that it concluded go on with them.</summary>
    public async Task DraftMinutesAsync(CouncilSession session, string text, CancellationToken cancellation)
    {
        session.DraftMinutes(text, desk.Doer);
        await MoveConcludedAsync(session, MatterVerb.DraftMinutes, matter => matter.DraftMinutes(desk.Act()), cancellation);
    }

    public async Task SignMinutesAsync(CouncilSession session, CancellationToken cancellation)
    {
        session.SignMinutes(desk.Today, desk.Doer);
        await MoveConcludedAsync(session, MatterVerb.SignMinutes, matter => matter.SignMinutes(desk.Act()), cancellation);
    }

    private async Task MoveConcludedAsync(
        CouncilSession session,
        MatterVerb verb,
        Action<Matter> move,
        CancellationToken cancellation
    )
    {
        var matters = await desk.MattersOfAsync(session, cancellation);
        var concluded = session.Agenda.Where(row => row.ConfirmedConclusion is not null).Select(row => matters[row.MatterId]);
        await MoveAsync(concluded, verb, move, cancellation);
    }

    /// <summary>Moves those that can be moved so, and tells their people: each once, however many matters there are.</summary>
    private async Task MoveAsync(
        IEnumerable<Matter> matters,
        MatterVerb verb,
        Action<Matter> move,
        CancellationToken cancellation
    )
    {
        messages.Together();
        foreach (var matter in matters.Where(matter => matter.WhyNotMove(verb) is null))
        {
            var before = matter.State;
            move(matter);
            await messages.TellAsync(matter, verb, before, cancellation);
        }

        messages.SendTogether();
    }

    /// <summary>Whether the confirmation changes what the matter's last one recorded.</summary>
    private static bool IsChanged(SessionMatter row) => ResultOf(row) != row.ConfirmedConclusion;

    private static MatterConclusion? ResultOf(SessionMatter row) => row.State == AgendaState.Adjourned ? null : row.Conclusion;

    private async Task ConcludeAsync(
        CouncilSession session,
        SessionMatter row,
        Matter matter,
        string? reason,
        CancellationToken cancellation
    )
    {
        await RetractConclusionAsync(row, reason ?? "", cancellation);
        if (matter.State != MatterState.InSession)
            matter.BeginSession(desk.Act(), reason);
        if (ResultOf(row) is not { } conclusion)
        {
            row.Recorded(conclusion: null, revision: null);
            return;
        }

        matter.Conclude(conclusion, session.HeldOn!.Value, Short(row), desk.Act());
        await messages.TellAsync(matter, MatterVerb.Conclude, MatterState.InSession, cancellation);
        var revision = matter.Steps.Count(step => step.Verb == MatterVerb.Conclude);
        ledger.Record(
            MatterFacts.OfConcluding(matter, await desk.SlugOfAsync(matter.PlaceId, cancellation), revision) with
            {
                Basis = reason,
            }
        );
        row.Recorded(conclusion, revision);
    }

    private async Task RetractConclusionAsync(SessionMatter row, string reason, CancellationToken cancellation)
    {
        if (row.ConfirmedRevision is not { } revision)
            return;
        var earlier = await ledger
            .StandingOf(Matter.SourceType, row.MatterId)
            .Where(fact => fact.Kind == MatterFacts.Concluded && fact.Revision == revision)
            .ToListAsync(cancellation);
        foreach (var fact in earlier)
            ledger.Retract(fact, reason, desk.Today);
        row.Recorded(conclusion: null, revision: null);
    }

    private Task<List<Fact>> StandingAsync(CouncilSession session, CancellationToken cancellation) =>
        ledger.StandingOf(CouncilSession.SourceType, session.Id).ToListAsync(cancellation);

    private static Refusal? WhyNotMatters(CouncilSession session, IReadOnlyDictionary<Guid, Matter> matters, MatterVerb verb) =>
        session.Matters.Select(row => WhyNotMatter(matters[row.MatterId], row, verb)).FirstOrDefault(found => found is not null);

    private static Refusal? WhyNotMatter(Matter matter, SessionMatter row, MatterVerb verb) =>
        matter.WhyNotMove(verb) is null ? null : new Refusal("SessionMatterWentOn", row.Title);

    /// <summary>
    /// The points agreed on, and after them those that were not, each marked as such, as far as a step takes them. They are stored, so they
    /// are in the committee's language whoever confirms.
    /// </summary>
    private string Short(SessionMatter row)
    {
        var dissents = Language.InChinese(() => row.Dissents.Select(point => text["Minutes.Dissent", point.Text].Value).ToList());
        var points = string.Join('\n', row.Agreements.Select(point => point.Text).Concat(dissents));
        return points.Length > MatterStep.LongestWords ? points[..MatterStep.LongestWords] : points;
    }
}
