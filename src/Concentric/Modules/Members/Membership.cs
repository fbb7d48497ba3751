using Concentric.Platform;
using Concentric.Platform.Data;

namespace Concentric.Modules.Members;

/// <summary>委员层级: which level's committee the seat is in. 332 resident members are members of three levels.</summary>
public enum MembershipLevel
{
    Province,
    City,
    County,
}

/// <summary>职务: what the seat carries beside membership.</summary>
public enum MemberDuty
{
    /// <summary>委员</summary>
    Ordinary,

    /// <summary>常务委员</summary>
    Standing,

    /// <summary>主席</summary>
    Chairperson,

    /// <summary>副主席</summary>
    ViceChairperson,

    /// <summary>秘书长</summary>
    SecretaryGeneral,
}

/// <summary>委员资格: one person's seat at one level, in one term, in one sector. What duty facts are about.</summary>
public sealed partial class Membership : CommitteeEntity
{
    public Guid PersonId { get; init; }
    public Person Person { get; init; } = null!;
    public MembershipLevel Level { get; set; }

    /// <summary>届</summary>
    public int Term { get; set; }

    /// <summary>界别, by its id in <c>data/sectors.yaml</c>.</summary>
    public required string Sector { get; set; }

    /// <summary>The latest; what it was before stands in <see cref="EarlierDuties"/>.</summary>
    public MemberDuty Duty { get; set; }
    public List<EarlierDuty> EarlierDuties { get; private set; } = [];
    public DateOnly StartsOn { get; set; }

    /// <summary>The last day, once it has ended.</summary>
    public DateOnly? EndsOn { get; private set; }
    public string? EndReason { get; private set; }

    public bool IsActiveOn(DateOnly day) => StartsOn <= day && (EndsOn is null || day <= EndsOn);

    /// <summary>Why the seat cannot be described so; the person's other seats must be loaded.</summary>
    public Refusal? WhyNotDescribe(SeatDetails details) =>
        Person.Memberships.Exists(other => other.Id != Id && other.Level == details.Level && other.Term == details.Term)
            ? new Refusal("SeatHeldAlready", Person.Name, details.Term) { Field = nameof(Term) }
        : EndsOn < details.StartsOn ? new Refusal("StartsAfterEnd", EndsOn.Value.ToString("O")) { Field = nameof(StartsOn) }
        : EarlierDuties.Exists(earlier => earlier.LastDay < details.StartsOn)
            ? new Refusal("StartsAfterDutyChange", EarlierDuties.Min(earlier => earlier.LastDay).ToString("O"))
            {
                Field = nameof(StartsOn),
            }
        : null;

    /// <summary>Corrects what the seat is.</summary>
    public void Describe(SeatDetails details)
    {
        RefusedException.ThrowIf(WhyNotDescribe(details));
        Level = details.Level;
        Term = details.Term;
        Sector = details.Sector;
        Duty = details.Duty;
        StartsOn = details.StartsOn;
    }

    /// <summary>Why the seat cannot end on that day for that reason.</summary>
    public Refusal? WhyNotEnd(DateOnly lastDay, string? reason) =>
        WhyNotEnd()
        ?? (
            lastDay < StartsOn ? new Refusal("EndsBeforeStart", StartsOn.ToString("O")) { Field = nameof(EndsOn) }
            : string.IsNullOrWhiteSpace(reason) ? new Refusal("EndNeedsReason") { Field = nameof(EndReason) }
            : reason.Length > 500 ? new Refusal("TooLong", 500, reason.Length) { Field = nameof(EndReason) }
            : null
        );

    /// <summary>Why the seat cannot be ended at all.</summary>
    public Refusal? WhyNotEnd() => EndsOn is { } ended ? new Refusal("SeatEnded", ended.ToString("O")) : null;

    /// <summary>Ends the seat; what it did stays in the ledger.</summary>
    public void End(DateOnly lastDay, string reason)
    {
        RefusedException.ThrowIf(WhyNotEnd(lastDay, reason));
        EndsOn = lastDay;
        EndReason = reason.Trim();
    }

    /// <summary>Why an ending cannot be taken back.</summary>
    public Refusal? WhyNotResume() => EndsOn is null ? new Refusal("SeatNotEnded") : null;

    /// <summary>Takes back an ending that was a mistake; the audit trail keeps that it was there.</summary>
    public void Resume()
    {
        RefusedException.ThrowIf(WhyNotResume());
        EndsOn = null;
        EndReason = null;
    }
}
