using Concentric.Modules.Consultation.Matters;
using Concentric.Modules.Consultation.Places;
using Concentric.Platform;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Sessions;

public sealed partial class CouncilSession
{
    public const int MostMatters = 30;
    public const int MostVotes = 10_000;

    public IEnumerable<SessionMatter> Agenda => Matters.OrderBy(matter => matter.Order);

    /// <summary>The matter that is talked about now.</summary>
    public SessionMatter? Current => Matters.Find(matter => matter.State == AgendaState.Current);

    public bool AsksForVote => Vote is not null;

    /// <summary>Sets the agenda, in this order; matters that stay keep what was written about them.</summary>
    public void SetAgenda(IReadOnlyList<AgendaEntry> entries)
    {
        RefusedException.ThrowIf(WhyNotAgenda(entries));
        Matters.RemoveAll(matter => entries.All(entry => entry.MatterId != matter.MatterId));
        foreach (var (at, entry) in entries.Index())
        {
            if (Matters.Find(matter => matter.MatterId == entry.MatterId) is { } known)
                (known.Order, known.Title) = (at + 1, entry.Title.Trim());
            else
                Matters.Add(SessionMatter.Of(entry.MatterId, at + 1, entry.Title.Trim()));
        }

        Touch();
    }

    public Refusal? WhyNotAgenda(IReadOnlyList<AgendaEntry> entries) =>
        !IsToCome && !(IsAfterwards && Revision == 0) ? new Refusal("SessionAgendaFixed")
        : entries.Count > MostMatters ? new Refusal("SessionTooManyMatters", MostMatters)
        : entries.Any(entry => string.IsNullOrWhiteSpace(entry.Title)) ? new Refusal("MatterTitleMissing")
        : entries.Any(entry => entry.Title.Trim().Length > Matter.LongestTitle)
            ? new Refusal("TooLong", Matter.LongestTitle, entries.Max(entry => entry.Title.Trim().Length))
        : null;

    /// <summary>A matter that comes up while the session goes on.</summary>
    public SessionMatter AddMatter(AgendaEntry entry)
    {
        RefusedException.ThrowIf(WhyNotAddMatter(entry.MatterId));
        var matter = SessionMatter.Of(entry.MatterId, Matters.Count + 1, entry.Title.Trim());
        Matters.Add(matter);
        Touch();
        return matter;
    }

    public Refusal? WhyNotAddMatter(Guid matterId) =>
        State != SessionState.InProgress ? new Refusal("SessionNotTakeUp")
        : Matters.Count >= MostMatters ? new Refusal("SessionTooManyMatters", MostMatters)
        : Matters.Exists(matter => matter.MatterId == matterId) ? new Refusal("SessionMatterTwice")
        : null;

    /// <summary>One matter at a time.</summary>
    public Refusal? WhyNotTakeUp(SessionMatter matter) =>
        WhyNotMove(SessionVerb.TakeUp)
        ?? (Current is { } current && current != matter ? new Refusal("SessionOneMatterAtATime", current.Title) : null);

    public void TakeUp(SessionMatter matter, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotTakeUp(matter));
        StopTurn(doer.Now);
        (matter.State, matter.ReadBackAt, matter.AdjournedBecause) = (AgendaState.Current, null, null);
        Leave(SessionVerb.TakeUp, doer, matter.Title);
    }

    /// <summary>How far those present agreed, and the votes where the rule asks for them.</summary>
    public Refusal? WhyNotConclude(MatterConclusion? conclusion, VoteTally? votes) =>
        WhyNotMove(SessionVerb.Conclude)
        ?? (conclusion is null ? new Refusal("SessionConclusionMissing").At("Conclusion") : null)
        ?? WhyNotVotes(conclusion, votes)
        ?? (
            PresentOf(PresentAs.Concerned) < LeastConcerned
                ? new Refusal("SessionTooFewConcerned", LeastConcerned, PresentOf(PresentAs.Concerned)).At("Conclusion")
                : null
        );

    private Refusal? WhyNotVotes(MatterConclusion? conclusion, VoteTally? votes) =>
        votes is null ? (AsksForVote ? new Refusal("SessionVoteMissing").At(nameof(VoteTally.For)) : null)
        : !AsksForVote ? new Refusal("SessionVoteNotAsked").At(nameof(VoteTally.For))
        : votes is { For: < 0 } or { Against: < 0 } or { Abstained: < 0 } || votes.All is 0 or > MostVotes
            ? new Refusal("NumberOutside", 1, MostVotes).At(nameof(VoteTally.For))
        : votes.All > PresentInAll ? new Refusal("SessionMoreVotesThanPeople", PresentInAll).At(nameof(VoteTally.For))
        : conclusion == MatterConclusion.Agreed && !ConsultationCouncil.Carries(Vote, votes.For, votes.All)
            ? new Refusal("SessionVoteDoesNotCarry").At("Conclusion")
        : null;

    public void Conclude(SessionMatter matter, MatterConclusion? conclusion, VoteTally? votes, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotConclude(conclusion, votes));
        matter.Conclusion = conclusion;
        (matter.VotesFor, matter.VotesAgainst, matter.VotesAbstained) = (votes?.For, votes?.Against, votes?.Abstained);
        (matter.ReadBackAt, matter.AdjournedBecause) = (null, null);
        Leave(SessionVerb.Conclude, doer, matter.Title);
    }

    /// <summary>A result says what was agreed; where not all agree, it says who does not and why.</summary>
    public Refusal? WhyNotReadBack(SessionMatter matter) =>
        WhyNotMove(SessionVerb.ReadBack)
        ?? WhyNotComplete(matter)
        ?? (
            matter.Tally?.All > PresentInAll
                ? new Refusal("SessionMoreVotesThanPeople", PresentInAll).At(nameof(VoteTally.For))
                : null
        );

    private static Refusal? WhyNotComplete(SessionMatter matter) =>
        matter.Conclusion is null ? new Refusal("SessionConclusionMissing").At("Conclusion")
        : matter.Conclusion != MatterConclusion.NotAgreed && !matter.Agreements.Any()
            ? new Refusal("SessionPointsMissing", matter.Title).At(nameof(SessionMatter.Points))
        : matter.Conclusion != MatterConclusion.Agreed && !matter.Dissents.Any()
            ? new Refusal("SessionDissentMissing", matter.Title).At("Dissent")
        : matter.Points.Exists(point => point.Rival is not null) ? new Refusal("SessionTwoVersions", matter.Title)
        : null;

    /// <summary>宣读确认: the result is read out to those present, and stands.</summary>
    public void ReadBack(SessionMatter matter, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotReadBack(matter));
        StopTurn(doer.Now);
        (matter.ReadBackAt, matter.State) = (doer.Now, AgendaState.Concluded);
        Leave(SessionVerb.ReadBack, doer, matter.Title);
    }

    /// <summary>续议: those concerned are missing, or more must be found out first.</summary>
    public void Adjourn(SessionMatter matter, string? reason, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotMove(SessionVerb.Adjourn) ?? WhyNotReason(reason) ?? WhyNotLonger(reason));
        StopTurn(doer.Now);
        (matter.State, matter.AdjournedBecause) = (AgendaState.Adjourned, reason!.Trim());
        (matter.Conclusion, matter.ReadBackAt) = (null, null);
        (matter.VotesFor, matter.VotesAgainst, matter.VotesAbstained) = (null, null, null);
        Leave(SessionVerb.Adjourn, doer, matter.Title);
    }

    private static Refusal? WhyNotLonger(string? reason) =>
        reason?.Trim().Length > SessionMatter.LongestReason
            ? new Refusal("TooLong", SessionMatter.LongestReason, reason.Trim().Length).At("Reason")
            : null;

    /// <summary>Whether a matter is done with, one way or the other.</summary>
    private static Refusal? WhyNotSettled(SessionMatter matter) =>
        matter.State == AgendaState.Adjourned ? null
        : matter.ReadBackAt is null ? WhyNotComplete(matter) ?? new Refusal("SessionReadBackMissing", matter.Title)
        : null;
}

/// <summary>A matter and its words on the agenda.</summary>
public sealed record AgendaEntry(Guid MatterId, string Title);

/// <summary>What was counted.</summary>
public sealed record VoteTally(int For, int Against, int Abstained)
{
    public int All => For + Against + Abstained;
}
