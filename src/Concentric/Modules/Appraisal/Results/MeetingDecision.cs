using Concentric.Modules.Appraisal.Cycle;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Results;

public enum DecisionKind
{
    /// <summary>名额: who gets the top grade.</summary>
    Quota,

    /// <summary>一票否决: whether a veto applies to somebody.</summary>
    Veto,

    /// <summary>长期请假: how many months somebody was on leave.</summary>
    LongLeave,
}

/// <summary>
/// 会议决定: what a meeting decided about a year's appraisal, written down as it was decided and never computed. A later decision on
/// the same matter takes the place of the earlier, which stays readable.
/// </summary>
public sealed class MeetingDecision : CommitteeEntity
{
    public const int LongestMeeting = 200;
    public const int LongestText = 1000;
    public const int LongestMatter = 140;
    public const int MostMonths = 12;
    private readonly List<QuotaChoice> choices = [];

    private MeetingDecision() { }

    public Guid CycleId { get; private init; }
    public DecisionKind Kind { get; private init; }

    /// <summary>What it is about, as a key: decisions on one matter follow each other, and the last stands.</summary>
    public string Matter { get; private init; } = "";

    /// <summary>1 for the first decision on the matter. Its key lets only one of two that are recorded at the same moment in.</summary>
    public int Number { get; private init; }

    /// <summary>Whom it is about; nobody for the quota.</summary>
    public Guid? PersonId { get; private init; }

    /// <summary>The veto, by its id in the sheet.</summary>
    public string? VetoId { get; private init; }

    /// <summary>Whether the veto applies.</summary>
    public bool Applies { get; private init; }

    /// <summary>Months of leave.</summary>
    public int Months { get; private init; }

    /// <summary>The meeting's record, where it was held through the platform.</summary>
    public Guid? MeetingId { get; private init; }

    /// <summary>What the meeting is called.</summary>
    public string Meeting { get; private init; } = "";
    public DateOnly DecidedOn { get; private init; }
    public string Text { get; private init; } = "";
    public Guid RecordedBy { get; private init; }
    public string RecordedByName { get; private init; } = "";
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>When a later decision took its place.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>Who of those proposed or passed over gets which grade; for the quota.</summary>
    public IReadOnlyList<QuotaChoice> Choices => choices;

    public VetoDecision? AsVeto => Kind == DecisionKind.Veto && Applies ? new(VetoId!, DecidedOn, Meeting, Text) : null;

    /// <summary>What is wrong with a decision as entered, each beside its field.</summary>
    public static IEnumerable<Refusal> Faults(DecisionInput entered, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(entered.Meeting))
            yield return new Refusal("DecisionMeetingMissing").At(nameof(entered.Meeting));
        if (entered.Meeting?.Length > LongestMeeting)
            yield return new Refusal("TooLong", LongestMeeting, entered.Meeting.Length).At(nameof(entered.Meeting));
        if (entered.Day is not { } day)
            yield return new Refusal("DecisionDayMissing").At(nameof(entered.Day));
        else if (day > today)
            yield return new Refusal("DecisionDayToCome").At(nameof(entered.Day));
        if (string.IsNullOrWhiteSpace(entered.Text))
            yield return new Refusal("DecisionTextMissing").At(nameof(entered.Text));
        if (entered.Text?.Length > LongestText)
            yield return new Refusal("TooLong", LongestText, entered.Text.Length).At(nameof(entered.Text));
        if (entered.Months is < 0 or > MostMonths)
            yield return new Refusal("DecisionMonths", MostMonths).At(nameof(entered.Months));
    }

    /// <summary>Records a decision on a veto or on leave; the one before it on the same matter no longer stands.</summary>
    public static MeetingDecision Record(
        AppraisalCycle cycle,
        DecisionInput entered,
        IEnumerable<MeetingDecision> earlier,
        DateOnly today,
        Doer doer
    )
    {
        RefusedException.ThrowIf(cycle.WhyNotDecide() ?? Faults(entered, today).FirstOrDefault());
        return Follow(cycle, entered, earlier, doer);
    }

    /// <summary>
    /// Why the meeting's choice cannot be kept: more than there are places, a grade that is not on offer, or a deviation from the
    /// proposal without a reason.
    /// </summary>
    public static Refusal? WhyNotChoose(QuotaProposal proposal, GradeQuota quota, IReadOnlyList<QuotaChoice> chosen)
    {
        if (
            !proposal
                .Places.Select(place => place.Member)
                .ToHashSet(StringComparer.Ordinal)
                .SetEquals(chosen.Select(one => one.PersonId.ToString()))
        )
            return new Refusal("CycleQuotaStale");
        if (chosen.Any(one => one.Grade != quota.Grade && one.Grade != quota.OthersGet))
            return new Refusal("QuotaGradeMissing");
        var many = chosen.Count(one => one.Grade == quota.Grade);
        if (many > proposal.Seats)
            return new Refusal("QuotaTooMany", proposal.Seats, many);
        if (chosen.FirstOrDefault(one => one.IsDeviation && string.IsNullOrWhiteSpace(one.Reason)) is { } silent)
            return new Refusal("QuotaReasonMissing", silent.Name);
        return chosen.FirstOrDefault(one => one.Reason?.Length > QuotaChoice.LongestReason) is { } wordy
            ? new Refusal("TooLong", QuotaChoice.LongestReason, wordy.Reason!.Length)
            : null;
    }

    /// <summary>Records what the meeting decided on the quota.</summary>
    public static MeetingDecision RecordQuota(
        AppraisalCycle cycle,
        CycleOutlook seen,
        DecisionInput entered,
        (QuotaProposal Proposal, GradeQuota Quota, IReadOnlyList<QuotaChoice> Chosen) choice,
        IEnumerable<MeetingDecision> earlier,
        Doer doer
    )
    {
        RefusedException.ThrowIf(
            cycle.WhyNotDecideQuota(seen)
                ?? Faults(entered, seen.Today).FirstOrDefault()
                ?? WhyNotChoose(choice.Proposal, choice.Quota, choice.Chosen)
        );
        var decision = Follow(cycle, entered with { Kind = DecisionKind.Quota, PersonId = null, VetoId = null }, earlier, doer);
        decision.choices.AddRange(choice.Chosen);
        return decision;
    }

    /// <summary>The decision that takes the place of the earlier one on its matter.</summary>
    private static MeetingDecision Follow(
        AppraisalCycle cycle,
        DecisionInput entered,
        IEnumerable<MeetingDecision> earlier,
        Doer doer
    )
    {
        var matter = $"{entered.Kind}/{entered.PersonId}/{entered.VetoId}";
        var before = earlier.Where(row => row.Matter == matter).ToList();
        foreach (var other in before)
            other.ReplacedAt ??= doer.Now;
        return Of(cycle, entered, matter, before.Select(row => row.Number).DefaultIfEmpty().Max() + 1, doer);
    }

    private static MeetingDecision Of(AppraisalCycle cycle, DecisionInput entered, string matter, int number, Doer doer) =>
        new()
        {
            CycleId = cycle.Id,
            Kind = entered.Kind,
            Matter = matter,
            Number = number,
            PersonId = entered.PersonId,
            VetoId = entered.Kind == DecisionKind.Veto ? entered.VetoId : null,
            Applies = entered.Kind == DecisionKind.Veto && entered.Applies,
            Months = entered.Kind == DecisionKind.LongLeave ? entered.Months : 0,
            MeetingId = entered.MeetingId,
            Meeting = entered.Meeting!.Trim(),
            DecidedOn = entered.Day!.Value,
            Text = entered.Text!.Trim(),
            RecordedBy = doer.AccountId,
            RecordedByName = doer.Name,
            RecordedAt = doer.Now,
        };
}

/// <summary>A decision of a meeting as it is entered.</summary>
public sealed record DecisionInput
{
    public DecisionKind Kind { get; init; }
    public Guid? PersonId { get; init; }
    public string? VetoId { get; init; }
    public bool Applies { get; init; }
    public int Months { get; init; }
    public Guid? MeetingId { get; init; }
    public string? Meeting { get; init; }
    public DateOnly? Day { get; init; }
    public string? Text { get; init; }
}

/// <summary>One member above the threshold of the top grade: what the rule proposed, and what the meeting decided.</summary>
public sealed class QuotaChoice : CommitteeEntity
{
    public const int LongestReason = 500;

    public Guid DecisionId { get; private set; }
    public Guid PersonId { get; init; }
    public required string Name { get; init; }
    public QuotaOutcome Outcome { get; init; }

    /// <summary>The grade that the rule proposes; none where it leaves it to the meeting.</summary>
    public string? Proposed { get; init; }

    /// <summary>The grade that the meeting gave.</summary>
    public required string Grade { get; init; }
    public string? Reason { get; init; }

    public bool IsDeviation => Proposed is not null && Proposed != Grade;
}
