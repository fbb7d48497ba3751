using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Matters.Intake;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Sessions;

/// <summary>A session that was held and is entered now, whole.</summary>
public sealed record EnteredSession
{
    public required SessionDetails Details { get; init; }
    public DateOnly? HeldOn { get; init; }

    /// <summary>Members present, by seat.</summary>
    public IReadOnlyCollection<Guid> Members { get; init; } = [];

    /// <summary>How many of the other sorts were present.</summary>
    public IReadOnlyDictionary<PresentAs, int> Numbers { get; init; } = new Dictionary<PresentAs, int>();

    /// <summary>The matters, in their order.</summary>
    public IReadOnlyList<EnteredMatter> Matters { get; init; } = [];

    /// <summary>Whether the results were read back to those present.</summary>
    public bool WasReadBack { get; init; }

    /// <summary>Why it is entered now; stands in every step that it leaves.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether it is confirmed at once: whoever organised it enters it.</summary>
    public bool Confirm { get; init; } = true;
}

/// <summary>A matter of such a session: one that is there already, or a new one.</summary>
public sealed record EnteredMatter
{
    public Guid? MatterId { get; init; }

    /// <summary>A new one in one line; its text is the same when none is given.</summary>
    public MatterDetails? New { get; init; }

    /// <summary>None of one that was adjourned.</summary>
    public MatterConclusion? Conclusion { get; init; }

    /// <summary>Points of agreement, one a line.</summary>
    public string? Points { get; init; }

    /// <summary>Notes of dissent, one a line.</summary>
    public string? Dissent { get; init; }
    public VoteTally? Votes { get; init; }

    /// <summary>续议: another session goes on with it.</summary>
    public bool IsAdjourned { get; init; }
    public string? AdjournedBecause { get; init; }
}

/// <summary>
/// Takes in a session that was held, in one go: its new matters are collected, all of them led to the session by their own verbs, what it
/// came to is written down, and it is confirmed. Each step says that it was entered afterwards; nothing is stored by halves.
/// </summary>
public sealed class SessionEntry(
    AppDb db,
    SessionDesk desk,
    SessionActs acts,
    MatterDesk matterDesk,
    MatterIntake intake,
    NeutralTitles titles,
    Ledger ledger
)
{
    private const int MostTries = 40;

    /// <returns>The session as it was saved; or all that is wrong, each beside its field.</returns>
    public async Task<(CouncilSession? Session, IReadOnlyList<Refusal> Faults)> EnterAsync(
        EnteredSession entered,
        CancellationToken cancellation = default
    )
    {
        for (var tries = 1; ; tries++)
        {
            var draft = new Draft(entered, await desk.CouncilOfAsync(entered.Details, cancellation), desk, titles);
            if (await desk.WhyNotPlaceAsync(entered.Details, cancellation) is { } outside)
                draft.Faults.Add(outside);
            var session = draft.Write(await MattersAsync(draft, cancellation), await MembersAsync(draft, cancellation));
            if (session is null || draft.Faults.Count > 0)
            {
                db.ChangeTracker.Clear();
                return (null, draft.Faults);
            }

            await LeadAsync(draft, session, cancellation);
            db.Add(session);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return (session, []);
            }
            catch (DbUpdateException failure) when (failure.IsDuplicate() && tries < MostTries)
            {
                // Somebody took the same number for a matter at the same moment.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The matters, those that are there and the new ones, in the order of the form.</summary>
    private async Task<IReadOnlyList<Matter?>> MattersAsync(Draft draft, CancellationToken cancellation)
    {
        var entered = draft.Entered.Matters;
        var known = await desk.MattersAsync([.. entered.Select(row => row.MatterId).OfType<Guid>()], cancellation);
        List<Matter?> matters = [];
        foreach (var (at, row) in entered.Index())
            matters.Add(
                row.MatterId is { } id
                    ? draft.Known(at, known.GetValueOrDefault(id))
                    : await CollectAsync(draft, at, row.New ?? new MatterDetails(), cancellation)
            );
        return matters;
    }

    /// <summary>A new one in one line comes in like every other.</summary>
    private async Task<Matter?> CollectAsync(Draft draft, int at, MatterDetails line, CancellationToken cancellation)
    {
        var details = line with
        {
            Text = string.IsNullOrWhiteSpace(line.Text) ? line.Title : line.Text,
            PlaceId = line.PlaceId == Guid.Empty ? draft.Entered.Details.PlaceId : line.PlaceId,
            Channel = IntakeChannel.Session,
            CollectedOn = line.CollectedOn ?? draft.Entered.HeldOn,
        };
        var fresh = new NewMatter(details);
        var faults = await intake.FaultsAsync(fresh, cancellation);
        draft.Refuse(at, faults);
        if (faults.Count > 0)
            return null;
        var matter = (await intake.AddAsync(fresh, cancellation)).Matter;
        draft.Matters.Add(matter);
        return matter;
    }

    private Task<List<SessionPerson>> MembersAsync(Draft draft, CancellationToken cancellation) =>
        desk.MembersAsync(draft.Entered.Members, cancellation);

    /// <summary>Leads each matter to the session by its own verbs; none is skipped, each says why.</summary>
    private async Task LeadAsync(Draft draft, CouncilSession session, CancellationToken cancellation)
    {
        var (act, reason, heldOn) = (desk.Act(), draft.Entered.Reason, session.HeldOn!.Value);
        var number = await matterDesk.NextNumberAsync(act.Today.Year, cancellation);
        foreach (var matter in draft.Matters)
        {
            var place = await desk.SlugOfAsync(matter.PlaceId, cancellation);
            if (matter.State == MatterState.Collected)
            {
                matter.Accept(number++, repeats: null, act, reason);
                foreach (var fact in MatterFacts.OfAccepting(matter, place, heldOn))
                    ledger.Record(fact);
            }

            if (matter.State == MatterState.Accepted)
                matter.Approve(reason, act);
            if (matter.State == MatterState.Approved)
                matter.Schedule(session.RoomId, plannedFor: null, reason, act);
            matter.BeginSession(act, reason);
        }

        if (draft.Entered.Confirm)
            await acts.ConfirmAsync(session, draft.Matters.ToDictionary(matter => matter.Id), cancellation);
    }

    /// <summary>The session while it is written down, and all that is wrong with it.</summary>
    private sealed class Draft(EnteredSession entered, ConsultationCouncil? council, SessionDesk desk, NeutralTitles titles)
    {
        private static readonly MatterState[] Open = [MatterState.Collected, MatterState.Accepted, .. SessionActs.OnAgenda];

        private static readonly string?[] Own =
        [
            nameof(MatterDetails.PlaceId),
            nameof(MatterDetails.Text),
            nameof(MatterDetails.CollectedOn),
        ];

        public EnteredSession Entered => entered;
        public List<Refusal> Faults { get; } = [];
        public List<Matter> Matters { get; } = [];

        public Matter? Known(int at, Matter? matter)
        {
            if (matter is null || !Open.Contains(matter.State))
                Fault(at, new Refusal("SessionMatterUnknown"), nameof(EnteredMatter.MatterId));
            else if (Matters.Contains(matter))
                Fault(at, new Refusal("SessionMatterTwice"), nameof(EnteredMatter.MatterId));
            else
                Matters.Add(matter);
            return matter;
        }

        /// <summary>The place and the day are the session's own questions; a text left out is the title.</summary>
        public void Refuse(int at, IEnumerable<Refusal> faults)
        {
            foreach (var fault in faults.Where(fault => !Own.Contains(fault.Field)))
                Fault(at, fault, fault.Field);
        }

        /// <summary>Writes the session; none where it cannot be begun.</summary>
        public CouncilSession? Write(IReadOnlyList<Matter?> matters, IReadOnlyList<SessionPerson> members)
        {
            var details = entered.Details;
            if (string.IsNullOrWhiteSpace(details.Title) && matters.FirstOrDefault() is { } first)
                details = details with { Title = titles.OfMany(first, matters.Count) };
            Faults.AddRange(details.Faults().Where(fault => fault.Field != nameof(details.PlaceId)));
            if (CouncilSession.WhyNotHeldOn(entered.HeldOn, desk.Today) is { } day)
                Faults.Add(day);
            if (matters.Count == 0)
                Faults.Add(new Refusal("SessionWithoutMatters").At(nameof(entered.Matters)));
            if (Faults.Count > 0)
                return null;
            var session = CouncilSession.EnterAfterwards(details, council, entered.HeldOn, entered.Reason, desk.Today, desk.Doer);
            session.SetAgenda([
                .. matters.OfType<Matter>().Select(matter => new AgendaEntry(matter.Id, matter.PublicTitle ?? matter.Title)),
            ]);
            WritePeople(session, members);
            foreach (var (at, row) in session.Agenda.ToList().Index())
                WriteResult(session, row, at);
            if (Faults.Count == 0 && entered.Confirm && session.WhyNotConfirm() is { } refusal)
                Faults.Add(refusal);
            return session;
        }

        private void WritePeople(CouncilSession session, IReadOnlyList<SessionPerson> members)
        {
            foreach (var member in members)
                session.AddPresent(Ids.New(), member, desk.Doer.Now);
            foreach (var (sort, number) in entered.Numbers)
            {
                if (number is < 0 or > CouncilSession.MostOfASort)
                    Faults.Add(new Refusal("NumberOutside", 0, CouncilSession.MostOfASort).At($"Numbers.{sort}"));
                else
                    session.Count(sort, number, desk.Doer.Now);
            }
        }

        private void WriteResult(CouncilSession session, SessionMatter row, int at)
        {
            var result = entered.Matters[at];
            WritePoints(session, row, PointKind.Agreement, result.Points, at, nameof(result.Points));
            WritePoints(session, row, PointKind.Dissent, result.Dissent, at, nameof(result.Dissent));
            if (result.IsAdjourned || !string.IsNullOrWhiteSpace(result.AdjournedBecause))
            {
                if (CouncilSession.WhyNotReason(result.AdjournedBecause) is { } missing)
                    Fault(at, missing, nameof(result.Dissent));
                else
                    session.Adjourn(row, result.AdjournedBecause, desk.Doer);
                return;
            }

            if (session.WhyNotConclude(result.Conclusion, result.Votes) is { } refusal)
            {
                Fault(at, refusal, refusal.Field);
                return;
            }

            session.Conclude(row, result.Conclusion, result.Votes, desk.Doer);
            if (session.WhyNotReadBack(row) is { } unread)
                Fault(at, unread, unread.Field);
            else if (entered.WasReadBack)
                session.ReadBack(row, desk.Doer);
            else if (entered.Confirm && Faults.TrueForAll(fault => fault.Code != "SessionReadBackMissing"))
                Faults.Add(new Refusal("SessionReadBackMissing", row.Title).At(nameof(entered.WasReadBack)));
        }

        private void WritePoints(CouncilSession session, SessionMatter row, PointKind kind, string? lines, int at, string field)
        {
            var points = (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            foreach (var point in points.Take(CouncilSession.MostPoints / 2))
            {
                if (session.WhyNotPoint(point) is { } refusal)
                    Fault(at, refusal, field);
                else
                    session.AddPoint(row, Ids.New(), kind, point, desk.Doer);
            }
        }

        private void Fault(int at, Refusal refusal, string? field) =>
            Faults.Add(refusal.At($"{nameof(entered.Matters)}[{at}].{field}"));
    }
}
