namespace Concentric.Rules.Scoring;

/// <summary>Why a line says what it says. The words are the reader's; <c>Reason.{name}</c> in the texts.</summary>
public enum LineReason
{
    /// <summary>Counted in full.</summary>
    Counted,

    /// <summary>Counted in part: a cap was reached.</summary>
    PartlyCapped,

    /// <summary>Counted once, because so many units were reached.</summary>
    ReachedOnce,

    /// <summary>The first author's or a joiner's share.</summary>
    Shared,

    /// <summary>Counted with some of its units: a limit, or the n-th, was reached in the midst of them.</summary>
    PartlyLimited,

    Retracted,
    OutsideSpan,
    NotInOffice,
    NoItem,
    OnlyForMinimumDuty,
    NotForRole,
    ConditionNotMet,
    StepGivesNothing,
    LowerStep,
    LimitReached,
    BeforeNth,
    AfterNth,
    ScoredElsewhere,
    NotYetEnough,
    ItemCapReached,
    StepCapReached,
}

/// <summary>得分明细 (ScoreLine): a fact that counted, the rule it met, and what it gave (or took, when negative).</summary>
public sealed record ScoreLine(
    DutyFact Fact,
    string Item,
    string? Step,
    long Units,
    Points Full,
    Points Given,
    LineReason Reason
);

/// <summary>A fact that gave nothing, and why. <see cref="Detail"/> names the item, number or role the reason is about.</summary>
public sealed record UncountedFact(DutyFact Fact, LineReason Reason, string? Item, string? Detail);

/// <summary>One item: its lines add up to its points.</summary>
public sealed record ItemScore(RuleItem Item, long Units, Points Points, Points? Cap, IReadOnlyList<ScoreLine> Lines);

/// <summary>One category: start, items and the adjustment of its cap or floor add up to its points.</summary>
public sealed record CategoryScore(
    RuleCategory Category,
    Points Start,
    IReadOnlyList<ItemScore> Items,
    Points Adjustment,
    Points Points,
    Points? Cap
);

public enum AdjustmentKind
{
    BaseCap,
    BonusCap,
    Ceiling,
    Floor,
}

/// <summary>What a limit over several items took away or, at the floor, gave back.</summary>
public sealed record ScoreAdjustment(AdjustmentKind Kind, Points Points);

public sealed record DutyResult(MinimumDuty Duty, int Needed, long Units, bool Met);

/// <summary>A veto that a meeting decided, or one whose condition seems met and that a meeting has yet to look at.</summary>
public sealed record VetoResult(VetoRule Veto, VetoDecision? Decision);

public enum UngradedReason
{
    None,
    SheetHasNoGrades,
    OutsideContest,
    TooFewMonths,
    LongLeave,

    /// <summary>Its facts end before the sheet's span does: points so far are told, and no grade.</summary>
    YearNotOver,
}

/// <summary>What limited the grade below what the total gives.</summary>
public sealed record GradeLimit(string Grade, string? MinimumDuty, string? Veto);

/// <summary>
/// A member's year under one sheet, every point with its reason. Base, bonus, deductions and adjustments add up to the total.
/// The grade is the one before the quota; decisions of meetings stand in it only where they were recorded.
/// </summary>
public sealed record Statement
{
    public required string Member { get; init; }
    public required string Sheet { get; init; }
    public required int MonthsInOffice { get; init; }
    public required IReadOnlyList<CategoryScore> Categories { get; init; }
    public required IReadOnlyList<ItemScore> Bonus { get; init; }
    public required IReadOnlyList<ItemScore> Deductions { get; init; }
    public required IReadOnlyList<ScoreAdjustment> Adjustments { get; init; }
    public required Points BaseTotal { get; init; }
    public required Points BonusTotal { get; init; }

    /// <summary>Positive: what was taken.</summary>
    public required Points DeductionTotal { get; init; }
    public required Points Total { get; init; }
    public required IReadOnlyList<UncountedFact> Uncounted { get; init; }
    public required IReadOnlyList<DutyResult> MinimumDuties { get; init; }
    public required IReadOnlyList<VetoResult> Vetoes { get; init; }

    /// <summary>Vetoes whose condition the facts meet and no meeting has decided: to be put before it.</summary>
    public required IReadOnlyList<VetoResult> ToBeDecided { get; init; }

    /// <summary>How often each veto's condition was met in the span: history for the next year.</summary>
    public required IReadOnlyDictionary<string, long> VetoCounts { get; init; }
    public required string? GradeBeforeQuota { get; init; }
    public required UngradedReason Ungraded { get; init; }
    public required IReadOnlyList<GradeLimit> GradeLimits { get; init; }

    public IEnumerable<ItemScore> Items => Categories.SelectMany(category => category.Items).Concat(Bonus).Concat(Deductions);

    /// <summary>The same while the year goes on: what counted so far, and no grade, which the rest of the year would change.</summary>
    public Statement ToDate() =>
        Ungraded == UngradedReason.None
            ? this with
            {
                GradeBeforeQuota = null,
                GradeLimits = [],
                Ungraded = UngradedReason.YearNotOver,
            }
            : this;
}
