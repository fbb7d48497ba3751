using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;

namespace Concentric.Modules.Appraisal.Duties;

/// <summary>Where a record stands. Only what is confirmed counts.</summary>
public enum DutyState
{
    /// <summary>A member told of it; the office has not looked at it.</summary>
    Reported,

    /// <summary>Handed in by the office, waiting for a second person.</summary>
    Registered,
    Confirmed,

    /// <summary>Given back with a reason; may be changed and handed in again.</summary>
    Returned,
    Withdrawn,

    /// <summary>A member's report that the office did not take over.</summary>
    Declined,

    /// <summary>Was confirmed; a correction took its place.</summary>
    Replaced,
}

/// <summary>What was done to a record.</summary>
public enum DutyVerb
{
    Report,
    TakeOver,
    Decline,
    Register,
    Change,
    HandIn,
    Return,
    Confirm,
    Withdraw,
    Correct,
    Replace,
}

public sealed partial class DutyRecord
{
    public DutyState State { get; private set; }

    /// <summary>The member's account, where a member told of it.</summary>
    public Guid? ReportedBy { get; private set; }
    public Guid? RegisteredBy { get; private set; }
    public string? RegisteredByName { get; private set; }

    /// <summary>Who changed it last: who wrote any of it cannot confirm it.</summary>
    public Guid? ChangedBy { get; private set; }
    public DateTimeOffset? HandedInAt { get; private set; }
    public Guid? ConfirmedBy { get; private set; }
    public string? ConfirmedByName { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Whether it can no longer move by itself.</summary>
    public bool IsClosed => State is DutyState.Withdrawn or DutyState.Declined or DutyState.Replaced;

    public Refusal? WhyNotChange() =>
        State switch
        {
            DutyState.Registered or DutyState.Returned or DutyState.Reported => IsRevocation ? new Refusal("DutyRevokes") : null,
            DutyState.Confirmed => new Refusal("DutyCorrectInstead"),
            _ => new Refusal("DutyClosed"),
        };

    /// <summary>Changes what is written. What a member reported is taken over by it, what was returned is handed in again.</summary>
    public void Change(DutyDetails details, DateOnly today, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotChange());
        Take(details, today);
        var verb = State switch
        {
            DutyState.Reported => DutyVerb.TakeOver,
            DutyState.Returned => DutyVerb.HandIn,
            _ => DutyVerb.Change,
        };
        Sign(doer);
        Go(verb, null, DutyState.Registered, doer);
    }

    public Refusal? WhyNotConfirm(Guid accountId) =>
        State switch
        {
            DutyState.Confirmed or DutyState.Replaced => new Refusal("DutyConfirmedAlready", ConfirmedByName ?? ""),
            DutyState.Registered => accountId == RegisteredBy || accountId == ChangedBy ? new Refusal("DutySecondPerson") : null,
            _ => new Refusal("DutyNotHandedIn"),
        };

    /// <summary>The second person's signature, from which alone the facts come.</summary>
    public void Confirm(Doer doer)
    {
        Go(DutyVerb.Confirm, WhyNotConfirm(doer.AccountId), DutyState.Confirmed, doer);
        (ConfirmedBy, ConfirmedByName, ConfirmedAt) = (doer.AccountId, doer.Name, doer.Now);
    }

    /// <summary>A confirmed correction takes this one's place.</summary>
    public Refusal? WhyNotReplace() => State == DutyState.Confirmed ? null : new Refusal("DutyCorrectedMeanwhile");

    public void Replace(string reason, Doer doer) => Go(DutyVerb.Replace, WhyNotReplace(), DutyState.Replaced, doer, reason);

    public Refusal? WhyNotReturn() => State == DutyState.Registered ? null : new Refusal("DutyNotHandedIn");

    public void Return(string reason, Doer doer) =>
        Go(DutyVerb.Return, WhyNotReturn() ?? WhyNotReason(reason), DutyState.Returned, doer, reason);

    public Refusal? WhyNotWithdraw() =>
        State switch
        {
            DutyState.Registered or DutyState.Returned or DutyState.Reported => null,
            DutyState.Confirmed => new Refusal("DutyCorrectInstead"),
            _ => new Refusal("DutyClosed"),
        };

    public void Withdraw(string reason, Doer doer) =>
        Go(DutyVerb.Withdraw, WhyNotWithdraw() ?? WhyNotReason(reason), DutyState.Withdrawn, doer, reason);

    public Refusal? WhyNotDecline() => State == DutyState.Reported ? null : new Refusal("DutyNotReported");

    public void Decline(string reason, Doer doer) =>
        Go(DutyVerb.Decline, WhyNotDecline() ?? WhyNotReason(reason), DutyState.Declined, doer, reason);

    public Refusal? WhyNotCorrect() =>
        State != DutyState.Confirmed ? new Refusal("DutyNotConfirmed")
        : IsRevocation ? new Refusal("DutyRevoked")
        : null;

    /// <summary>Evidence may still be added while the record lives; it is taken away only before the confirmation.</summary>
    public Refusal? WhyNotAddEvidence() => IsClosed ? new Refusal("DutyClosed") : null;

    public Refusal? WhyNotRemoveEvidence() => Revision > 1 ? new Refusal("DutyEvidenceStays") : WhyNotChange();

    /// <summary>Why a reason given in words is not one.</summary>
    public static Refusal? WhyNotReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("DutyReasonMissing").At("Reason")
        : reason.Length > LongestReason ? new Refusal("DutyTextTooLong", LongestReason).At("Reason")
        : null;

    private void Sign(Doer doer)
    {
        if (RegisteredBy is null)
            (RegisteredBy, RegisteredByName) = (doer.AccountId, doer.Name);
        (ChangedBy, HandedInAt) = (doer.AccountId, doer.Now);
    }

    private void Go(DutyVerb verb, Refusal? whyNot, DutyState state, Doer doer, string? reason = null)
    {
        RefusedException.ThrowIf(whyNot);
        State = state;
        Steps.Add(DutyStep.Of(verb, doer, reason));
    }
}

/// <summary>One thing done to a registered duty.</summary>
public sealed class DutyStep : Step
{
    private DutyStep() { }

    private DutyStep(Doer doer, string? words)
        : base(doer, words) { }

    public Guid RecordId { get; private init; }
    public DutyVerb Verb { get; private init; }

    internal static DutyStep Of(DutyVerb verb, Doer doer, string? reason) => new(doer, reason) { Verb = verb };
}

/// <summary>One member of a record. A member stands on it once.</summary>
public sealed class DutyEntry : CommitteeEntity
{
    private DutyEntry() { }

    public Guid RecordId { get; private set; }
    public Guid MembershipId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>As it stood when it was written down.</summary>
    public string Name { get; private set; } = "";
    public int Order { get; private set; }
    public DutyPart? Part { get; private set; }
    public int? Position { get; private set; }
    public string? Step { get; private set; }
    public int Quantity { get; private set; } = 1;

    internal static DutyEntry Of(DutyMember member, int order)
    {
        var entry = new DutyEntry { MembershipId = member.MembershipId, PersonId = member.PersonId };
        entry.Take(member, order);
        return entry;
    }

    internal void Take(DutyMember member, int order)
    {
        (Name, Order, Part) = (member.Name, order, member.Part);
        (Position, Step, Quantity) = (member.Position, member.Step, member.Quantity);
    }

    internal DutyMember ToMember() =>
        new()
        {
            MembershipId = MembershipId,
            PersonId = PersonId,
            Name = Name,
            Part = Part,
            Position = Position,
            Step = Step,
            Quantity = Quantity,
        };
}
