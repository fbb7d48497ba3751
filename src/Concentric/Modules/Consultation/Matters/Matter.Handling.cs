using Concentric.Platform;

namespace Concentric.Modules.Consultation.Matters;

public sealed partial class Matter
{
    /// <summary>Which turn of handling this is: 0 before the first assignment, one more after each rework or reopening.</summary>
    public int Round { get; private set; }

    /// <summary>What was handed to units, of all rounds.</summary>
    public List<MatterAssignment> Assignments { get; private set; } = [];

    /// <summary>What was found out, added and reported, in order.</summary>
    public List<MatterNote> Notes { get; private set; } = [];

    /// <summary>办理类别, by its id in <c>data/consultation/reply-classes.yaml</c>.</summary>
    public string? ReplyClass { get; private set; }
    public string? ReplyText { get; private set; }
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>Those of the present round that were not returned.</summary>
    public IEnumerable<MatterAssignment> Current =>
        Assignments.Where(row => row.Round == Round && row.State != AssignmentState.Returned);

    /// <summary>
    /// What units that were to help gave back in the present round, while the lead unit goes on: somebody may have to find others. Once
    /// another was found, or it was settled that none is needed, nobody has to.
    /// </summary>
    public IEnumerable<MatterAssignment> Returned =>
        Assignments.Where(row =>
            row.Round == Round
            && row.State == AssignmentState.Returned
            && row.Role == HandlerRole.Other
            && !Assignments.Exists(later => later.Round == Round && later.AssignedAt > row.ReturnedAt)
            && !Steps.Exists(step => step.Verb == MatterVerb.SettleReturn && step.At >= row.ReturnedAt)
        );

    /// <summary>主办: the lead unit's of the present round.</summary>
    public MatterAssignment? Lead => Current.FirstOrDefault(row => row.Role == HandlerRole.Lead);

    /// <summary>What is wrong with an assignment as entered, each beside its field.</summary>
    public static IEnumerable<Refusal> FaultsOfAssignment(
        Guid lead,
        IReadOnlyCollection<Guid> others,
        DateOnly? dueOn,
        DateOnly today
    )
    {
        if (lead == Guid.Empty)
            yield return new Refusal("MatterLeadMissing").At("Lead");
        if (others.Contains(lead))
            yield return new Refusal("MatterLeadTwice").At("Others");
        if (dueOn is null)
            yield return new Refusal("MatterDueMissing").At("DueOn");
        else if (dueOn <= today)
            yield return new Refusal("MatterDuePassed").At("DueOn");
    }

    /// <summary>交办: hands the result to a lead unit and to those that help it.</summary>
    public void Assign(Guid lead, IReadOnlyCollection<Guid> others, DateOnly dueOn, string? words, MatterAct act)
    {
        Go(MatterVerb.Assign, FaultsOfAssignment(lead, others, dueOn, act.Today).FirstOrDefault(), act, words);
        Hand(lead, others, dueOn, act);
    }

    /// <summary>
    /// Why a unit cannot be asked to help as well. It cannot have longer than the lead unit, which would wait for it beyond its own day.
    /// </summary>
    public Refusal? WhyNotAddHandler(Guid unit, DateOnly? dueOn, DateOnly today) =>
        unit == Guid.Empty ? new Refusal("HandlerMissing").At("Unit")
        : Current.Any(row => row.HandlingUnitId == unit) ? new Refusal("HandlerHasItAlready").At("Unit")
        : dueOn is null ? new Refusal("MatterDueMissing").At("DueOn")
        : dueOn <= today ? new Refusal("MatterDuePassed").At("DueOn")
        : Lead is { } lead && lead.DueOn > today && dueOn > lead.DueOn
            ? new Refusal("HandlerDueAfterLead", lead.DueOn.ToString("O")).At("DueOn")
        : null;

    /// <summary>增加会办: one more unit helps with what is being handled already.</summary>
    public void AddHandler(Guid unit, DateOnly? dueOn, string? words, MatterAct act)
    {
        Go(MatterVerb.AddHandler, WhyNotAddHandler(unit, dueOn, act.Today), act, words);
        Assignments.Add(MatterAssignment.Of(unit, HandlerRole.Other, Round, dueOn!.Value, act.Doer));
    }

    public Refusal? WhyNotSettleReturn() =>
        WhyNotMove(MatterVerb.SettleReturn) ?? (Returned.Any() ? null : new Refusal("ReturnSettledAlready"));

    /// <summary>不再增加会办单位: what a unit that was to help gave back needs no other; the lead unit goes on alone, or with the rest.</summary>
    public void SettleReturn(string? words, MatterAct act) =>
        Go(MatterVerb.SettleReturn, WhyNotSettleReturn() ?? WhyNotWords(words), act, words);

    /// <summary>Why a unit can do nothing with what it was handed: it gave it back, has replied, or the matter went into another turn.</summary>
    public Refusal? WhyNotWork(MatterAssignment assignment) =>
        assignment.State == AssignmentState.Returned ? new Refusal("AssignmentReturned")
        : assignment.State == AssignmentState.Replied ? new Refusal("AssignmentReplied")
        : assignment.Round != Round ? new Refusal("AssignmentOfEarlierTurn")
        : null;

    /// <summary>What a unit does once it has taken the matter on.</summary>
    public Refusal? WhyNotWorkReceived(MatterAssignment assignment) =>
        WhyNotWork(assignment) ?? (assignment.State == AssignmentState.Assigned ? new Refusal("AssignmentNotReceived") : null);

    public Refusal? WhyNotReceive(MatterAssignment assignment) =>
        WhyNotWork(assignment)
        ?? (assignment.State == AssignmentState.Received ? new Refusal("AssignmentReceivedAlready") : null);

    /// <summary>签收</summary>
    public void Receive(MatterAssignment assignment, MatterAct act)
    {
        Advance(MatterVerb.Receive, assignment, WhyNotReceive(assignment), act, words: null);
        assignment.Receive(act.Doer);
        KeepLeadDay();
    }

    public Refusal? WhyNotReturn(MatterAssignment assignment) => WhyNotWork(assignment);

    /// <summary>退回: the unit is not competent, and says why. What the lead unit returns is to be assigned again.</summary>
    public void Return(MatterAssignment assignment, string? words, MatterAct act)
    {
        Advance(MatterVerb.Return, assignment, WhyNotReturn(assignment) ?? WhyNotWords(words), act, words);
        assignment.Return(words!, act.Doer);
    }

    public Refusal? WhyNotAskExtension(MatterAssignment assignment, MatterDeadlines deadlines) =>
        WhyNotWork(assignment) is { } refusal ? refusal
        : assignment.AsksUntil is not null ? new Refusal("ExtensionAskedAlready")
        : assignment.Extensions >= deadlines.MostExtensions ? new Refusal("ExtensionTooOften", deadlines.MostExtensions)
        : null;

    /// <summary>延期: the unit asks for more time.</summary>
    public void AskExtension(MatterAssignment assignment, DateOnly until, string? words, MatterAct act)
    {
        var tooLong = until <= assignment.DueOn || until > act.Deadlines.After(assignment.DueOn, act.Deadlines.LongestExtension);
        Go(
            MatterVerb.AskExtension,
            WhyNotAskExtension(assignment, act.Deadlines)
                ?? (tooLong ? new Refusal("ExtensionOutside", act.Deadlines.LongestExtension).At("Until") : null)
                ?? WhyNotWords(words),
            act,
            new ExtensionDays(assignment.DueOn, until).Before(words)
        );
        assignment.AskUntil(until);
    }

    public static Refusal? WhyNotAnswerExtension(MatterAssignment assignment) =>
        assignment.AsksUntil is null ? new Refusal("ExtensionNotAsked") : null;

    public void AnswerExtension(MatterAssignment assignment, bool granted, string? words, MatterAct act)
    {
        Go(
            granted ? MatterVerb.GrantExtension : MatterVerb.RefuseExtension,
            WhyNotAnswerExtension(assignment) ?? (granted ? null : WhyNotWords(words)),
            act,
            granted && assignment.AsksUntil is { } until ? new ExtensionDays(assignment.DueOn, until).Before(words) : words
        );
        assignment.AnswerExtension(granted);
        KeepLeadDay();
    }

    /// <summary>办理进展: what was done since the last report.</summary>
    public void ReportProgress(MatterAssignment assignment, string? words, MatterAct act)
    {
        Go(MatterVerb.ReportProgress, WhyNotWorkReceived(assignment) ?? WhyNotWords(words), act);
        Notes.Add(MatterNote.Of(MatterNoteKind.Progress, words!, Round, act.Doer));
    }

    /// <summary>The lead unit replies when those that help it have; one whose day has passed is not waited for.</summary>
    public Refusal? WhyNotReply(MatterAssignment assignment, DateOnly today) =>
        WhyNotWorkReceived(assignment) is { } refusal ? refusal
        : assignment.Role == HandlerRole.Lead && Current.Any(row => row != assignment && row.IsOpen && row.DueOn >= today)
            ? new Refusal("ReplyWaitsForOthers")
        : null;

    /// <summary>答复: the lead unit's moves the matter on, that of a unit that helps is an opinion to the lead unit.</summary>
    public void Reply(MatterAssignment assignment, string? replyClass, string? words, MatterAct act)
    {
        var isLead = assignment.Role == HandlerRole.Lead;
        var refusal =
            WhyNotReply(assignment, act.Today)
            ?? WhyNotWords(words)
            ?? (isLead && string.IsNullOrEmpty(replyClass) ? new Refusal("ReplyClassMissing").At("ReplyClass") : null);
        Advance(MatterVerb.Reply, assignment, refusal, act, words);
        assignment.Reply(replyClass, words!, act.Doer);
        if (isLead)
            (ReplyClass, ReplyText, RepliedAt) = (replyClass, words!.Trim(), act.Doer.Now);
    }

    /// <summary>Only the lead unit moves the matter; what another does leaves a step.</summary>
    private void Advance(MatterVerb verb, MatterAssignment assignment, Refusal? whyNot, MatterAct act, string? words)
    {
        if (assignment.Role == HandlerRole.Lead)
        {
            Go(verb, whyNot, act, words);
            return;
        }

        RefusedException.ThrowIf(WhyNotMove(verb) ?? whyNot ?? WhyNotLonger(words));
        Note(verb, act, words);
    }

    private void Hand(Guid lead, IReadOnlyCollection<Guid> others, DateOnly dueOn, MatterAct act)
    {
        // A lead unit that returned it leaves the round to the next one; the others keep what they have.
        if (Round == 0)
            Round = 1;
        Assignments.Add(MatterAssignment.Of(lead, HandlerRole.Lead, Round, dueOn, act.Doer));
        foreach (var unit in others.Where(unit => !Current.Any(row => row.HandlingUnitId == unit)))
            Assignments.Add(MatterAssignment.Of(unit, HandlerRole.Other, Round, dueOn, act.Doer));
    }

    /// <summary>The units of the present turn, else those of the turn before: who handles a matter again is usually who handled it.</summary>
    public IReadOnlyList<MatterAssignment> LastHandlers
    {
        get
        {
            var round = Assignments.Select(row => row.Round).DefaultIfEmpty().Max();
            return [.. Assignments.Where(row => row.Round == round && row.State != AssignmentState.Returned)];
        }
    }

    private void KeepLeadDay()
    {
        if (State == MatterState.InProgress && Lead is { } lead)
            DueOn = lead.DueOn;
    }
}
