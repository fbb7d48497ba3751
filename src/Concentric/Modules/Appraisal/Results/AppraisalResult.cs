using System.Text.Json;
using Concentric.Modules.Appraisal.Cycle;
using Concentric.Modules.Appraisal.Statements;
using Concentric.Platform;
using Concentric.Platform.Data;
using Concentric.Platform.Identity;
using Concentric.Rules.Scoring;

namespace Concentric.Modules.Appraisal.Results;

/// <summary>What a grade comes from.</summary>
public enum GradeBasis
{
    /// <summary>The total, the minimum duties and the vetoes decided; the quota has no part in it.</summary>
    Total,

    /// <summary>Within the quota, as the rule proposed.</summary>
    WithinQuota,

    /// <summary>Beyond the quota, as the rule proposed.</summary>
    BeyondQuota,

    /// <summary>The rule left it to the meeting.</summary>
    MeetingChose,

    /// <summary>The meeting departed from the proposal, with a reason.</summary>
    MeetingDeviated,

    /// <summary>不定等次: new, on long leave, or outside the contest.</summary>
    Ungraded,
}

/// <summary>
/// 评价结果: one member's year as it was approved. It changes only by a recorded correction, until the year is final; the values before
/// stay readable.
/// </summary>
[ShownToPublic]
public sealed class AppraisalResult : CommitteeEntity
{
    private AppraisalResult() { }

    public Guid CycleId { get; private init; }
    public Guid PersonId { get; private init; }

    /// <summary>As the member was called then.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Thousandths of a point.</summary>
    public long Total { get; private set; }
    public long Base { get; private set; }
    public long Bonus { get; private set; }
    public long Deductions { get; private set; }
    public string? GradeBeforeQuota { get; private set; }

    /// <summary>By its id in the sheet; none for those without a grade.</summary>
    public string? Grade { get; private set; }
    public GradeBasis Basis { get; private set; }
    public UngradedReason Ungraded { get; private set; }

    /// <summary>The meeting's reason for departing from the proposal.</summary>
    public string? Reason { get; private init; }

    /// <summary>The size of the ledger that the values come from.</summary>
    public long LedgerSize { get; private set; }

    /// <summary>Points of each item, in thousandths: a JSON object.</summary>
    public string Items { get; private set; } = "{}";

    /// <summary>Duties in words of the sheet, without points: a JSON array of <see cref="Merit"/>.</summary>
    public string Merits { get; private set; } = "[]";

    /// <summary>How often each veto's condition was met: history for later years.</summary>
    public string VetoCounts { get; private set; } = "{}";

    public List<ResultCorrection> Corrections { get; private set; } = [];

    public static AppraisalResult Freeze(AppraisalCycle cycle, MemberStatement member, QuotaChoice? choice, long ledgerSize)
    {
        var result = new AppraisalResult
        {
            CycleId = cycle.Id,
            PersonId = member.PersonId,
            Name = member.Name,
            Reason = choice?.Reason,
            Basis = BasisOf(member.Statement, choice),
        };
        result.Take(member.Statement, choice?.Grade ?? member.Statement.GradeBeforeQuota, ledgerSize);
        return result;
    }

    /// <summary>Until the year is final a result follows its facts, visibly.</summary>
    public static Refusal? WhyNotCorrect(AppraisalCycle cycle) =>
        cycle.State is CycleState.Approved or CycleState.Publicised or CycleState.AppealsHandled
            ? null
            : new Refusal("ResultNotCorrectable");

    public Refusal? WhyNotCorrect(AppraisalCycle cycle, Statement now, string? reason) =>
        WhyNotCorrect(cycle)
        ?? (
            !Differs(now) ? new Refusal("ResultSame")
            : string.IsNullOrWhiteSpace(reason) ? new Refusal("ResultReasonMissing").At(nameof(Reason))
            : reason.Length > ResultCorrection.LongestReason
                ? new Refusal("TooLong", ResultCorrection.LongestReason, reason.Length).At(nameof(Reason))
            : null
        );

    /// <summary>
    /// 更正: takes what the ledger says now, and keeps what it said before. Whoever now reaches the top grade keeps the grade below it:
    /// a place within the quota is given by the meeting alone.
    /// </summary>
    public void Correct(AppraisalCycle cycle, Statement now, GradeQuota? quota, long ledgerSize, string? reason, Doer doer)
    {
        RefusedException.ThrowIf(WhyNotCorrect(cycle, now, reason));
        var before = (Total, Grade);
        Take(now, GradeAfter(now, quota), ledgerSize);
        Corrections.Add(ResultCorrection.Of(before, (Total, Grade), reason!, doer));
    }

    /// <summary>The grade that a correction would lead to.</summary>
    public string? GradeAfter(Statement now, GradeQuota? quota) =>
        now.GradeBeforeQuota == GradeBeforeQuota ? Grade
        : quota is not null && now.GradeBeforeQuota == quota.Grade ? quota.OthersGet
        : now.GradeBeforeQuota;

    /// <summary>Whether what the ledger says now is not what stands here.</summary>
    public bool Differs(Statement now) => now.Total.Thousandths != Total || now.GradeBeforeQuota != GradeBeforeQuota;

    /// <summary>What each item gives more or less now, the largest change first.</summary>
    public IReadOnlyList<ItemMove> Moves(Statement now)
    {
        var frozen = JsonSerializer.Deserialize<Dictionary<string, long>>(Items) ?? [];
        var items = now.Items.ToDictionary(item => item.Item.Id, item => item.Item, StringComparer.Ordinal);
        var points = now.Items.ToDictionary(item => item.Item.Id, item => item.Points.Thousandths, StringComparer.Ordinal);
        return
        [
            .. frozen
                .Keys.Union(points.Keys, StringComparer.Ordinal)
                .Select(id => new ItemMove(
                    id,
                    items.GetValueOrDefault(id)?.Title ?? id,
                    new Points(points.GetValueOrDefault(id) - frozen.GetValueOrDefault(id)),
                    items.GetValueOrDefault(id)?.TitleEn
                ))
                .Where(move => move.Change != Points.Zero)
                .OrderByDescending(move => Math.Abs(move.Change.Thousandths))
                .ThenBy(move => move.Item, StringComparer.Ordinal),
        ];
    }

    public IReadOnlyList<Merit> ReadMerits() => JsonSerializer.Deserialize<List<Merit>>(Merits) ?? [];

    /// <summary>This year as history of a later one.</summary>
    public PastYear AsPast(int year, bool sameTerm) =>
        new(year, Grade, JsonSerializer.Deserialize<Dictionary<string, long>>(VetoCounts) ?? [], sameTerm);

    private void Take(Statement now, string? grade, long ledgerSize)
    {
        (Total, Base) = (now.Total.Thousandths, now.BaseTotal.Thousandths);
        (Bonus, Deductions) = (now.BonusTotal.Thousandths, now.DeductionTotal.Thousandths);
        (GradeBeforeQuota, Grade, Ungraded, LedgerSize) = (now.GradeBeforeQuota, grade, now.Ungraded, ledgerSize);
        Items = JsonSerializer.Serialize(
            now.Items.ToDictionary(item => item.Item.Id, item => item.Points.Thousandths, StringComparer.Ordinal)
        );
        Merits = JsonSerializer.Serialize(Merit.Of(now));
        VetoCounts = JsonSerializer.Serialize(now.VetoCounts);
    }

    private static GradeBasis BasisOf(Statement statement, QuotaChoice? choice) =>
        statement.GradeBeforeQuota is null ? GradeBasis.Ungraded
        : choice is null ? GradeBasis.Total
        : choice.IsDeviation ? GradeBasis.MeetingDeviated
        : choice.Outcome switch
        {
            QuotaOutcome.Proposed => GradeBasis.WithinQuota,
            QuotaOutcome.BeyondQuota => GradeBasis.BeyondQuota,
            _ => GradeBasis.MeetingChose,
        };
}

/// <summary>One duty in words: the sheet's item, how many units, and the unit of count. It says no points.</summary>
public sealed record Merit(string Title, long Units, string Unit, string? TitleEn = null) : INamedPart
{
    private const int Most = 6;

    /// <summary>The duties that weighed most, in the sheet's order.</summary>
    internal static IReadOnlyList<Merit> Of(Statement statement)
    {
        var given = statement.Items.Where(item => item.Points > Points.Zero).ToList();
        var chosen = given.OrderByDescending(item => item.Points).Take(Most).ToHashSet();
        return
        [
            .. given
                .Where(chosen.Contains)
                .Select(item => new Merit(item.Item.Title, item.Units, item.Item.Unit, item.Item.TitleEn)),
        ];
    }
}

/// <summary>更正: what a result was before and what it is since, why, by whom and when.</summary>
[AppendOnly]
public sealed class ResultCorrection : CommitteeEntity
{
    public const int LongestReason = 500;

    private ResultCorrection() { }

    public Guid ResultId { get; private set; }
    public long TotalBefore { get; private init; }
    public long TotalAfter { get; private init; }
    public string? GradeBefore { get; private init; }
    public string? GradeAfter { get; private init; }
    public string Reason { get; private init; } = "";
    public Guid AccountId { get; private init; }
    public string ActorName { get; private init; } = "";
    public DateTimeOffset At { get; private init; }

    internal static ResultCorrection Of(
        (long Total, string? Grade) before,
        (long Total, string? Grade) after,
        string reason,
        Doer doer
    ) =>
        new()
        {
            TotalBefore = before.Total,
            TotalAfter = after.Total,
            GradeBefore = before.Grade,
            GradeAfter = after.Grade,
            Reason = reason.Trim(),
            AccountId = doer.AccountId,
            ActorName = doer.Name,
            At = doer.Now,
        };
}
