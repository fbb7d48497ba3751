using Concentric.Platform;
using Concentric.Platform.Identity;
using Concentric.Platform.Ledger;

namespace Concentric.Modules.Appraisal.Objections;

public sealed partial class Objection
{
    /// <summary>Nobody answers an own objection.</summary>
    public Refusal? WhyNotAnswer(Guid accountId) =>
        State != ObjectionState.Raised ? new Refusal("ObjectionAnswered")
        : accountId == RaisedBy ? new Refusal("ObjectionOwn")
        : null;

    /// <summary>The first answer, by the office that recorded the fact.</summary>
    /// <param name="granted">Whether the member is right.</param>
    /// <param name="words">Why.</param>
    /// <param name="appealUntil">The last day for taking a refusal further, in the committee's zone.</param>
    /// <param name="doer">Who answers.</param>
    public void Answer(bool granted, string? words, DateOnly appealUntil, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotAnswer(doer.AccountId) ?? WhyNotWords(words));
        AnsweredBy = doer.AccountId;
        AppealUntil = granted ? null : appealUntil;
        Go(granted ? ObjectionState.Granted : ObjectionState.Refused, words, doer);
    }

    public Refusal? WhyNotAppeal(DateOnly today) =>
        State != ObjectionState.Refused ? new Refusal("ObjectionNotRefused")
        : today > AppealUntil ? new Refusal("ObjectionAppealOver", AppealUntil.Value.ToString("O"))
        : null;

    /// <summary>The member takes a refusal to the chairpersons' meeting.</summary>
    public void Appeal(string? words, DateOnly decisionDueOn, DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotAppeal(today) ?? WhyNotWords(words));
        DecisionDueOn = decisionDueOn;
        Go(ObjectionState.Appealed, words, doer);
    }

    /// <summary>The second instance is not the person who gave the first answer.</summary>
    public Refusal? WhyNotDecide(Guid accountId) =>
        State != ObjectionState.Appealed ? new Refusal("ObjectionNotAppealed")
        : accountId == AnsweredBy ? new Refusal("ObjectionAnsweredByYou")
        : accountId == RaisedBy ? new Refusal("ObjectionOwn")
        : null;

    /// <summary>What is wrong with a decision as entered, each beside its field.</summary>
    public IEnumerable<Refusal> FaultsOfDecision(string? meeting, DateOnly? day, string? words, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(meeting))
            yield return new Refusal("ObjectionMeetingMissing").At("Meeting");
        if (meeting?.Length > LongestWhat)
            yield return new Refusal("TooLong", LongestWhat, meeting.Length).At("Meeting");
        if (day is not { } on)
            yield return new Refusal("ObjectionDayMissing").At("Day");
        else if (on > today)
            yield return new Refusal("ObjectionDayToCome").At("Day");
        if (WhyNotWords(words) is { } refusal)
            yield return refusal;
    }

    /// <summary>What the chairpersons' meeting decided; recorded, never computed.</summary>
    public void Decide(bool granted, string meeting, DateOnly day, string? words, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotDecide(doer.AccountId) ?? WhyNotWords(words));
        (DecidedBy, DecidedOn) = (meeting.Trim(), day);
        Go(granted ? ObjectionState.GrantedOnAppeal : ObjectionState.RefusedOnAppeal, words, doer);
    }

    public Refusal? WhyNotWithdraw() =>
        State is ObjectionState.Raised or ObjectionState.Appealed ? null : new Refusal("ObjectionAnswered");

    public void Withdraw(Doer doer)
    {
        RefusedException.ThrowIf(WhyNotWithdraw());
        Go(ObjectionState.Withdrawn, null, doer);
    }

    /// <summary>Why a fact is not the one that was missing.</summary>
    public Refusal? WhyNotLink(Fact? fact) =>
        !IsGranted || !IsAboutMissing ? new Refusal("ObjectionNothingToLink")
        : CorrectingFactId is not null ? new Refusal("ObjectionLinked")
        : fact is null || fact.SubjectId != MembershipId || fact.Index < LedgerSize || fact.RetractsId is not null
            ? new Refusal("ObjectionOtherFact").At("Fact")
        : null;

    /// <summary>Names the fact that was recorded for what was missing.</summary>
    public void Link(Fact fact)
    {
        RefusedException.ThrowIf(WhyNotLink(fact));
        CorrectingFactId = fact.Id;
    }

    private void Go(ObjectionState state, string? words, Doer doer)
    {
        State = state;
        Steps.Add(ObjectionStep.Of(state, words, doer));
    }
}
