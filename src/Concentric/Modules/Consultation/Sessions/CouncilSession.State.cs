using Concentric.Platform;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Sessions;

public sealed partial class CouncilSession
{
    public bool IsToCome => State is SessionState.Planned or SessionState.Announced;

    /// <summary>Whether what it came to can be written: while it goes on, and until it is confirmed.</summary>
    public bool IsOpen => State is SessionState.InProgress or SessionState.Ended;

    /// <summary>Whether the machine has such a move from here.</summary>
    public Refusal? WhyNotMove(SessionVerb verb) =>
        SessionMoves.Find(verb, State) is null ? new Refusal($"SessionNot{verb}") : null;

    public static Refusal? WhyNotReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("SessionReasonMissing").At("Reason")
        : reason.Trim().Length > SessionStep.LongestWords
            ? new Refusal("TooLong", SessionStep.LongestWords, reason.Trim().Length).At("Reason")
        : null;

    public Refusal? WhyNotAnnounce(DateTimeOffset now) =>
        WhyNotMove(SessionVerb.Announce)
        ?? (PlannedFor <= now ? new Refusal("SessionTimePassed") : null)
        ?? (Matters.Count == 0 ? new Refusal("SessionWithoutMatters") : null);

    /// <summary>公告: everybody may come and listen; nobody has to sign up.</summary>
    public void Announce(string? words, Doer doer)
    {
        var refusal =
            string.IsNullOrWhiteSpace(words) ? new Refusal("SessionAnnouncementMissing").At(nameof(Announcement))
            : words.Trim().Length > LongestAnnouncement
                ? new Refusal("TooLong", LongestAnnouncement, words.Trim().Length).At(nameof(Announcement))
            : null;
        RefusedException.ThrowIf(WhyNotAnnounce(doer.Now) ?? refusal);
        (Announcement, AnnouncedAt, MovedNote) = (words!.Trim(), doer.Now, null);
        Go(SessionVerb.Announce, doer, words: null);
    }

    /// <summary>The notice tells from here on that it was moved: people may have read the earlier one. A new notice replaces both.</summary>
    public void Move(string note, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotMove(SessionVerb.Move));
        MovedNote = note.Length > LongestMovedNote ? note[..LongestMovedNote] : note;
        Leave(SessionVerb.Move, doer, MovedNote);
    }

    public Refusal? WhyNotBegin() =>
        WhyNotMove(SessionVerb.Begin) ?? (Matters.Count == 0 ? new Refusal("SessionWithoutMatters") : null);

    public void Begin(DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotBegin());
        (HeldOn, StartedAt) = (today, doer.Now);
        Go(SessionVerb.Begin, doer, words: null);
    }

    /// <summary>Every matter is concluded and read back, or adjourned.</summary>
    public Refusal? WhyNotEnd() =>
        WhyNotMove(SessionVerb.End)
        ?? (
            Matters.Find(matter => matter.State is AgendaState.Waiting or AgendaState.Current) is { } open
                ? new Refusal("SessionMattersOpen", open.Title)
                : null
        );

    public void End(Doer doer)
    {
        RefusedException.ThrowIf(WhyNotEnd());
        StopTurn(doer.Now);
        EndedAt = doer.Now;
        Go(SessionVerb.End, doer, words: null);
    }

    /// <summary>Nobody confirms a session at which nobody was, or that talked about nothing.</summary>
    public Refusal? WhyNotConfirm() =>
        WhyNotMove(SessionVerb.Confirm)
        ?? (Matters.Count == 0 ? new Refusal("SessionWithoutMatters") : null)
        ?? (PresentInAll == 0 ? new Refusal("SessionNobodyPresent").At(nameof(People)) : null)
        ?? Matters.Select(WhyNotSettled).FirstOrDefault(refusal => refusal is not null);

    /// <summary>谁组织谁确认: from here its facts come.</summary>
    public void Confirm(Doer doer)
    {
        RefusedException.ThrowIf(WhyNotConfirm());
        Revision++;
        (ConfirmedAt, ConfirmedByName) = (doer.Now, doer.Name);
        Go(SessionVerb.Confirm, doer, CorrectedBecause);
        CorrectedBecause = null;
    }

    /// <summary>What was signed is not corrected: another session takes the matter up again.</summary>
    public Refusal? WhyNotCorrect() =>
        WhyNotMove(SessionVerb.Correct) ?? (Minutes?.IsSigned == true ? new Refusal("SessionMinutesSigned") : null);

    /// <summary>Opens what was confirmed, to be put right and confirmed again. Its facts stand until then.</summary>
    public void Correct(string? reason, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotCorrect() ?? WhyNotReason(reason));
        CorrectedBecause = reason!.Trim();
        Go(SessionVerb.Correct, doer, reason);
    }

    public Refusal? WhyNotWithdraw() =>
        WhyNotMove(SessionVerb.Withdraw) ?? (Minutes?.IsSigned == true ? new Refusal("SessionMinutesSigned") : null);

    public void Withdraw(string? reason, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotWithdraw() ?? WhyNotReason(reason));
        StopTurn(doer.Now);
        WithdrawnBecause = reason!.Trim();
        Go(SessionVerb.Withdraw, doer, reason);
    }

    private void Go(SessionVerb verb, Doer doer, string? words)
    {
        RefusedException.ThrowIf(WhyNotMove(verb));
        State = SessionMoves.Find(verb, State)!.To ?? State;
        Leave(verb, doer, words);
    }

    /// <summary>Leaves a step, and tells those who look that something is new.</summary>
    private void Leave(SessionVerb verb, Doer doer, string? words)
    {
        Steps.Add(SessionStep.Of(verb, State, doer, words));
        Touch();
    }

    private void Touch() => Sequence++;
}
