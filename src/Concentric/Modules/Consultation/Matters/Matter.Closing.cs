using Concentric.Platform;

namespace Concentric.Modules.Consultation.Matters;

public sealed partial class Matter
{
    /// <summary>What the submitter and those who took part said, of all rounds.</summary>
    public List<MatterFeedback> Feedback { get; private set; } = [];

    /// <summary>The verdict of the present round, once it is settled; none while nobody has answered.</summary>
    public SatisfactionMark? Satisfaction { get; private set; }

    /// <summary>How often it was handled again after the feedback was negative.</summary>
    public int Reworks { get; private set; }
    public MatterOutcome? Outcome { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The day it was closed, in the committee's zone.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>What shows that it is so; files may stand beside it, none is demanded.</summary>
    public string? Proof { get; private set; }

    /// <summary>How often it was closed: 1 at first, one more after each reopening.</summary>
    public int Closings { get; private set; }
    public DateOnly? RevisitedOn { get; private set; }

    /// <summary>Whether the second visit found the outcome still true.</summary>
    public bool? Held { get; private set; }

    public void SeekFeedback(MatterAct act)
    {
        Go(MatterVerb.SeekFeedback, null, act);
        Satisfaction = null;
    }

    /// <summary>The submitter's own word is taken in each round once; one taken down on the phone counts as the submitter's.</summary>
    public Refusal? WhyNotGiveFeedback(FeedbackGiver giver) =>
        WhyNotMove(MatterVerb.GiveFeedback)
        ?? (
            giver == FeedbackGiver.Submitter && Feedback.Exists(row => row.Round == Round && row.Giver == FeedbackGiver.Submitter)
                ? new Refusal("FeedbackGivenAlready")
                : null
        );

    public void GiveFeedback(FeedbackGiver giver, SatisfactionMark mark, string? words, MatterAct act)
    {
        Go(MatterVerb.GiveFeedback, WhyNotGiveFeedback(giver), act, words);
        Feedback.Add(MatterFeedback.Of(giver, mark, words, Round, act.Doer));
    }

    /// <summary>Nobody's silence is taken for consent before the days for answering are over.</summary>
    public Refusal? WhyNotSettleFeedback(DateOnly today) =>
        WhyNotMove(MatterVerb.SettleFeedback)
        ?? (Verdict is null && today <= DueOn ? new Refusal("FeedbackStillAwaited", DueOn.Value.ToString("O")) : null);

    /// <summary>Ends the asking.</summary>
    public void SettleFeedback(MatterAct act)
    {
        Go(MatterVerb.SettleFeedback, WhyNotSettleFeedback(act.Today), act);
        Satisfaction = Verdict;
    }

    /// <summary>
    /// The submitter's mark decides. Without one it is the mark that most of those who took part gave; of equals the worse one.
    /// </summary>
    private SatisfactionMark? Verdict =>
        Feedback.Find(row => row.Round == Round && row.Giver == FeedbackGiver.Submitter)?.Mark
        ?? Feedback
            .Where(row => row.Round == Round)
            .GroupBy(row => row.Mark)
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key)
            .Select(group => (SatisfactionMark?)group.Key)
            .FirstOrDefault();

    public Refusal? WhyNotRework(int mostReworks) =>
        WhyNotMove(MatterVerb.Rework)
        ?? (
            Satisfaction != SatisfactionMark.NotSatisfied ? new Refusal("ReworkNotAsked")
            : Reworks >= mostReworks ? new Refusal("ReworkTooOften", mostReworks)
            : null
        );

    /// <summary>重新办理: the same units, or others, handle it again.</summary>
    /// <param name="mostReworks">The council's limit, or the committee's.</param>
    public void Rework(Guid lead, IReadOnlyCollection<Guid> others, DateOnly dueOn, string? words, int mostReworks, MatterAct act)
    {
        var refusal =
            WhyNotRework(mostReworks)
            ?? FaultsOfAssignment(lead, others, dueOn, act.Today).FirstOrDefault()
            ?? WhyNotWords(words);
        Go(MatterVerb.Rework, refusal, act, words);
        Reworks++;
        Round++;
        Hand(lead, others, dueOn, act);
    }

    /// <summary>
    /// Which outcome a matter may be closed with. What was not agreed on, and so was never handed to anybody, can only be explained.
    /// </summary>
    public Refusal? WhyNotClose(MatterOutcome outcome) =>
        WhyNotMove(MatterVerb.Close)
        ?? (
            State == MatterState.ResultSigned
                ? Conclusion != MatterConclusion.NotAgreed
                    ? new Refusal("CloseNeedsHandling")
                    : outcome != MatterOutcome.ExplainedOnly
                        ? new Refusal("CloseNotAgreed").At(nameof(Outcome))
                        : null
                : outcome != MatterOutcome.Solved
                    ? null
                    : Conclusion != MatterConclusion.Agreed
                        ? new Refusal("SolvedNeedsAgreement").At(nameof(Outcome))
                        : ReplyText is null
                            ? new Refusal("SolvedNeedsReply").At(nameof(Outcome))
                            : Satisfaction is null
                                ? new Refusal("SolvedNeedsFeedback").At(nameof(Outcome))
                                : Satisfaction == SatisfactionMark.NotSatisfied
                                    ? new Refusal("SolvedAgainstFeedback").At(nameof(Outcome))
                                    : null
        );

    /// <param name="outcome">What became of it.</param>
    /// <param name="proof">What shows it; for an explanation, the explanation.</param>
    /// <param name="act">Who closes.</param>
    public void Close(MatterOutcome outcome, string? proof, MatterAct act)
    {
        Go(MatterVerb.Close, WhyNotClose(outcome) ?? WhyNotWords(proof, nameof(Proof)), act, proof);
        (Outcome, Proof, ClosedAt, ClosedOn) = (outcome, proof!.Trim(), act.Doer.Now, act.Today);
        Closings++;
        DueOn = act.Today.AddDays(act.Deadlines.RevisitAfterCalendarDays);
    }

    /// <summary>Its days from the first word to the closing.</summary>
    public int? DaysToClose => ClosedOn?.DayNumber - CollectedOn.DayNumber;

    /// <summary>
    /// Both the submitter and the office can reopen what was closed. What was never handed to a unit goes back to being talked about by a
    /// matter of its own.
    /// </summary>
    public Refusal? WhyNotReopen() => WhyNotMove(MatterVerb.Reopen) ?? (Round == 0 ? new Refusal("ReopenNeverHandled") : null);

    /// <summary>The office can reopen what was closed long ago; the submitter within the days that the committee gives.</summary>
    public Refusal? WhyNotReopenBySubmitter(DateOnly today, MatterDeadlines deadlines) =>
        WhyNotReopen()
        ?? (
            ClosedOn?.AddDays(deadlines.ReopenWithinCalendarDays) < today
                ? new Refusal("MatterReopenTooLate", deadlines.ReopenWithinCalendarDays)
                : null
        );

    public void Reopen(string? words, MatterAct act)
    {
        Go(MatterVerb.Reopen, WhyNotReopen() ?? WhyNotWords(words), act, words);
        Round++;
        (Outcome, Proof, ClosedAt, ClosedOn, Satisfaction) = (null, null, null, null, null);
        (ReplyClass, ReplyText, RepliedAt, RevisitedOn, Held) = (null, null, null, null, null);
    }

    /// <summary>
    /// A visit tells whether the outcome lasts, so it is made when some time has passed. Whoever learns earlier that it did not reopens the
    /// matter at once.
    /// </summary>
    public Refusal? WhyNotRevisit(DateOnly today) =>
        WhyNotMove(MatterVerb.Revisit) ?? (today < DueOn ? new Refusal("RevisitTooEarly", DueOn.Value.ToString("O")) : null);

    /// <summary>回访: somebody went, or rang, and looked whether it held.</summary>
    public void Revisit(bool held, string? words, MatterAct act)
    {
        Go(MatterVerb.Revisit, WhyNotRevisit(act.Today) ?? WhyNotWords(words), act, words);
        (RevisitedOn, Held) = (act.Today, held);
    }

    public Refusal? WhyNotAddWords() =>
        IsEnded && State is not (MatterState.Closed or MatterState.Rejected) ? new Refusal("MatterEnded") : null;

    /// <summary>补充说明: the submitter adds something; to what was rejected too, for what is said then may change the reason.</summary>
    public void AddWords(string? words, MatterAct act)
    {
        RefusedException.ThrowIf(WhyNotAddWords() ?? WhyNotWords(words));
        Notes.Add(MatterNote.Of(MatterNoteKind.Addition, words!, Round, act.Doer));
        Note(MatterVerb.AddWords, act, words: null);
    }
}
